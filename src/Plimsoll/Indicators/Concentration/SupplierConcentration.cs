using Plimsoll.Trade;

namespace Plimsoll.Indicators.Concentration;

/// <summary>
/// How far imports hang on few suppliers, and how far that is known when part of them is secret. Method: docs/methods/concentration.md.
/// </summary>
/// <param name="Index">Herfindahl–Hirschman index without the secret part, 0 to 1; always inside the interval.</param>
/// <param name="Lowest">The index if every euro without a named supplier came from another one.</param>
/// <param name="Highest">The index if all that is secret came from the one supplier that makes it largest.</param>
/// <param name="LargestShare">Share of the largest known supplier in everything, secret trade included.</param>
/// <param name="LargestThreeShare">Share of the three largest known suppliers, likewise.</param>
/// <param name="UnknownShare">Share of what has no named supplier, 0 to 1.</param>
public sealed record SupplierConcentration(
    decimal Index,
    decimal Lowest,
    decimal Highest,
    decimal LargestShare,
    decimal LargestThreeShare,
    decimal UnknownShare)
{
    /// <summary>Above this share of unknown suppliers there is an interval and no verdict.</summary>
    public const decimal UnknownLimit = 0.10m;

    /// <summary>How many suppliers of equal size would give the same index.</summary>
    public decimal EffectiveSuppliers => 1m / Index;

    /// <summary>The index, or <c>IND-0011</c> when too much is secret for a verdict.</summary>
    public Parsed<decimal> Verdict => UnknownShare > UnknownLimit ? IndicatorFaults.TooSecret(UnknownShare) : Index;

    /// <summary>
    /// Concentration over suppliers. Fault <c>IND-0008</c> when no supplier is known, <c>IND-0015</c> when an amount is negative.
    /// </summary>
    /// <param name="suppliers">Amounts by supplier, in any unit; aggregates must not be among them.</param>
    /// <param name="secret">Amount that may come from anybody, the named suppliers included.</param>
    /// <param name="others">Amount known to come from suppliers that are not among the named ones, without saying how many.</param>
    public static Parsed<SupplierConcentration> Of(IEnumerable<decimal> suppliers, decimal secret = 0m, decimal others = 0m)
    {
        var amounts = suppliers.Where(amount => amount != 0m).OrderDescending().ToArray();
        if (secret < 0m || others < 0m || amounts is [.., < 0m])
        {
            return IndicatorFaults.Negative("supplier");
        }

        return amounts.Length == 0
            ? IndicatorFaults.NothingToDivideBy("imports from known suppliers")
            : Over(amounts, secret, others);
    }

    private static SupplierConcentration Over(decimal[] amounts, decimal secret, decimal others)
    {
        var known = amounts.Sum();
        var total = known + secret + others;
        decimal[] fewest = [.. amounts, others];
        var largest = fewest.Max();
        return new SupplierConcentration(
            SumOfSquares(amounts, known + others),
            SumOfSquares(amounts, total),
            SumOfSquares(fewest, total) - Square(largest / total) + Square((largest + secret) / total),
            amounts[0] / total,
            amounts.Take(3).Sum() / total,
            (secret + others) / total);
    }

    private static decimal SumOfSquares(decimal[] amounts, decimal total) => amounts.Sum(amount => Square(amount / total));

    private static decimal Square(decimal share) => share * share;
}
