using Plimsoll.Agreements;
using Plimsoll.Host.Web;
using Plimsoll.Trade;

namespace Plimsoll.Host.Search;

/// <summary>What a word or a code leads to.</summary>
/// <param name="Clauses">Clauses whose title or id holds every word.</param>
/// <param name="Products">Product codes, the exact one first, with the finding that the board would show of it.</param>
/// <param name="Countries">Countries and groups by code, or by name in any of the languages.</param>
/// <param name="IsNear">True when nothing is called so and the entries are what is spelt like it.</param>
public sealed record SearchResults(
    IReadOnlyList<Clause> Clauses, IReadOnlyList<(ProductCode Code, Finding? Finding)> Products, IReadOnlyList<(Country Country, Finding? Finding)> Countries, bool IsNear)
{
    /// <summary>Longest text that is searched for.</summary>
    internal const int TextLimit = 80;

    private const int Most = 12;

    internal static SearchResults Of(Stand stand, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var clauses = words.Length == 0 ? [] : stand.Agreement.Clauses.Where(c => words.All(w => $"{c.Id} {c.Title}".Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
        var exact = ProductCode.Parse(text) is { Ok: true, Value: var code } && Nomenclature.Label(code, Nomenclature.LastListedYear) is not null ? [code] : Array.Empty<ProductCode>();
        var named = words.Length == 0 ? [] : CountriesCalled(text);
        var found = clauses.Count + exact.Length + named.Count > 0;
        var codes = words.Length == 0 ? [] : exact.Concat(found && exact.Length > 0 ? [] : Nomenclature.NearMatches(text)).Distinct().Take(Most).ToList();
        var countries = found || words.Length == 0 ? named : [.. Geonomenclature.NearMatches(text).Take(Most)];
        var worst = stand.Findings.OrderByDescending(f => f.Zone).ToList();
        return new SearchResults(
            clauses,
            [.. codes.Select(c => (c, worst.Find(f => f.Subject.Product == c.Text)))],
            [.. countries.Select(c => (c, worst.Find(f => f.Subject.Reporter == c.Code)))],
            !found && !codes.Exists(c => words.All(w => Nomenclature.Label(c, Nomenclature.LastListedYear)?.Contains(w, StringComparison.OrdinalIgnoreCase) ?? false)));
    }

    private static List<Country> CountriesCalled(string text)
    {
        var all = Geonomenclature.Entries.Select(e => e.Country).Concat(CountryGroup.All.Select(g => g.Code)).Distinct();
        return
        [
            .. all.Where(c => string.Equals(c.Code, text, StringComparison.OrdinalIgnoreCase)
                    || (text.Length > 1 && Languages.Language.All.Any(l => l.Country(c.Code).Contains(text, StringComparison.OrdinalIgnoreCase))))
                .OrderBy(c => c).Take(Most),
        ];
    }
}
