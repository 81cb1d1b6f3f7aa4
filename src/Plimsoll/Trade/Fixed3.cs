namespace Plimsoll.Trade;

/// <summary>
/// Amounts as integers of a thousandth: exact sums in any order, on any engine. The store keeps values and quantities so
/// (DECIMAL(18,3)); people and indicators see <see cref="decimal"/>.
/// </summary>
public static class Fixed3
{
    /// <summary>Marks an amount that the source did not give. Not zero.</summary>
    public const long Null = long.MinValue;

    /// <summary>Thousandths in one unit.</summary>
    public const long One = 1000;

    private const decimal Limit = 1e15m;

    /// <summary>The amount as a decimal; null for <see cref="Null"/>.</summary>
    public static decimal? ToDecimal(long thousandths) => thousandths == Null ? null : ToDecimal((Int128)thousandths);

    /// <summary>A sum of thousandths as a decimal.</summary>
    public static decimal ToDecimal(Int128 thousandths) => (decimal)thousandths / One;

    /// <summary>Thousandths of a decimal, exact; null when it has more than three decimals or leaves the range of DECIMAL(18,3).</summary>
    public static long? FromDecimal(decimal amount)
    {
        if (Math.Abs(amount) >= Limit)
        {
            return null;
        }

        var scaled = amount * One;
        return decimal.IsInteger(scaled) ? (long)scaled : null;
    }
}
