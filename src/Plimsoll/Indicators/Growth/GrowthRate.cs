using Plimsoll.Trade;

namespace Plimsoll.Indicators.Growth;

/// <summary>Change between two windows. Method: docs/methods/growth.md.</summary>
public static class GrowthRate
{
    /// <summary>
    /// Growth of a level, 0.05 for five per cent. Without trade in the baseline there is none: <c>IND-0005</c> when the flow is new,
    /// <c>IND-0006</c> when there is still none; a negative level is <c>IND-0015</c>.
    /// </summary>
    public static Parsed<decimal> OfLevel(decimal now, decimal then) => (now, then) switch
    {
        ( < 0m, _) or (_, < 0m) => IndicatorFaults.Negative("level"),
        (0m, 0m) => IndicatorFaults.NoTrade(),
        (_, 0m) => IndicatorFaults.NewFlow(),
        _ => (now / then) - 1m,
    };

    /// <summary>
    /// Growth of a deficit, from two balances that are both negative: 0.15 when it deepened by 15 per cent. A ratio of balances whose
    /// sign changed means nothing, so everything else is <c>IND-0007</c>, and the absolute change is what remains to be said.
    /// </summary>
    public static Parsed<decimal> OfDeficit(decimal balanceNow, decimal balanceThen) => balanceNow < 0m && balanceThen < 0m
        ? (balanceNow / balanceThen) - 1m
        : IndicatorFaults.NotADeficit(balanceNow, balanceThen);
}
