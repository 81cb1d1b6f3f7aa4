using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Notices;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;
using Logs = Plimsoll.Tests.Agreements.Adoption.TwoLogs;

namespace Plimsoll.Tests.Consultations.Notices;

public sealed class CaseNoticeTests : IDisposable
{
    private const string Case = "eu-china-illustrative/total@CN.EU27_2020/2024";
    private static readonly Finding Red = Told.Deficit("2024", Zone.Red, -400_000_000_000m, "r1") with { KnownAt = At(1).AddDays(-60) };
    private static readonly CaseTerms Terms = new();
    private readonly Logs logs = Told.Signed();
    private Sight sight = Sight.None;

    public void Dispose() => logs.Dispose();

    [Fact]
    public void A_case_is_told_when_it_opens_moves_and_is_spoken_about()
    {
        Look(1).ShouldBeEmpty();
        Open();
        var opened = Look(1).ShouldHaveSingleItem();
        (opened.Kind, opened.About, opened.After, opened.Title).ShouldBe((NoticeKind.CaseOpened, Case, "early_warning", $"case {Case}: opened"));
        opened.Why.ShouldBe($"Entered by east.example because of {Red.Id} (red).");
        opened.Next.ShouldStartWith("Due: consultation until ");
        opened.Status.ShouldBe("illustrative – not agreed by the parties");
        opened.Link.ShouldBe($"cases/{Case}");
        Look(1).ShouldBeEmpty();

        logs.East(CaseDrafts.Step(Case, CaseState.EarlyWarning, CaseState.Notified, "Note verbale\r\nBcc: everybody"));
        logs.West(CaseDrafts.Step(Case, CaseState.Notified, CaseState.Acknowledged, "Received."));
        logs.West(CaseDrafts.Position(Case, "The figures are CIF.", objection: true));
        var told = Look(1);
        told.Select(notice => (notice.Kind, notice.Before, notice.After)).ShouldBe(
        [
            (NoticeKind.CaseMoved, "early_warning", "notified"), (NoticeKind.CaseMoved, "early_warning", "acknowledged"), (NoticeKind.PositionStated, null, "acknowledged"),
        ]);
        told[0].Why.ShouldBe("Entered by east.example: Note verbale  Bcc: everybody");
        told[2].Why.ShouldBe("The figures are CIF.");
        Look(1).ShouldBeEmpty();
    }

    [Fact]
    public void A_second_finding_and_a_withdrawal_are_told()
    {
        Open();
        Look(1);
        var second = Told.Deficit("2025", Zone.Red, -410_000_000_000m, "r2") with { Id = "eu-china-illustrative/annual-goods-deficit@EU27_2020.CN.TOTAL/2025", Clause = "annual-goods-deficit" };
        Enter(second);
        Look(1).ShouldHaveSingleItem().Title.ShouldBe($"case {Case}: joined by {second.Id}");
        Enter(Red with { Zone = Zone.Green, Releases = ["r3"], KnownAt = Red.KnownAt?.AddDays(31) });
        var withdrawn = Look(1).ShouldHaveSingleItem();
        withdrawn.Kind.ShouldBe(NoticeKind.FindingWithdrawn);
        withdrawn.Title.ShouldBe($"case {Case}: {Red.Id} was marked withdrawn by east.example");
        withdrawn.Why.ShouldBe("A revision made it green; it was red when it came in. The other party has not said so, and both views stand. Nothing leaves the case.");
    }

    // Ten working days of both parties after Wednesday, 1 July 2026 end on Wednesday, 15 July: no holiday of either lies between.
    [Fact]
    public void A_deadline_is_brought_up_five_days_and_one_day_before_and_when_it_lapsed()
    {
        Open();
        Look(1).Select(notice => notice.Kind).ShouldBe([NoticeKind.CaseOpened]);
        Look(9).ShouldBeEmpty();
        var near = Look(10).ShouldHaveSingleItem();
        (near.Kind, near.Title).ShouldBe((NoticeKind.DeadlineNear, $"case {Case}: consultation is due on 2026-07-15"));
        Look(10).ShouldBeEmpty();
        Look(13).ShouldBeEmpty();
        var last = Look(14).ShouldHaveSingleItem();
        last.Id.ShouldNotBe(near.Id);
        Look(15).ShouldBeEmpty();
        Look(16).ShouldBeEmpty();

        // The clock of the logs moves an hour with each entry: on to the sixteenth.
        for (var hours = 0; hours < 16 * 24; hours++)
        {
            _ = logs.GetUtcNow();
        }

        foreach (var draft in new CaseRules(Told.Agreement, "east.example").Next(CaseBook.Fold(logs.Entries, Terms, ""), [], [], At(16)))
        {
            logs.East(draft);
        }

        Look(17).ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.DeadlineLapsed);
        Look(17).ShouldBeEmpty();
    }

    [Fact]
    public void Two_looks_at_different_times_tell_the_same_as_one()
    {
        Open();
        var once = new Lookout(Told.Everything(), Told.Agreement, Terms, "").Look(Sight.None, [], [.. logs.Entries], At(10)).Notices.Select(notice => notice.Id).ToHashSet();
        Look(1);
        foreach (var notice in Look(10))
        {
            once.ShouldContain(notice.Id);
        }
    }

    [Fact]
    public void A_closed_case_is_no_news_to_who_looks_for_the_first_time()
    {
        Open();
        var none = CaseDrafts.Step(Case, CaseState.EarlyWarning, CaseState.Outcome, "Nothing to do.", outcome: CaseOutcome.NoAction);
        var done = CaseDrafts.Step(Case, CaseState.Outcome, CaseState.Closed, "Done.");
        foreach (var step in new[] { none, done })
        {
            logs.East(step);
            logs.West(step);
        }

        Look(1).ShouldBeEmpty();
    }

    [Fact]
    public void A_proposed_outcome_is_told_with_whom_it_waits_for_and_again_when_both_entered_it()
    {
        Open();
        Look(1);
        var none = CaseDrafts.Step(Case, CaseState.EarlyWarning, CaseState.Outcome, "Nothing to do.", outcome: CaseOutcome.NoAction);
        logs.East(none);
        var proposed = Look(1).ShouldHaveSingleItem();
        (proposed.Kind, proposed.After, proposed.Title).ShouldBe((NoticeKind.StepProposed, "early_warning", $"case {Case}: outcome no action proposed by east.example"));
        proposed.Why.ShouldBe("It counts when west.example entered the same: Nothing to do.");
        Look(1).ShouldBeEmpty();
        logs.West(none);
        Look(1).Select(notice => (notice.Kind, notice.After)).ShouldBe([(NoticeKind.CaseMoved, "outcome"), (NoticeKind.CaseMoved, "outcome")]);
    }

    [Fact]
    public void A_case_in_whose_findings_nobody_is_interested_is_not_told()
    {
        Open();
        var list = Told.Everything() with { Subjects = [new LinePattern("EU27_2020.CN.85*")] };
        new Lookout(list, Told.Agreement, Terms, "").Look(Sight.None, [], [.. logs.Entries], At(1)).Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Who_took_note_stands_in_the_log()
    {
        var notice = Told.Series(1)[0];
        logs.West(Acknowledgement.Draft(notice, "Seen by the desk."));
        logs.West(EntryKind.AlarmAcknowledged, new { notice = "something else" });
        var seen = Acknowledgement.Fold(logs.Entries).ShouldHaveSingleItem();
        (seen.Notice, seen.By, seen.Note).ShouldBe((notice.Id, "west.example", "Seen by the desk."));
    }

    private static DateTimeOffset At(int day) => new(2026, 7, day, 23, 0, 0, TimeSpan.Zero);

    private void Open() => Enter(Red);

    private void Enter(Finding finding)
    {
        foreach (var draft in new CaseRules(Told.Agreement, "east.example").Next(CaseBook.Fold(logs.Entries, Terms, ""), [finding], [], At(1)))
        {
            logs.East(draft);
        }
    }

    private IReadOnlyList<Notice> Look(int day)
    {
        (var notices, sight) = new Lookout(Told.Everything(), Told.Agreement, Terms, "").Look(sight, [], [.. logs.Entries], At(day));
        return notices;
    }
}
