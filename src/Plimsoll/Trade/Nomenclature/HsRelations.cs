using System.Collections.Frozen;

namespace Plimsoll.Trade;

/// <summary>
/// The United Nations' correlations between editions of the Harmonized System: HS 2022 to HS 2017 with every correlation, HS 2017 to
/// HS 2012 with the one code that each is converted to.
/// </summary>
public static class HsRelations
{
    private static readonly Lazy<FrozenDictionary<(string Edition, string Code), ProductCode[]>> Older = new(Read);

    /// <summary>
    /// The subheadings of an older edition (2017 or 2012) that a subheading of a newer one (2022 or 2017) corresponds to, ascending;
    /// empty when the newer edition has no such code. An <see cref="ArgumentException"/> for a pair of editions that is not bundled.
    /// </summary>
    public static IReadOnlyList<ProductCode> Convert(ProductCode hs6, int fromEdition, int toEdition) => (fromEdition, toEdition) switch
    {
        (2022, 2017) => StepBack(hs6, "2022"),
        (2017, 2012) => StepBack(hs6, "2017"),
        (2022, 2012) => [.. StepBack(hs6, "2022").SelectMany(code => StepBack(code, "2017")).Distinct().Order()],
        _ => throw new ArgumentException($"No correlation from HS {fromEdition} to HS {toEdition} is bundled."),
    };

    private static ProductCode[] StepBack(ProductCode hs6, string edition) => Older.Value.GetValueOrDefault((edition, hs6.Text)) ?? [];

    private static FrozenDictionary<(string Edition, string Code), ProductCode[]> Read() => Packed.Rows("hs_relations.tsv.gz")
        .GroupBy(row => (row[0], row[2]), row => ProductCode.Parse(row[3]).Value)
        .ToFrozenDictionary(codes => codes.Key, codes => codes.ToArray());
}
