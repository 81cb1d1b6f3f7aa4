using System.Globalization;

namespace Plimsoll.Trade;

/// <summary>An amount in one currency. Amounts in different currencies do not add.</summary>
/// <param name="Amount">In whole currency units, not thousands or millions.</param>
/// <param name="Currency">ISO 4217 code.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>Euro.</summary>
    public static Money Euro(decimal amount) => new(amount, "EUR");

    /// <summary>The sum; an <see cref="ArgumentException"/> when the currencies differ.</summary>
    public static Money operator +(Money left, Money right) => left with { Amount = left.Amount + right.In(left.Currency) };

    /// <summary>The difference; an <see cref="ArgumentException"/> when the currencies differ.</summary>
    public static Money operator -(Money left, Money right) => left with { Amount = left.Amount - right.In(left.Currency) };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    private decimal In(string currency) => string.Equals(Currency, currency, StringComparison.Ordinal)
        ? Amount
        : throw new ArgumentException($"Cannot add {Currency} to {currency}: convert with a dated rate first.");
}
