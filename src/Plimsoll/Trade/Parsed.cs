namespace Plimsoll.Trade;

/// <summary>Either a value, or the fault that kept the text from being one.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Parsed<T>
{
    private readonly T? value;

    private Parsed(T? value, Fault? fault)
    {
        this.value = value;
        Fault = fault;
    }

    /// <summary>Null when there is a value.</summary>
    public Fault? Fault { get; }

    /// <summary>True when there is a value.</summary>
    public bool Ok => Fault is null;

    /// <summary>The value; an <see cref="InvalidOperationException"/> with the fault's text when there is none.</summary>
    public T Value => Fault is null ? value! : throw new InvalidOperationException(Fault.ToString());

    /// <summary>A value.</summary>
    public static implicit operator Parsed<T>(T value) => new(value, null);

    /// <summary>A fault.</summary>
    public static implicit operator Parsed<T>(Fault fault) => new(default, fault);
}
