using Plimsoll.Trade;

namespace Plimsoll.Sources.Comext;

/// <summary>Where a bulk file keeps what: found by name, since the number and order of columns changed over the years.</summary>
/// <param name="Count">Columns in the header.</param>
/// <param name="Dataset"><c>full_v2</c> for the present files, <c>full</c> for the DECLARANT files before 2022.</param>
internal sealed record ComextColumns(
    int Count,
    string Dataset,
    int Reporter,
    int Partner,
    int TradeType,
    int Product,
    int Flow,
    int Procedure,
    int SupplementaryUnit,
    int PeriodColumn,
    int Value,
    int Kilograms,
    int Supplementary)
{
    /// <summary>The period that the file's name says it is about; null for a slice under another name, which may hold any.</summary>
    internal Period? Named { get; init; }

    /// <summary>Most columns that a header may have.</summary>
    internal const int Limit = 64;

    // Present name first, then the names of the 1988–2001 and 2002–2021 files.
    private static readonly string[][] Names =
    [
        ["REPORTER", "DECLARANT_ISO"],
        ["PARTNER_ISO", "PARTNER"],
        ["TRADE_TYPE"],
        ["PRODUCT_NC"],
        ["FLOW"],
        ["STAT_PROCEDURE", "STAT_REGIME"],
        ["SUPPL_UNIT", "SUPP_UNIT"],
        ["PERIOD"],
        ["VALUE_EUR", "VALUE_IN_EUROS"],
        ["QUANTITY_KG", "QUANTITY_IN_KG"],
        ["QUANTITY_SUPPL_UNIT", "SUP_QUANTITY"],
    ];

    /// <summary>Reads the header line; fault <c>SRC-0010</c> names the columns that are missing.</summary>
    internal static Parsed<ComextColumns> Read(string header)
    {
        var columns = header.Split(',').Select(c => c.Trim().Trim('"').ToUpperInvariant()).ToArray();
        var found = Names.Select(names => names.Select(n => Array.IndexOf(columns, n)).FirstOrDefault(i => i >= 0, -1)).ToArray();
        var missing = Names.Where((_, i) => found[i] < 0).Select(names => names[0]).ToArray();
        if (missing.Length > 0)
        {
            return new Fault("SRC-0010", $"The header lacks {string.Join(", ", missing)}. A Comext bulk file names its columns in its first line.", header);
        }

        if (columns.Length > Limit)
        {
            return new Fault("SRC-0010", $"The header has {columns.Length} columns; a Comext bulk file has 17 to 20.", header);
        }

        var dataset = columns.Contains("DECLARANT", StringComparer.Ordinal) ? "full" : "full_v2";
        return new ComextColumns(columns.Length, dataset, found[0], found[1], found[2], found[3], found[4], found[5], found[6], found[7], found[8], found[9], found[10]);
    }

    /// <summary>True for a first line that means to be a bulk header, even a broken one.</summary>
    internal static bool Resembles(string header) =>
        header.Contains("PRODUCT_NC", StringComparison.OrdinalIgnoreCase)
        && header.Contains("TRADE_TYPE", StringComparison.OrdinalIgnoreCase);
}
