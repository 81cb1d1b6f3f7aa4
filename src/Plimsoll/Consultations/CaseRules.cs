using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Consultations.Entries;
using Plimsoll.Ledger;

namespace Plimsoll.Consultations;

/// <summary>
/// What is to be entered because of what is known now: cases opened and joined, findings withdrawn, deadlines lapsed. Nothing else: a
/// step is taken by a party, and no finding ever leads to a measure. Pure; the same arguments give the same drafts in the same order.
/// </summary>
/// <param name="agreement">The agreement whose findings they are.</param>
/// <param name="log">Origin of the log of the party that is to sign: each says once what it sees itself.</param>
public sealed class CaseRules(Agreement agreement, string log)
{
    /// <summary>The drafts, for one party to sign.</summary>
    /// <param name="book">Cases so far.</param>
    /// <param name="findings">Findings of now; of a period that a case knows as well, so that a revision is seen.</param>
    /// <param name="previous">Findings of the last time somebody looked; may be empty. Then the zone one period earlier decides whether a colour was entered.</param>
    /// <param name="now">Its day in UTC decides which deadlines are over.</param>
    public IReadOnlyList<EntryDraft> Next(CaseBook book, IReadOnlyList<Finding> findings, IReadOnlyList<Finding> previous, DateTimeOffset now)
    {
        var own = findings.Where(one => one.Agreement == agreement.Id).DistinctBy(one => one.Id, StringComparer.Ordinal).OrderBy(one => Effect(one).Effect == CaseEffect.Listing).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        var today = DateOnly.FromDateTime(now.UtcDateTime);

        // Those that only join come last, so that it does not hang on their names whether a case is there.
        return [.. Withdrawn(book, own.ToLookup(one => one.Id, StringComparer.Ordinal), today), .. Entered(book, own, previous), .. Lapsed(book, today)];
    }

    // Also where the other party said so before: a finding is withdrawn when both do.
    private IEnumerable<EntryDraft> Withdrawn(CaseBook book, ILookup<string, Finding> findings, DateOnly today) =>
        from one in book.Cases
        from known in one.Findings
        where !known.WithdrawnBy.Contains(log, StringComparer.Ordinal)
        from finding in findings[known.Id]
        let now = CaseBodies.VintageOf(finding)
        where CaseFinding.IsTakenBack(known.Vintages, now, today)
        select new EntryDraft(EntryKind.CaseFindingWithdrawn, CaseBodies.Write(new
        {
            Case = one.Id,
            Finding = known.Id,
            Then = CaseBodies.Vintage(known.Coloured),
            Now = CaseBodies.Vintage(now),
        }));

    private IEnumerable<EntryDraft> Entered(CaseBook book, List<Finding> findings, IReadOnlyList<Finding> previous)
    {
        var before = previous.GroupBy(one => CaseFinding.LineOf(one.Id), StringComparer.Ordinal).ToDictionary(line => line.Key, line => line.MaxBy(one => one.Period)!.Zone, StringComparer.Ordinal);
        var inCases = book.Cases.SelectMany(one => one.Findings).ToLookup(one => one.Id, StringComparer.Ordinal);
        var seen = inCases.SelectMany(known => known).Select(one => one.Line).ToHashSet(StringComparer.Ordinal);
        var opened = new Dictionary<CaseScope, string>();
        foreach (var finding in findings)
        {
            var (clause, effect) = Effect(finding);
            if (effect == CaseEffect.None || !IsNews(inCases[finding.Id].LastOrDefault(), finding, Before(finding, before, seen)))
            {
                continue;
            }

            var scope = CaseScope.Of(agreement.Id, finding.Subject);
            var joins = opened.GetValueOrDefault(scope) ?? book.Open(scope)?.Id;
            if (joins is null && effect == CaseEffect.Listing)
            {
                continue;
            }

            opened[scope] = joins ?? NewId(book, scope, finding);
            yield return Draft(joins is null ? EntryKind.CaseOpened : EntryKind.CaseJoined, opened[scope], scope, finding, effect, clause!);
        }
    }

    private (Clause? Clause, CaseEffect Effect) Effect(Finding finding)
    {
        var clause = agreement.Clauses.FirstOrDefault(one => one.Id == finding.Clause);
        return (clause, clause is null ? CaseEffect.None : CaseEffects.Of(clause, finding.Zone));
    }

    // What the line was before: as somebody saw it last; else, when a case knows the line, as it was one period earlier; else unknown.
    private static Zone Before(Finding finding, Dictionary<string, Zone> previous, HashSet<string> seen)
    {
        var line = CaseFinding.LineOf(finding.Id);
        return previous.TryGetValue(line, out var zone) ? zone : seen.Contains(line) ? finding.PreviousZone : Zone.Green;
    }

    // A colour that was entered, got worse, or came back with a revision; not one that merely lasts, nor one that the case has already.
    private bool IsNews(CaseFinding? known, Finding finding, Zone before)
    {
        if (known is null)
        {
            return before is not (Zone.Amber or Zone.Red or Zone.Recovering) || (before != Zone.Red && finding.Zone == Zone.Red);
        }

        // Two parties may hold two vintages. Each says once what it sees on its own; it is no news that the other sees something else.
        var (now, own) = (CaseBodies.VintageOf(finding), known.LastBy(log));
        return (own ?? known.Now).Zone != now.Zone && !known.Vintages.Any(one => (own is null || one.By == log) && one.IsSameAs(now));
    }

    private static string NewId(CaseBook book, CaseScope scope, Finding finding)
    {
        var id = $"{scope}/{finding.Period}";
        var earlier = book.Cases.Count(one => one.Id == id || one.Id.StartsWith($"{id}.", StringComparison.Ordinal));
        return earlier == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}.{earlier + 1}");
    }

    private EntryDraft Draft(EntryKind kind, string id, CaseScope scope, Finding finding, CaseEffect effect, Clause clause) => new(kind, CaseBodies.Write(new
    {
        Case = id,
        scope.Agreement,
        scope.Sector,
        scope.Pair,
        agreement.Parties,
        Clock = CaseBodies.Clock(effect == CaseEffect.Consultation ? clause.Consultation : null),
        Finding = CaseBodies.Finding(finding, effect),
    }));

    private static IEnumerable<EntryDraft> Lapsed(CaseBook book, DateOnly today) =>
        from one in book.Cases
        where one.IsOpen
        from deadline in one.Deadlines
        where deadline.LapsedOn is null && deadline.IsOver(today)
        select new EntryDraft(EntryKind.CaseDeadlineLapsed, CaseBodies.Write(new
        {
            Case = one.Id,
            Deadline = deadline.Id,
            From = deadline.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            deadline.Days,
            deadline.Count,
            Due = deadline.Due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }));
}
