using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>Whether what a question sums over can be added: no code that holds another, nothing secret beside what is not, no month twice.</summary>
internal static class Additivity
{
    // Members of the groups that change with time, on days that between them see every member.
    private static readonly Month[] MembershipMonths = [Month.Of(2015, 1), Month.Of(2026, 1)];

    /// <summary>Null, or fault <c>STO-0010</c> for codes and <c>STO-0011</c> for periods that would be counted twice.</summary>
    /// <param name="query">The question.</param>
    /// <param name="periods">Periods that it could read, each once.</param>
    internal static Fault? Check(TradeQuery query, IReadOnlyList<Period> periods) =>
        Countries("reporter", query.By.HasFlag(QueryDimensions.Reporter), query.Reporters)
        ?? Countries("partner", query.By.HasFlag(QueryDimensions.Partner), query.Partners)
        ?? Products(query.By.HasFlag(QueryDimensions.Product), query.Products)
        ?? (query.By.HasFlag(QueryDimensions.Month) ? null : Periods(query, periods));

    private static Fault? Countries(string dimension, bool kept, IReadOnlyList<string> codes)
    {
        var countries = codes.Select(c => Country.Parse(c)).Where(c => c.Ok).Select(c => c.Value).ToList();
        return kept ? null : Pairs(countries).Where(p => !AreApart(p.One, p.Other)).Select(p => Twice(dimension, p.One.Code, p.Other.Code)).FirstOrDefault();
    }

    private static Fault? Products(bool kept, IReadOnlyList<string> codes)
    {
        var products = codes.Select(c => ProductCode.Parse(c)).Where(c => c.Ok).Select(c => c.Value).ToList();
        return kept ? null : Pairs(products).Where(p => !AreApart(p.One, p.Other)).Select(p => Twice("product", p.One.Text, p.Other.Text)).FirstOrDefault();
    }

    private static Fault Twice(string dimension, string one, string other) => new(
        "STO-0010",
        $"A sum of these would count trade twice, or mix secret trade into named: they are not parts of one list. Ask for one at a time, or keep them apart with --by {dimension}.",
        $"{one}, {other}");

    private static Fault? Periods(TradeQuery query, IReadOnlyList<Period> periods)
    {
        if (periods.Select(p => p.Months).Distinct().Order().ToList() is { Count: > 1 } lengths)
        {
            return new Fault("STO-0011", $"A sum over periods of different lengths would count months twice; the source has {string.Join(", ", lengths)} months. Name one with --months, or keep the periods apart with --by month.");
        }

        foreach (var (period, next) in periods.Order().Zip(periods.Order().Skip(1)))
        {
            if (next.Start <= period.End)
            {
                return new Fault("STO-0011", "A sum would count the months twice that these periods share. Keep the periods apart with --by month.", $"{period}, {next}");
            }
        }

        return query.By.HasFlag(QueryDimensions.Year) && periods.FirstOrDefault(p => p.Start.Year != p.End.Year) is { Months: > 0 } across
            ? new Fault("STO-0011", "The period lies in two years and belongs to the sum of neither. Keep the periods apart with --by month.", $"{across}")
            : null;
    }

    // A group whose members nobody has listed may hold anything.
    private static bool AreApart(Country one, Country other) =>
        Members(one) is { Count: > 0 } members && Members(other) is { Count: > 0 } others
        && !members.Overlaps(others)
        && members.All(m => m.IsSecret) == others.All(m => m.IsSecret);

    private static HashSet<Country> Members(Country code)
    {
        HashSet<Country> members = CountryGroup.Find(code) is { } group ? [.. MembershipMonths.SelectMany(group.MembersAt)] : code.IsAggregate ? [] : [code];

        // The United Kingdom is stated whole, and since 2021 in two parts as well.
        if (members.Contains(Country.Parse("GB").Value))
        {
            members.UnionWith([Country.Parse("XI").Value, Country.Parse("XU").Value]);
        }

        return members;
    }

    // Codes of one length of the HS or CN are apart, masked ones of different chapters, and SITC sections; of other lists nobody knows.
    private static bool AreApart(ProductCode one, ProductCode other) => one.Kind == other.Kind && one.Kind switch
    {
        ProductKind.Hs2 or ProductKind.Hs4 or ProductKind.Hs6 or ProductKind.Cn8 => IsSpecial(one) == IsSpecial(other),
        ProductKind.Masked => !string.Equals(one.Chapter, other.Chapter, StringComparison.Ordinal),
        ProductKind.Other => IsSitcSection(one.Text) && IsSitcSection(other.Text),
        _ => false,
    };

    // Complete plant, stores, low values: trade that no product is named for.
    private static bool IsSpecial(ProductCode code) => code.Chapter is "98" or "99";

    private static bool IsSitcSection(string code) => code is ['S', 'I', 'T', 'C', >= '0' and <= '9'];

    private static IEnumerable<(T One, T Other)> Pairs<T>(List<T> all) => all.SelectMany((one, i) => all.Skip(i + 1).Select(other => (one, other)));
}
