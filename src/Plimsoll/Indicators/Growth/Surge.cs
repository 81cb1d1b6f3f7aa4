using Plimsoll.Indicators.UnitValue;
using Plimsoll.Trade;

namespace Plimsoll.Indicators.Growth;

/// <summary>What a sweep knows of one partner's trade in the last twelve months (L12) and the twelve before (P12), in thousandths.</summary>
/// <param name="Value">Value in L12, thousandths of a currency unit.</param>
/// <param name="ValueBefore">Value in P12.</param>
/// <param name="Kilograms">Net mass in L12, thousandths of a kilogram.</param>
/// <param name="KilogramsBefore">Net mass in P12.</param>
/// <param name="Days">Days in L12: 365 or 366.</param>
public readonly record struct Surge(long Value, long ValueBefore, long Kilograms, long KilogramsBefore, int Days)
{
    private const int DaysInWeek = 7;

    /// <summary>Value of an average week of L12, currency units; the materiality floor of import surveillance.</summary>
    public decimal WeeklyValue => Fixed3.ToDecimal((Int128)Value) * DaysInWeek / Days;

    /// <summary>
    /// Growth of net mass; <c>IND-0009</c> when a window has value and no mass, which is not the same as no trade, else the faults of
    /// <see cref="GrowthRate.OfLevel"/>.
    /// </summary>
    public Parsed<decimal> VolumeGrowth => IsUnweighed(Value, Kilograms) || IsUnweighed(ValueBefore, KilogramsBefore)
        ? IndicatorFaults.NoQuantity()
        : GrowthRate.OfLevel(Kilograms, KilogramsBefore);

    /// <summary>Growth of value; the faults of <see cref="GrowthRate.OfLevel"/>.</summary>
    public Parsed<decimal> ValueGrowth => GrowthRate.OfLevel(Value, ValueBefore);

    /// <summary>Growth of the value of a kilogram; the faults of <see cref="UnitPrice.Of"/>, then those of <see cref="GrowthRate.OfLevel"/>.</summary>
    public Parsed<decimal> UnitValueGrowth
    {
        get
        {
            var now = UnitPrice.Of(Value, Kilograms);
            var then = UnitPrice.Of(ValueBefore, KilogramsBefore);
            return (now.Fault ?? then.Fault) is { } fault ? fault : GrowthRate.OfLevel(now.Value, then.Value);
        }
    }

    private static bool IsUnweighed(long value, long kilograms) => value > 0 && kilograms == 0;
}
