using Plimsoll.Trade;

namespace Plimsoll.Indicators.UnitValue;

/// <summary>Value per unit of quantity. Method: docs/methods/unit-value.md.</summary>
public static class UnitPrice
{
    /// <summary>
    /// Currency units per unit of quantity. Fault <c>IND-0009</c> when there is value and no quantity, <c>IND-0008</c> when there is
    /// neither, <c>IND-0015</c> when one is negative.
    /// </summary>
    public static Parsed<decimal> Of(decimal value, decimal quantity) => (value, quantity) switch
    {
        ( < 0m, _) => IndicatorFaults.Negative("value"),
        (_, < 0m) => IndicatorFaults.Negative("quantity"),
        (0m, 0m) => IndicatorFaults.NothingToDivideBy("quantity"),
        (_, 0m) => IndicatorFaults.NoQuantity(),
        _ => value / quantity,
    };
}
