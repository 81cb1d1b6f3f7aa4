using System.Globalization;

namespace Plimsoll.Consultations.Notices;

/// <summary>Notices of what the parties entered about cases since somebody looked last, and of deadlines that come near. Pure.</summary>
/// <param name="terms">How many days before its last day a deadline is brought up.</param>
/// <param name="at">Now.</param>
internal sealed class CaseNotices(CaseTerms terms, DateTimeOffset at)
{
    private readonly DateOnly today = DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>Case by case. Of a case that was never seen before only where it stands is told, and nothing once it is closed.</summary>
    /// <param name="before">The book as it was.</param>
    /// <param name="now">The book as it is.</param>
    internal IEnumerable<Notice> Between(CaseBook before, CaseBook now) =>
        from one in now.Cases
        from notice in before.Find(one.Id) is { } last ? Changes(last, one) : Opened(one)
        select notice;

    /// <summary>Deadlines to bring up since the last look; of several reminders of the same deadline the last.</summary>
    internal IEnumerable<Notice> Reminders(CaseBook now, DateOnly? since) =>
        from reminder in now.Reminders(terms, since ?? DateOnly.MinValue, today)
        let deadline = reminder.Deadline
        where deadline.Due.Day >= today
        group reminder by (reminder.Case, deadline.Id) into same
        let last = same.Last()
        select Of(
            NoticeKind.DeadlineNear,
            now.Find(last.Case)!,
            $"{last.Deadline.Id} is due on {last.Deadline.Due}",
            $"It waits for {string.Join(" and ", last.Deadline.WaitsFor)} to enter {string.Join(" or ", last.Deadline.MetBy.Select(state => NoticeText.Words(Spelt.Of(state))))}.",
            [last.Deadline.Id, Day(last.Deadline.Due.Day), Day(last.On)]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private IEnumerable<Notice> Opened(Case one)
    {
        if (one.IsOpen)
        {
            yield return Of(
                NoticeKind.CaseOpened,
                one,
                "opened",
                $"Entered by {string.Join(" and ", one.OpenedBy)} because of {string.Join(", ", one.Findings.Select(finding => $"{finding.Id} ({NoticeText.Words(finding.Now.Zone)})"))}.",
                [Text(one.OpenedAt)]);
        }
    }

    private IEnumerable<Notice> Changes(Case before, Case now)
    {
        foreach (var finding in now.Findings.Skip(before.Findings.Count))
        {
            yield return Of(NoticeKind.CaseJoined, now, $"joined by {finding.Id}", $"The finding is {NoticeText.Words(finding.Now.Zone)} and belongs to {now.Scope}.", [finding.Id]);
        }

        foreach (var (finding, log) in now.Findings.SelectMany(finding => finding.WithdrawnBy.Except(before.Findings.FirstOrDefault(one => one.Id == finding.Id)?.WithdrawnBy ?? [], StringComparer.Ordinal).Select(log => (finding, log))))
        {
            var said = finding.LastBy(log)!;
            yield return Of(
                NoticeKind.FindingWithdrawn,
                now,
                $"{finding.Id} was marked withdrawn by {log}",
                $"A revision made it {NoticeText.Words(said.Zone)}; it was {NoticeText.Words(finding.Then.Zone)} when it came in. {(finding.Withdrawn ? "All parties say so, and it is withdrawn." : "The other party has not said so, and both views stand.")} Nothing leaves the case.",
                [finding.Id, log, .. said.Releases]);
        }

        foreach (var step in now.Steps.Skip(before.Steps.Count))
        {
            var moved = Of(NoticeKind.CaseMoved, now, NoticeText.Words(Spelt.Of(step.To)), $"Entered by {step.By}{(step.Confirms ? ", confirming the other party" : "")}: {step.Note}", [Spelt.Of(step.To), step.By, Text(step.At)]);
            yield return moved with { Before = Spelt.Of(before.State), After = Spelt.Of(step.To) };
        }

        foreach (var proposal in now.Proposals.Where(one => one.Stands && before.Proposals.All(earlier => earlier.Step != one.Step)))
        {
            var (step, what) = (proposal.Step, NoticeText.Words(Spelt.Of(proposal.Step.To)));
            yield return Of(
                NoticeKind.StepProposed,
                now,
                $"{what}{(step.Outcome is { } outcome ? $" {NoticeText.Words(Spelt.Of(outcome))}" : "")} proposed by {step.By}",
                $"It counts when {string.Join(" and ", proposal.WaitsFor)} entered the same: {step.Note}",
                ["proposed", Spelt.Of(step.To), step.By, Text(step.At)]);
        }

        foreach (var position in now.Positions.Skip(before.Positions.Count))
        {
            yield return Of(NoticeKind.PositionStated, now, $"{(position.Objection ? "objection" : "position")} of {position.By}", position.Text, [position.By, Text(position.At), position.Text]);
        }

        foreach (var deadline in now.Deadlines.Where(deadline => deadline.LapsedOn is not null && !before.Deadlines.Any(earlier => earlier.Id == deadline.Id && earlier.LapsedOn is not null)))
        {
            yield return Of(NoticeKind.DeadlineLapsed, now, $"{deadline.Id} lapsed", $"Its last day was {deadline.Due}, and by then no step had come that {(deadline.WaitsFor.Count == 0 ? "each party" : string.Join(" and ", deadline.WaitsFor))} had to enter.", [deadline.Id, Day(deadline.Due.Day)]);
        }
    }

    private Notice Of(NoticeKind kind, Case about, string what, string why, IEnumerable<string> key) => new(
        NoticeId.Of(["case", Spelt.Of(kind), about.Id, .. key]),
        kind,
        about.Id,
        NoticeText.Plain($"case {about.Id}: {what}"),
        Before: null,
        Spelt.Of(about.State),
        Value: null,
        Unit: "",
        Limits: "",
        NoticeVintage.None,
        NoticeText.Plain(why),
        Next(about),
        NoticeText.Link("cases", about.Id),
        NoticeText.Plain(NoticeText.Status(about.Status)),
        at);

    private static string Next(Case about)
    {
        var open = about.Deadlines.Where(deadline => deadline.MetOn is null && deadline.LapsedOn is null).ToList();
        return open.Count > 0 ? $"Due: {string.Join("; ", open.Select(deadline => $"{deadline.Id} until {deadline.Due}, {deadline.Days} {deadline.Count}"))}."
            : about.IsOpen ? "No deadline runs. The next step is for the parties."
            : "The case is closed; nothing more is expected.";
    }
}
