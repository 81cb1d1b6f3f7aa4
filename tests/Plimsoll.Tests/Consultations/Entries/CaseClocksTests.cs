using System.Text.Json;
using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Consultations.TwoLogs;

namespace Plimsoll.Tests.Consultations.Entries;

/// <summary>Who meets a deadline.</summary>
public sealed class CaseClocksTests
{
    private static TwoLogs Notified => new TwoLogs().Tick(Union, "2026-09-29", Of("rolling-goods-deficit", "2026-09", Zone.Red)).Step(Union, "2026-09-30", CaseState.Notified);

    [Fact]
    public void Who_notified_meets_neither_clock_for_the_other()
    {
        var logs = Notified.Step(Union, "2026-10-01", CaseState.TechnicalTalks).Step(Union, "2026-10-09", CaseState.PoliticalConsultation);
        logs.Book.Cases[0].Deadlines.Select(deadline => (deadline.Id, deadline.MetOn, deadline.WaitsFor.Single())).ShouldBe([("consultation", null, China), ("acknowledgement", null, China)]);
        RulesOf(China).Next(logs.Book, [], [], At("2026-10-21")).Select(draft => (draft.Kind, draft.Body.GetProperty("deadline").GetString()))
            .ShouldBe([(EntryKind.CaseDeadlineLapsed, "consultation"), (EntryKind.CaseDeadlineLapsed, "acknowledgement")]);
    }

    [Fact]
    public void Talks_are_held_when_both_say_so_on_the_day_of_the_later_entry()
    {
        var logs = Notified.Step(Union, "2026-10-09", CaseState.TechnicalTalks).Step(China, "2026-10-12", CaseState.TechnicalTalks);
        logs.Book.Cases[0].Deadlines.ShouldAllBe(deadline => deadline.MetOn == new DateOnly(2026, 10, 12) && deadline.WaitsFor.Count == 0 && !deadline.Late);
    }

    [Fact]
    public void A_dispute_by_one_party_is_no_talk_of_the_other()
    {
        var logs = Notified.Step(China, "2026-10-09", CaseState.Outcome, CaseOutcome.Disputed);
        logs.Book.Cases[0].Deadlines.Select(deadline => (deadline.Id, deadline.MetOn)).ShouldBe([("consultation", null), ("acknowledgement", new DateOnly(2026, 10, 9))]);
        logs.Book.Cases[0].Deadlines[0].WaitsFor.ShouldBe([Union]);
    }

    [Fact]
    public void A_deadline_that_was_met_in_time_cannot_be_entered_as_lapsed()
    {
        var logs = Notified.Both("2026-10-09", CaseState.TechnicalTalks);
        logs.Enter(Union, "2026-10-25", new EntryDraft(EntryKind.CaseDeadlineLapsed, JsonSerializer.SerializeToElement(new { @case = logs.Book.Cases[0].Id, deadline = "consultation" })));
        logs.Book.Cases[0].Deadlines[0].LapsedOn.ShouldBeNull();
        logs.Book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0009");
    }

    [Fact]
    public void Who_signed_with_nobody_speaks_for_both()
    {
        var logs = Notified.Step(Union, "2026-10-01", CaseState.TechnicalTalks);
        CaseBook.Fold(logs.Entries, Terms, Union).Cases[0].Deadlines.ShouldAllBe(deadline => deadline.MetOn == new DateOnly(2026, 10, 1));
    }
}
