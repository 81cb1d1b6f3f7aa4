namespace Plimsoll.Agreements.Terms;

/// <summary>What a clause asks of the readings: one <see cref="Threshold"/>, or a <see cref="Combination"/> of conditions.</summary>
public abstract record Condition
{
    /// <summary>The thresholds inside, in the order of the file.</summary>
    public abstract IReadOnlyList<Threshold> Thresholds { get; }

    /// <summary>
    /// Which limits are crossed. Pure and total: a value that is absent or null makes the answer unknown where it would have decided,
    /// and so does a day before the first limits.
    /// </summary>
    /// <param name="values">Readings by indicator id, unrounded.</param>
    /// <param name="day">The limits in force on this day apply.</param>
    public abstract ConditionOutcome Evaluate(IReadOnlyDictionary<string, decimal?> values, DateOnly day);
}
