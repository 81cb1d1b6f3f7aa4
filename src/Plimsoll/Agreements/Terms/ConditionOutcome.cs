namespace Plimsoll.Agreements.Terms;

/// <summary>What a condition says about one period.</summary>
/// <param name="Crossing">Which limits are crossed.</param>
/// <param name="Leading">The threshold that decides: the least severe where all must be crossed, the most severe where one is enough.</param>
/// <param name="Excess">How far the leading value is beyond its first limit, in parts of the limit; negative inside. Used only to order thresholds of different units.</param>
public sealed record ConditionOutcome(Crossing Crossing, Threshold Leading, double Excess)
{
    /// <summary>Orders outcomes by what is known to be crossed, then by distance.</summary>
    internal (Truth Red, Truth Amber, double Excess) Severity => (Crossing.Red, Crossing.Amber, Excess);
}
