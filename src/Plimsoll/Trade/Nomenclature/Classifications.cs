using System.Collections.Frozen;

namespace Plimsoll.Trade;

/// <summary>Where a product stands in the other classifications of trade: Broad Economic Categories Rev. 4 and SITC Rev. 4.</summary>
public static class Classifications
{
    private static readonly Lazy<FrozenDictionary<string, (string[] Bec, string Sitc)>> Table = new(Read);

    /// <summary>
    /// The BEC Rev. 4 categories of a CN or HS subheading, several where the United Nations' table gives several; empty when unknown.
    /// A CN code takes the categories of its HS 2022 subheading, and where that edition lacks it, the one of the CN table.
    /// </summary>
    public static IReadOnlyList<string> Bec4(ProductCode code) => code.Kind is ProductKind.Cn8 or ProductKind.Hs6
        ? Bec(code.Text[..6]) is { Length: > 0 } categories ? categories : Bec(code.Text)
        : [];

    /// <summary>The SITC Rev. 4 code of a CN code, four or five digits; null when unknown.</summary>
    public static string? Sitc4(ProductCode code) => Table.Value.GetValueOrDefault(code.Text).Sitc is { Length: > 0 } sitc ? sitc : null;

    /// <summary>What a product is for, where all its BEC categories agree.</summary>
    public static EndUse EndUseOf(ProductCode code) =>
        Bec4(code).Select(UseOf).Distinct().ToArray() is [var only] ? only : EndUse.Undetermined;

    private static string[] Bec(string code) => Table.Value.GetValueOrDefault(code).Bec ?? [];

    private static EndUse UseOf(string category) => category switch
    {
        "41" or "521" => EndUse.Capital,
        "111" or "121" or "21" or "22" or "31" or "322" or "42" or "53" => EndUse.Intermediate,
        "112" or "122" or "522" or "61" or "62" or "63" => EndUse.Consumption,
        _ => EndUse.Mixed,
    };

    private static FrozenDictionary<string, (string[] Bec, string Sitc)> Read() => Packed.Rows("classifications.tsv.gz").ToFrozenDictionary(
        row => row[0],
        row => (row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), row[2]),
        StringComparer.Ordinal);
}
