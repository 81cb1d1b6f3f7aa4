namespace Plimsoll.Agreements.Terms;

/// <summary>Below this a crossing does not count: the flow is too small to matter.</summary>
/// <param name="Indicator">Indicator id, e.g. <c>value.avg_weekly</c>.</param>
/// <param name="Comparator">What counts as large enough.</param>
/// <param name="Value">The floor.</param>
/// <param name="Unit">Unit of the floor.</param>
public sealed record MaterialityFloor(string Indicator, Comparator Comparator, decimal Value, string Unit)
{
    /// <summary>Whether the flow is large enough; unknown without a reading.</summary>
    public Truth IsMaterial(IReadOnlyDictionary<string, decimal?> values) => values.GetValueOrDefault(Indicator) switch
    {
        { } value => Comparator.IsCrossed(value, Value) ? Truth.Yes : Truth.No,
        null => Truth.Unknown,
    };
}
