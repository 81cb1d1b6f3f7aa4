using Plimsoll.Trade;

namespace Plimsoll.Indicators.UnitValue;

/// <summary>
/// A change of value as the part that prices made and the part that volumes made. The two sum to the change exactly, to the last
/// digit, whatever the method. Method: docs/methods/price-volume-split.md.
/// </summary>
/// <param name="Price">What the change of unit value made, in currency units.</param>
/// <param name="Volume">What the change of quantity made, in currency units.</param>
public sealed record PriceVolumeSplit(decimal Price, decimal Volume)
{
    // The price part is rounded here and the volume part is the exact rest: finer than any currency, coarse enough to subtract exactly.
    private const int Decimals = 9;

    // With nine decimals, the largest part of which a decimal still holds every digit.
    private const decimal LargestPart = 1e18m;

    /// <summary>The whole change.</summary>
    public decimal Change => Price + Volume;

    /// <summary>
    /// Logarithmic mean Divisia index: the logarithmic mean of the two values times the logarithm of the change of unit value and of
    /// quantity. Needs trade at both ends: fault <c>IND-0005</c> or <c>IND-0006</c> without, <c>IND-0009</c> without quantity.
    /// </summary>
    public static Parsed<PriceVolumeSplit> Lmdi(decimal value0, decimal quantity0, decimal value1, decimal quantity1) =>
        Defect(value0, quantity0, value1, quantity1) is { } fault ? fault : ByLogarithms(value0, quantity0, value1, quantity1);

    /// <summary>
    /// Bennet: the mean of the split at the first period's weights (Laspeyres) and at the second's (Paasche); needs no logarithm. Same
    /// faults as <see cref="Lmdi"/>, and <c>IND-0016</c> when the parts would be too large to sum exactly.
    /// </summary>
    public static Parsed<PriceVolumeSplit> Bennet(decimal value0, decimal quantity0, decimal value1, decimal quantity1)
    {
        if (Defect(value0, quantity0, value1, quantity1) is { } fault)
        {
            return fault;
        }

        var (before, now, quantities) = (value0 / quantity0, value1 / quantity1, quantity0 + quantity1);
        return Math.Max(before, now) > LargestPart / quantities
            ? IndicatorFaults.BeyondExactness()
            : Rounded((now - before) * quantities / 2m, value1 - value0);
    }

    /// <summary>(a − b) / ln(a/b), and a itself when both are equal; both above zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is zero or negative.</exception>
    public static decimal LogarithmicMean(decimal a, decimal b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        var logarithm = NaturalLogarithm.OfRatio(a, b);
        return logarithm == 0m ? a : (a - b) / logarithm;
    }

    private static PriceVolumeSplit ByLogarithms(decimal value0, decimal quantity0, decimal value1, decimal quantity1)
    {
        var unitValue = NaturalLogarithm.OfRatio(value1, value0) - NaturalLogarithm.OfRatio(quantity1, quantity0);
        return Rounded(LogarithmicMean(value1, value0) * unitValue, value1 - value0);
    }

    private static PriceVolumeSplit Rounded(decimal price, decimal change)
    {
        var rounded = decimal.Round(price, Decimals, MidpointRounding.ToEven);
        return new PriceVolumeSplit(rounded, change - rounded);
    }

    private static Fault? Defect(decimal value0, decimal quantity0, decimal value1, decimal quantity1) => (value0, value1) switch
    {
        (0m, 0m) => IndicatorFaults.NoTrade(),
        (0m, > 0m) => IndicatorFaults.NewFlow(),
        ( > 0m, 0m) => IndicatorFaults.NothingToDivideBy("value of the second period"),
        _ => UnitPrice.Of(value0, quantity0).Fault ?? UnitPrice.Of(value1, quantity1).Fault,
    };
}
