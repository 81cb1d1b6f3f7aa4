using System.Collections.Frozen;
using System.Globalization;

namespace Plimsoll.Trade;

/// <summary>
/// The countries and territories of European trade statistics: which codes exist, since when, under which name, and their ISO 3166
/// and UN numbers. Source: Eurostat's GEONOM list as published with Comext.
/// </summary>
public static class Geonomenclature
{
    private static readonly Lazy<FrozenDictionary<Country, GeoEntry[]>> ByCode = new(ReadEntries);
    private static readonly Lazy<(string Iso3, int Number, Country Country)[]> Iso = new(ReadIso);

    /// <summary>Every entry, by code and then by first month.</summary>
    public static IEnumerable<GeoEntry> Entries => ByCode.Value.Values.SelectMany(entries => entries).OrderBy(entry => entry.Country).ThenBy(entry => entry.From);

    /// <summary>True when the code is, or once was, a country, a pseudo-partner or a named group.</summary>
    public static bool Knows(Country country) => ByCode.Value.ContainsKey(country) || CountryGroup.Find(country) is not null;

    /// <summary>
    /// What a country's code meant in a month, or its newest meaning without one. Null when the code is unknown, did not stand in that
    /// month, or names a group.
    /// </summary>
    public static GeoEntry? Find(Country country, Month? month = null)
    {
        var entries = ByCode.Value.GetValueOrDefault(country) ?? [];
        return month is { } at ? Array.Find(entries, entry => entry.IsValidAt(at)) : entries.LastOrDefault();
    }

    /// <summary>English name of a country or group, newest first; the code itself when nothing is known about it.</summary>
    public static string NameOf(Country country) => Find(country)?.Name ?? CountryGroup.Find(country)?.Name ?? country.Code;

    /// <summary>The country of an ISO 3166 alpha-3 code such as <c>CHN</c>; fault <c>TRD-0004</c> when it is not one.</summary>
    public static Parsed<Country> FromIso3(string text)
    {
        var at = Array.FindIndex(Iso.Value, row => string.Equals(row.Iso3, text, StringComparison.Ordinal));
        return at >= 0 ? Iso.Value[at].Country : Unknown(text);
    }

    /// <summary>
    /// The country of a UN M49 number, or of the UN's variant of it in trade statistics (251 France, 842 United States, 699 India, and
    /// 490 "Other Asia", read as Taiwan). 0 is the world. Fault <c>TRD-0004</c> when it is none of them.
    /// </summary>
    public static Parsed<Country> FromNumeric(int number)
    {
        if (number == 0)
        {
            return Country.World;
        }

        var at = Array.FindIndex(Iso.Value, row => row.Number == number);
        return at >= 0 ? Iso.Value[at].Country : Unknown(number.ToString("D3", CultureInfo.InvariantCulture));
    }

    /// <summary>Up to five countries or groups whose code, ISO code or name is close to the text, best first.</summary>
    public static IReadOnlyList<Country> NearMatches(string text)
    {
        var wanted = text.Trim().ToUpperInvariant();
        var codes = Entries.Select(entry => (entry.Country, Spelling: entry.Country.Code));
        var groups = CountryGroup.All.Select(group => (Country: group.Code, Spelling: group.Code.Code));
        var names = Entries.Select(entry => (entry.Country, Spelling: entry.Name.ToUpperInvariant()));
        var iso3 = Iso.Value.Select(row => (row.Country, Spelling: row.Iso3));
        var spellings = codes.Concat(groups).Concat(names).Concat(iso3);
        return [.. spellings.Select(item => (item.Country, Distance: Spelling.Distance(wanted, item.Spelling)))
            .Where(item => item.Distance <= Math.Max(1, wanted.Length / 3))
            .OrderBy(item => item.Distance).ThenBy(item => item.Country)
            .Select(item => item.Country).Distinct().Take(5)];
    }

    /// <summary>The fault for a code that names no country, with the near matches in its message.</summary>
    public static Fault Unknown(string text)
    {
        var near = NearMatches(text);
        var hint = near.Count == 0 ? "" : $" Near: {string.Join(", ", near.Select(country => $"{country} ({NameOf(country)})"))}.";
        return new("TRD-0004", $"No country or group of the geonomenclature has this code.{hint}", text);
    }

    private static FrozenDictionary<Country, GeoEntry[]> ReadEntries() => Packed.Rows("geonomenclature.tsv")
        .Select(row => new GeoEntry(Country.Parse(row[0]).Value, row[3], MonthOf(row[1]), row[2].Length == 0 ? null : MonthOf(row[2])))
        .GroupBy(entry => entry.Country)
        .ToFrozenDictionary(entries => entries.Key, entries => entries.OrderBy(entry => entry.From).ToArray());

    private static (string Iso3, int Number, Country Country)[] ReadIso() => [.. Packed.Rows("iso.tsv")
        .Select(row => (row[1], int.Parse(row[2], CultureInfo.InvariantCulture), Country.Parse(row[0]).Value))];

    private static Month MonthOf(string text) => Period.Parse(text).Value.Start;
}
