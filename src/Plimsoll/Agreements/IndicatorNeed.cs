namespace Plimsoll.Agreements;

/// <summary>
/// A number that a clause needs. On the counterpart's figures it is about the same trade seen from the same side: the subject's
/// imports are what the counterpart exported to it, its exports what the counterpart imported from it, so that a deficit stays negative.
/// </summary>
/// <param name="Indicator">Indicator id, e.g. <c>balance.roll12</c>; <c>external:…</c> for one that does not come from trade statistics.</param>
/// <param name="Figures">Whose statistics.</param>
public sealed record IndicatorNeed(string Indicator, Figures Figures)
{
    /// <summary>True for a number that trade statistics do not contain.</summary>
    public bool IsExternal => Indicator.StartsWith("external:", StringComparison.Ordinal);
}
