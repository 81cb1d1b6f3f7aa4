using System.Collections.Frozen;
using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comtrade;

/// <summary>Countries by the numeric codes, three-letter codes and English names of UN Comtrade and BACI.</summary>
internal static class ComtradeCountries
{
    private static readonly string[][] Table = [.. EmbeddedTable.Rows("Comtrade.countries.tsv")];

    private static readonly FrozenDictionary<int, Country> ByNumber =
        Table.ToFrozenDictionary(row => int.Parse(row[0], CultureInfo.InvariantCulture), row => Country.Parse(row[1]).Value);

    private static readonly FrozenDictionary<string, Country> ByIso3 =
        Index(row => row[2].Length == 0 ? [] : [row[2]]);

    private static readonly FrozenDictionary<string, Country> ByName = Index(row => row[3].Split('|'));

    /// <summary>By numeric code, with or without leading zeros; fault <c>SRC-0226</c> for one that is not in the table.</summary>
    internal static Parsed<Country> FromNumeric(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && ByNumber.TryGetValue(number, out var country)
            ? country
            : Unknown(code);

    /// <summary>By three-letter code; fault <c>SRC-0226</c>.</summary>
    internal static Parsed<Country> FromIso3(string code) => ByIso3.TryGetValue(code, out var country) ? country : Unknown(code);

    /// <summary>By English name; fault <c>SRC-0226</c>.</summary>
    internal static Parsed<Country> FromName(string name) => ByName.TryGetValue(name, out var country) ? country : Unknown(name);

    private static Fault Unknown(string code) => new("SRC-0226", "Not a country that UN Comtrade lists today. Former states and regional remainders are not read.", code);

    /// <summary>The first row wins: a name shared by a state and its predecessor means the later state.</summary>
    private static FrozenDictionary<string, Country> Index(Func<string[], string[]> keys) => Table
        .SelectMany(row => keys(row).Select(key => (key, row)))
        .GroupBy(pair => pair.key, pair => Country.Parse(pair.row[1]).Value, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
}
