namespace Plimsoll.Agreements.Terms;

/// <summary>One indicator held against dated limits.</summary>
/// <param name="Id">Short name inside the clause, e.g. <c>volume</c>.</param>
/// <param name="Indicator">Indicator id, e.g. <c>balance.roll12</c>, or <c>external:…</c> for a number that trade statistics do not contain.</param>
/// <param name="Comparator">Side and strictness.</param>
/// <param name="Unit">Unit of the limits: that of the indicator, e.g. <c>EUR</c> or <c>ratio</c> (1 = 100 %).</param>
/// <param name="Values">Limits in ascending order of their first day; at least one.</param>
public sealed record Threshold(string Id, string Indicator, Comparator Comparator, string Unit, IReadOnlyList<DatedLimits> Values) : Condition
{
    /// <inheritdoc/>
    public override IReadOnlyList<Threshold> Thresholds => [this];

    /// <summary>Ids of every indicator that the limits and the value need, the value's own first.</summary>
    public IEnumerable<string> Indicators =>
        Values.SelectMany(limits => limits.Named).Select(named => named.Limit.By).OfType<string>().Prepend(Indicator).Distinct(StringComparer.Ordinal);

    /// <summary>The limits in force on a day; null before the first.</summary>
    public DatedLimits? On(DateOnly day) => Values.LastOrDefault(limits => limits.Effective <= day);

    /// <inheritdoc/>
    public override ConditionOutcome Evaluate(IReadOnlyDictionary<string, decimal?> values, DateOnly day) =>
        On(day) is { } limits && values.GetValueOrDefault(Indicator) is { } value
            ? new ConditionOutcome(limits.Crossing(value, Comparator, values), this, Excess(limits, value, values))
            : new ConditionOutcome(Crossing.All(Truth.Unknown), this, double.NegativeInfinity);

    private double Excess(DatedLimits limits, decimal value, IReadOnlyDictionary<string, decimal?> values)
    {
        if ((limits.Amber ?? limits.Red)?.At(values) is not { } limit)
        {
            return double.NegativeInfinity;
        }

        var scale = limit == 0 ? 1 : Math.Abs((double)limit);
        return ((double)value - (double)limit) * Comparator.Sign() / scale;
    }
}
