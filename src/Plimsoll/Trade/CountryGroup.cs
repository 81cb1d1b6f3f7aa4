using System.Collections.Frozen;

namespace Plimsoll.Trade;

/// <summary>
/// A named set of partners. A group with a fixed list keeps it through all of history; <c>EU</c> and <c>EA</c> are the Union and the
/// euro area as they were. Northern Ireland (<c>XI</c>) is in neither <c>INT_EU27_2020</c> nor <c>EXT_EU27_2020</c>: its goods follow
/// the Union's rules, its country does not.
/// </summary>
public sealed class CountryGroup
{
    private static readonly Lazy<FrozenDictionary<Country, CountryGroup>> Groups = new(Read);
    private readonly IReadOnlyList<Membership> memberships;
    private readonly string outside;

    private CountryGroup(Country code, string name, IReadOnlyList<Membership> memberships, string outside)
    {
        Code = code;
        Name = name;
        this.memberships = memberships;
        this.outside = outside;
    }

    /// <summary>All groups, by code.</summary>
    public static IReadOnlyList<CountryGroup> All => [.. Groups.Value.Values.OrderBy(group => group.Code)];

    /// <summary>The Union of 27, constant back through history.</summary>
    public static CountryGroup Eu27 => Groups.Value[Country.Eu27];

    /// <summary>The Union as it was in each month, by the accession treaties and the withdrawal of the United Kingdom.</summary>
    public static CountryGroup HistoricalEu => Named("EU");

    /// <summary>China with Hong Kong and Macao, shown beside China alone.</summary>
    public static CountryGroup ChinaHongKongMacao => Named("CN_HK_MO");

    /// <summary>Partners withheld for commercial or military reasons.</summary>
    public static CountryGroup Secret => Named("SECRET");

    /// <summary>Partners that the declaration did not determine.</summary>
    public static CountryGroup Unspecified => Named("UNSPECIFIED");

    /// <summary>Code as Eurostat writes it, or Plimsoll's own where Eurostat has none.</summary>
    public Country Code { get; }

    /// <summary>English name.</summary>
    public string Name { get; }

    /// <summary>True for a set that is given by what lies outside it (<c>EXT_EU27_2020</c>, <c>WORLD</c>), and so changes with the geonomenclature.</summary>
    public bool IsComplement => outside.Length > 0;

    /// <summary>The group of a code; null when the code names none.</summary>
    public static CountryGroup? Find(Country code) => Groups.Value.GetValueOrDefault(code);

    /// <summary>The group that a person wrote, as its code or as a sum of codes: <c>CN+HK+MO</c>. Fault <c>TRD-0004</c> when there is none.</summary>
    public static Parsed<CountryGroup> Parse(string text)
    {
        var code = Country.Parse(text.Replace('+', '_'));
        return code.Ok && Find(code.Value) is { } group ? group : Geonomenclature.Unknown(text);
    }

    /// <summary>True when the country belongs to the group in that month.</summary>
    public bool Has(Country country, Month month) => outside switch
    {
        "" => memberships.Any(membership => membership.Country == country && membership.Holds(month)),
        "*" => Geonomenclature.Find(country, month) is not null,
        _ => country.Code is not "XI" && Geonomenclature.Find(country, month) is not null && !Named(outside).Has(country, month),
    };

    /// <summary>
    /// The members in a month, by code. A complement lists every code that stood then, pseudo-partners and overlapping codes (<c>GB</c>
    /// and <c>XU</c>) included: where the source publishes the group itself, take its figure instead of a sum.
    /// </summary>
    public IReadOnlyList<Country> MembersAt(Month month)
    {
        var candidates = IsComplement ? Geonomenclature.Entries.Select(entry => entry.Country) : memberships.Select(membership => membership.Country);
        return [.. candidates.Distinct().Where(country => Has(country, month)).Order()];
    }

    /// <inheritdoc/>
    public override string ToString() => Code.Code;

    private static CountryGroup Named(string code) => Groups.Value[Country.Parse(code).Value];

    private static FrozenDictionary<Country, CountryGroup> Read() => Packed.Rows("groups.tsv")
        .Select(row => new CountryGroup(Country.Parse(row[0]).Value, row[1], [.. row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Membership.Read)], row[3]))
        .ToFrozenDictionary(group => group.Code);

    private sealed record Membership(Country Country, Month? From, Month? To)
    {
        internal static Membership Read(string text)
        {
            var parts = text.Split('@');
            var months = parts.Length == 1 ? ["", ""] : parts[1].Split("..");
            return new(Country.Parse(parts[0]).Value, MonthOf(months[0]), MonthOf(months[1]));
        }

        internal bool Holds(Month month) => !(month < From) && !(month > To);

        private static Month? MonthOf(string text) => text.Length == 0 ? null : Period.Parse(text).Value.Start;
    }
}
