using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Host.Languages;
using Plimsoll.Host.Web;

namespace Plimsoll.Host.Briefings;

/// <summary>Writes the sections of a briefing.</summary>
internal sealed class BriefingWriter(Language language, Stand now, Stand before, int most)
{
    private readonly BriefingWords words = BriefingWords.In(language);
    private readonly FindingWords say = new(language);

    internal string Summary() => words.Summary(Standing(Zone.Red), Standing(Zone.Amber), now.Clauses.Count);

    internal IReadOnlyList<BriefingLine> Crossed()
    {
        var crossed = now.Clauses.SelectMany(c => c.Findings.Where(f => f.Zone is Zone.Red or Zone.Amber).Select(f => (Clause: c, Finding: f))).OrderByDescending(c => c.Finding.Zone).ToList();
        return Capped(crossed.Count, [.. crossed.Take(most).Select(c => Crossed(c.Clause, c.Finding))], words.CrossedNone);
    }

    internal IReadOnlyList<BriefingLine> Changed()
    {
        var then = before.Findings.ToLookup(f => (f.Clause, f.Subject));
        var changed = now.Clauses
            .SelectMany(c => c.Findings.Select(f => (c.Clause, Now: f, Before: then[(f.Clause, f.Subject)].FirstOrDefault())))
            .Where(c => c.Now.Zone != Zone.NotAssessable && c.Now.Zone != c.Before?.Zone && !(c.Now.Zone == Zone.Green && c.Before?.Zone is null or Zone.NotAssessable))
            .OrderByDescending(c => c.Now.Zone)
            .ToList();
        var lines = changed.Select(c => Change(c.Clause, c.Now, c.Before)).Concat(Revised()).ToList();
        return Capped(lines.Count, [.. lines.Take(most)], words.ChangedNone);
    }

    // Earlier periods whose verdict is another one on the figures of now.
    private IEnumerable<BriefingLine> Revised()
    {
        var then = before.Clauses.SelectMany(c => c.Shown).SelectMany(c => c.History).ToLookup(f => f.Id, StringComparer.Ordinal);
        return from clause in now.Clauses
               from course in clause.Shown
               from finding in course.History.SkipLast(1)
               let other = then[finding.Id].FirstOrDefault()
               where other is not null && other.Zone != finding.Zone && finding.Zone != Zone.NotAssessable && other.Zone != Zone.NotAssessable
               select Change(clause.Clause, finding, other);
    }

    internal IReadOnlyList<BriefingLine> WhyWrong()
    {
        var silent = now.Clauses.Where(c => c.Findings.Any(f => f.Zone == Zone.NotAssessable)).ToList();
        var revised = now.Clauses.SelectMany(c => c.Shown).Count(c => c.Finding.Zone is Zone.Red or Zone.Amber && WasOther(c.Finding));
        return
        [
            .. now.Agreement.Status == AgreementStatus.Agreed ? Array.Empty<BriefingLine>() : [new BriefingLine(words.NotAgreed)],
            .. silent.Count == 0 ? Array.Empty<BriefingLine>() : [new BriefingLine(words.NotAssessable(silent.Sum(c => c.Findings.Count(f => f.Zone == Zone.NotAssessable)), silent.Count))],
            .. revised == 0 ? Array.Empty<BriefingLine>() : [new BriefingLine(words.Revised(revised))],
            new BriefingLine(words.Valuation),
            new BriefingLine(words.Transit),
            new BriefingLine(language.Words.Hedge),
        ];
    }

    internal IReadOnlyList<BriefingLine> Due(IReadOnlyList<(string Name, CaseDeadline Deadline)> due) => due.Count == 0
        ? [new BriefingLine(words.DueNone)]
        : [.. due.OrderBy(d => d.Deadline.Due.Day).Take(most).Select(d => new BriefingLine(words.DueLine(d.Name, d.Deadline.Id, language.Day(d.Deadline.Due.Day))))];

    private int Standing(Zone zone) => now.Clauses.Count(c => c.Findings.Count > 0 && c.Findings.Max(f => f.Zone) == zone);

    private BriefingLine Crossed(ClauseStand clause, Finding finding)
    {
        var since = clause.Shown.FirstOrDefault(c => c.Finding.Id == finding.Id)?.Since ?? finding;
        return Line(finding, words.CrossedLine(clause.Clause.Title, Subject(finding), language.Words.Zone(finding.Zone), say.Value(clause.Clause, finding), language.Period(finding.Period), language.Period(since.Period)));
    }

    private BriefingLine Change(Clause clause, Finding finding, Finding? then)
    {
        var (title, zone, period) = (clause.Title, language.Words.Zone(finding.Zone), language.Period(finding.Period));
        return Line(finding, then is null or { Zone: Zone.NotAssessable } ? words.FirstSeen(title, Subject(finding), zone, period)
            : then.Period == finding.Period ? words.ByRevision(title, Subject(finding), language.Words.Zone(then.Zone), zone, period)
            : words.ByNewPeriod(title, Subject(finding), language.Words.Zone(then.Zone), language.Period(then.Period), zone, period));
    }

    // Another verdict on the same period a month earlier.
    private bool WasOther(Finding finding) =>
        before.Findings.Any(f => f.Clause == finding.Clause && f.Subject == finding.Subject && f.Period == finding.Period && f.Zone != finding.Zone && f.Zone != Zone.NotAssessable);

    private string Subject(Finding finding) => $"{say.Parties(finding)}, {say.Short(finding)}";

    private static BriefingLine Line(Finding finding, string text) => new(text, finding.Zone, finding.Id.Split('/', 2)[1]);

    private List<BriefingLine> Capped(int count, IReadOnlyList<BriefingLine> shown, string none) =>
        count == 0 ? [new BriefingLine(none)] : count > shown.Count ? [.. shown, new BriefingLine(words.More(count - shown.Count))] : [.. shown];
}
