using Plimsoll.Trade;

namespace Plimsoll.Indicators.Share;

/// <summary>A part of a whole. Method: docs/methods/share.md.</summary>
public static class MarketShare
{
    /// <summary>
    /// 0 to 1. Fault <c>IND-0008</c> when the whole is zero, <c>IND-0010</c> when the part is larger, <c>IND-0015</c> when one is negative.
    /// </summary>
    public static Parsed<decimal> Of(decimal part, decimal whole) => (part, whole) switch
    {
        ( < 0m, _) or (_, < 0m) => IndicatorFaults.Negative("part or whole"),
        (_, 0m) => IndicatorFaults.NothingToDivideBy("whole"),
        _ when part > whole => IndicatorFaults.PartAboveWhole(part, whole),
        _ => part / whole,
    };
}
