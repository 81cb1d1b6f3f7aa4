using System.Collections.Frozen;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>
/// The partners of China Customs' table (4) by their English names. What a name means may change: the European Union is without the
/// United Kingdom from February 2020 on.
/// </summary>
internal static class GaccPartners
{
    private static readonly FrozenDictionary<string, Meaning[]> Meanings = Packed.Rows("gacc_partners.tsv")
        .GroupBy(fields => fields[0], fields => new Meaning(Country.Parse(fields[1]).Value, MonthOf(fields[2]), MonthOf(fields[3])), StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The partner that a name stood for in a period; the period's last month decides, as China Customs adjusts the earlier months of
    /// a cumulative figure. Fault <c>SRC-0204</c> for a name that is not in the table.
    /// </summary>
    internal static Parsed<Country> Find(string printed, Period period)
    {
        var name = Name(printed);
        var meaning = Meanings.GetValueOrDefault(name, []).FirstOrDefault(m => m.Holds(period.End));
        return meaning is null
            ? new Fault("SRC-0204", "Not a partner that China Customs is known to print. Add the name to gacc_partners.tsv.", name)
            : meaning.Partner;
    }

    /// <summary>Without <c>of which:</c> in front and an abbreviation in brackets behind.</summary>
    private static string Name(string printed)
    {
        var name = printed.StartsWith("of which", StringComparison.OrdinalIgnoreCase) ? printed[8..].TrimStart(':', ' ') : printed;
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        return (bracket > 0 ? name[..bracket] : name).Trim();
    }

    private static Month? MonthOf(string text) => text.Length == 0 ? null : Period.Parse(text).Value.Start;

    private sealed record Meaning(Country Partner, Month? From, Month? Until)
    {
        internal bool Holds(Month month) => (From is null || From <= month) && (Until is null || month <= Until);
    }
}
