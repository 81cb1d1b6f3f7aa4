using Plimsoll.Agreements;
using Plimsoll.Ledger;

namespace Plimsoll.Consultations.Notices;

/// <summary>The front door of notices: what changed for a watch-list since its last look. Pure; the same arguments give the same notices.</summary>
/// <param name="list">Which lines matter, and in whose cases.</param>
/// <param name="agreement">The agreement whose findings they are.</param>
/// <param name="terms">What its clauses leave open about the time of a case.</param>
/// <param name="origin">Origin of the reader's own log, as for <see cref="CaseBook.Fold"/>.</param>
public sealed class Lookout(WatchList list, Agreement agreement, CaseTerms terms, string origin)
{
    /// <summary>The notices, and what the next look is to be compared with.</summary>
    /// <param name="last">The last look.</param>
    /// <param name="findings">Findings of now; those of other agreements are passed over.</param>
    /// <param name="entries">Entries of all logs that are at hand; none of an earlier look may be missing.</param>
    /// <param name="now">Moment of the look.</param>
    public (IReadOnlyList<Notice> Notices, Sight Sight) Look(Sight last, IReadOnlyList<Finding> findings, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var watched = findings.Where(one => one.Agreement == agreement.Id && list.Watches(one.Clause, one.Subject)).ToList();
        var book = Watched(CaseBook.Fold(entries, terms, origin));
        var before = Watched(CaseBook.Fold(entries.Where(entry => entry.Index < last.Logs.GetValueOrDefault(entry.Log)), terms, origin));
        var cases = new CaseNotices(terms, now);
        IReadOnlyList<Notice> notices =
        [
            .. new ZoneNotices(agreement, now).Between(last.Findings, watched),
            .. cases.Between(before, book),
            .. cases.Reminders(book, last.Day),
        ];
        return (notices, After(last, watched, entries, now));
    }

    private static Sight After(Sight last, List<Finding> watched, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var seen = watched.Select(SeenFinding.Of).DistinctBy(one => one.Line, StringComparer.Ordinal).ToList();
        var lines = seen.Select(one => one.Line).ToHashSet(StringComparer.Ordinal);
        var logs = new Dictionary<string, long>(last.Logs, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            logs[entry.Log] = Math.Max(logs.GetValueOrDefault(entry.Log), entry.Index + 1);
        }

        return new Sight([.. last.Findings.Where(one => !lines.Contains(one.Line)), .. seen], logs, DateOnly.FromDateTime(now.UtcDateTime));
    }

    private CaseBook Watched(CaseBook book) => book with { Cases = [.. book.Cases.Where(list.Watches)] };
}
