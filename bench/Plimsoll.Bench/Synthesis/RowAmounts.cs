namespace Plimsoll.Bench.Synthesis;

/// <summary>The four amounts of a row, whole numbers as Comext prints them.</summary>
/// <param name="Euro">VALUE_EUR.</param>
/// <param name="National">VALUE_NAC.</param>
/// <param name="Kilograms">QUANTITY_KG; 0 below half a kilogram.</param>
/// <param name="Units">QUANTITY_SUPPL_UNIT; 0 without a unit.</param>
internal readonly record struct RowAmounts(long Euro, long National, long Kilograms, long Units)
{
    public static RowAmounts operator +(RowAmounts left, RowAmounts right) => new(
        left.Euro + right.Euro,
        left.National + right.National,
        left.Kilograms + right.Kilograms,
        left.Units + right.Units);
}
