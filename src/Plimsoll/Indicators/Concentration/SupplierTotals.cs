namespace Plimsoll.Indicators.Concentration;

/// <summary>What a sweep knows of the suppliers of one reporter in one year, in exact integers.</summary>
/// <param name="Known">Imports from named suppliers, thousandths of a currency unit.</param>
/// <param name="Secret">Imports whose supplier is secret or not specified, thousandths.</param>
/// <param name="Largest">Imports from the largest named supplier, thousandths.</param>
/// <param name="SumOfSquares">Sum of the squares of the imports from each named supplier, in thousandths squared.</param>
public readonly record struct SupplierTotals(long Known, long Secret, long Largest, UInt128 SumOfSquares)
{
    /// <summary>
    /// The index over named suppliers, 0 to 1, nearest double of an exact fraction, so that every machine finds the same; NaN without
    /// any. <see cref="SupplierConcentration.Index"/> says the same in decimals.
    /// </summary>
    public double Index => (double)SumOfSquares / ((double)Known * Known);

    /// <summary>Share of imports without named supplier, 0 to 1; NaN without imports.</summary>
    public double UnknownShare => Secret / ((double)Known + Secret);
}
