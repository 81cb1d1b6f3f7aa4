using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Consultations.TwoLogs;

namespace Plimsoll.Tests.Consultations.Entries;

/// <summary>Steps that one party can take alone, and those that need both.</summary>
public sealed class CaseStepsTests
{
    private const string Id = "eu-china-illustrative/total@CN.EU27_2020/2026-09";

    private static TwoLogs Opened => new TwoLogs().Tick(Union, "2026-11-02", Of("rolling-goods-deficit", "2026-09", Zone.Red));

    [Theory]
    [InlineData(CaseOutcome.Measure)]
    [InlineData(CaseOutcome.Undertaking)]
    [InlineData(CaseOutcome.NoAction)]
    public void An_outcome_by_one_party_is_a_proposal_until_the_other_enters_the_same(CaseOutcome outcome)
    {
        var logs = Opened.Enter(Union, "2026-11-03", Ends(outcome));
        var one = logs.Book.Cases[0];
        (one.State, one.Outcome, one.Steps.Count).ShouldBe((CaseState.EarlyWarning, null, 0));
        var proposal = one.Proposals.ShouldHaveSingleItem();
        (proposal.Step.By, proposal.Step.Outcome, proposal.Stands).ShouldBe((Union, outcome, true));
        proposal.WaitsFor.ShouldBe([China]);

        // Said twice by the same party it is still one party's word.
        logs.Enter(Union, "2026-11-04", Ends(outcome)).Book.Cases[0].State.ShouldBe(CaseState.EarlyWarning);

        one = logs.Enter(China, "2026-11-05", Ends(outcome, note: "In other words.")).Book.Cases[0];
        (one.State, one.Outcome).ShouldBe((CaseState.Outcome, outcome));
        one.Steps.Select(step => (step.By, step.Confirms, step.Outcome)).ShouldBe([(Union, false, outcome), (China, true, outcome)]);
        one.Proposals.ShouldNotContain(left => left.Stands);
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_differing_outcome_stands_beside_and_neither_counts()
    {
        var logs = Opened.Enter(Union, "2026-11-03", Ends(CaseOutcome.Undertaking)).Enter(China, "2026-11-04", Ends(CaseOutcome.NoAction));
        var one = logs.Book.Cases[0];
        (one.State, one.Outcome).ShouldBe((CaseState.EarlyWarning, null));
        one.Proposals.Select(proposal => (proposal.Step.By, proposal.Step.Outcome, proposal.WaitsFor.Single())).ShouldBe([(Union, CaseOutcome.Undertaking, China), (China, CaseOutcome.NoAction, Union)]);

        // The Union comes round to it: its own former proposal no longer stands, and nothing is lost.
        one = logs.Enter(Union, "2026-11-05", Ends(CaseOutcome.NoAction)).Book.Cases[0];
        (one.State, one.Outcome).ShouldBe((CaseState.Outcome, CaseOutcome.NoAction));
        one.Steps.Select(step => (step.By, step.Confirms)).ShouldBe([(China, false), (Union, true)]);
        one.Proposals.Select(proposal => (proposal.Step.Outcome, proposal.Stands)).ShouldBe([(CaseOutcome.Undertaking, false)]);
    }

    [Theory]
    [InlineData("OJ L 1", "OJ L 2", null, null, false)]
    [InlineData("OJ L 1", "OJ L 1", "CN", "EU27_2020", false)]
    [InlineData("OJ L 1", "OJ L 1", "CN", "CN", true)]
    public void The_same_is_the_same_outcome_author_and_reference(string first, string second, string? firstBy, string? secondBy, bool same)
    {
        var logs = Opened.Enter(Union, "2026-11-03", Outcome(CaseOutcome.Undertaking, "x", firstBy, first)).Enter(China, "2026-11-04", Outcome(CaseOutcome.Undertaking, "y", secondBy, second));
        logs.Book.Cases[0].State.ShouldBe(same ? CaseState.Outcome : CaseState.EarlyWarning);
    }

    [Fact]
    public void An_undertaking_without_a_document_is_in_its_words()
    {
        var logs = Opened.Enter(Union, "2026-11-03", Outcome(CaseOutcome.Undertaking, "Purchases will double.")).Enter(China, "2026-11-04", Outcome(CaseOutcome.Undertaking, "Purchases may rise."));
        logs.Book.Cases[0].State.ShouldBe(CaseState.EarlyWarning);
        logs.Enter(China, "2026-11-05", Outcome(CaseOutcome.Undertaking, "Purchases will double.")).Book.Cases[0].State.ShouldBe(CaseState.Outcome);
    }

    [Fact]
    public void A_dispute_needs_one_party_alone_and_ends_every_proposal()
    {
        var logs = Opened.Enter(Union, "2026-11-03", Ends(CaseOutcome.NoAction)).Enter(China, "2026-11-04", Ends(CaseOutcome.Disputed));
        var one = logs.Book.Cases[0];
        (one.State, one.Outcome).ShouldBe((CaseState.Outcome, CaseOutcome.Disputed));
        one.Proposals.ShouldHaveSingleItem().Stands.ShouldBeFalse();

        // What was proposed before the dispute is not confirmed by an entry after it, from the state before.
        logs.Enter(China, "2026-11-05", Ends(CaseOutcome.NoAction)).Book.Cases[0].Outcome.ShouldBe(CaseOutcome.Disputed);
        logs.Book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0003");
    }

    [Fact]
    public void What_both_agreed_can_be_disputed_by_one_and_agreed_anew_by_both()
    {
        var logs = Opened.Both("2026-11-03", CaseState.Outcome, CaseOutcome.NoAction).Step(China, "2026-11-04", CaseState.Outcome, CaseOutcome.Disputed);
        logs.Book.Cases[0].Outcome.ShouldBe(CaseOutcome.Disputed);
        logs.Step(Union, "2026-11-05", CaseState.Outcome, CaseOutcome.Disputed).Book.Cases[0].Steps[^1].Confirms.ShouldBeTrue();
        logs.Both("2026-11-06", CaseState.Outcome, CaseOutcome.NoAction).Book.Cases[0].Outcome.ShouldBe(CaseOutcome.NoAction);
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_case_that_goes_back_to_talks_has_no_outcome_and_a_closing_proposed_before_does_not_close_it()
    {
        var logs = Opened.Both("2026-11-03", CaseState.Outcome, CaseOutcome.NoAction).Step(Union, "2026-11-04", CaseState.Closed).Step(China, "2026-11-05", CaseState.PoliticalConsultation);
        var one = logs.Book.Cases[0];
        (one.State, one.Outcome).ShouldBe((CaseState.PoliticalConsultation, null));
        one.Proposals.ShouldHaveSingleItem().Stands.ShouldBeFalse();
        logs.Both("2026-11-06", CaseState.Outcome, CaseOutcome.NoAction).Step(China, "2026-11-07", CaseState.Closed);
        logs.Book.Cases[0].State.ShouldBe(CaseState.Outcome);
        logs.Step(Union, "2026-11-08", CaseState.Closed).Book.Cases[0].State.ShouldBe(CaseState.Closed);
        logs.Book.Cases[0].Outcome.ShouldBe(CaseOutcome.NoAction);
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void No_party_closes_alone_and_none_on_another_outcome_than_it_saw()
    {
        var logs = Opened.Both("2026-11-03", CaseState.Outcome, CaseOutcome.NoAction)
            .Enter(Union, "2026-11-04", CaseDrafts.Step(Id, CaseState.Outcome, CaseState.Closed, "Done.", outcome: CaseOutcome.NoAction));
        logs.Book.Cases[0].IsOpen.ShouldBeTrue();
        logs.Book.Cases[0].Proposals.Single(proposal => proposal.Stands).WaitsFor.ShouldBe([China]);

        // China's clock is slow: its dispute is dated before the closing that the Union entered on the former outcome.
        logs.Enter(China, "2026-11-03", CaseDrafts.Step(Id, CaseState.Outcome, CaseState.Outcome, "No.", outcome: CaseOutcome.Disputed)).Step(China, "2026-11-05", CaseState.Closed);
        (logs.Book.Cases[0].State, logs.Book.Cases[0].Outcome).ShouldBe((CaseState.Outcome, CaseOutcome.Disputed));
    }

    [Fact]
    public void Confirmations_of_slow_clocks_count_in_either_order()
    {
        var logs = Opened.Enter(Union, "2026-11-05", Ends(CaseOutcome.NoAction)).Enter(China, "2026-11-04", Ends(CaseOutcome.NoAction), CaseDrafts.Step(Id, CaseState.Outcome, CaseState.Closed, "x"))
            .Enter(Union, "2026-11-06", CaseDrafts.Step(Id, CaseState.Outcome, CaseState.Closed, "x"));
        logs.Book.Cases[0].State.ShouldBe(CaseState.Closed);
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Who_notified_does_not_acknowledge()
    {
        var logs = Opened.Step(Union, "2026-11-03", CaseState.Notified).Step(Union, "2026-11-04", CaseState.Acknowledged);
        logs.Book.Cases[0].State.ShouldBe(CaseState.Notified);
        logs.Book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0015");
        logs.Step(China, "2026-11-05", CaseState.Acknowledged).Book.Cases[0].State.ShouldBe(CaseState.Acknowledged);
    }

    [Fact]
    public void A_party_that_was_passed_over_acknowledges_later_and_moves_nothing()
    {
        var logs = Opened.Step(Union, "2026-11-03", CaseState.Notified).Step(Union, "2026-11-04", CaseState.TechnicalTalks).Step(China, "2026-11-05", CaseState.Acknowledged);
        var one = logs.Book.Cases[0];
        (one.State, one.Steps.Count).ShouldBe((CaseState.TechnicalTalks, 3));
        one.Deadlines.Select(deadline => (deadline.Id, deadline.MetOn)).ShouldBe([("consultation", null), ("acknowledgement", new DateOnly(2026, 11, 5))]);
        logs.Step(China, "2026-11-06", CaseState.TechnicalTalks).Book.Cases[0].Steps[^1].Confirms.ShouldBeTrue();
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_step_that_the_other_party_left_behind_can_still_be_confirmed_once()
    {
        var logs = Opened.Step(Union, "2026-11-03", CaseState.Notified).Step(Union, "2026-11-04", CaseState.TechnicalTalks).Step(Union, "2026-11-05", CaseState.PoliticalConsultation)
            .Enter(China, "2026-11-06", CaseDrafts.Step(Id, CaseState.Acknowledged, CaseState.TechnicalTalks, "They were held."));
        var one = logs.Book.Cases[0];
        (one.State, one.Steps[^1].By, one.Steps[^1].Confirms).ShouldBe((CaseState.PoliticalConsultation, China, true));
        one.Deadlines.ShouldAllBe(deadline => deadline.MetOn == new DateOnly(2026, 11, 6));
        logs.Book.Faults.ShouldBeEmpty();
        logs.Enter(China, "2026-11-07", CaseDrafts.Step(Id, CaseState.Acknowledged, CaseState.TechnicalTalks, "Again.")).Book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0003");
    }

    private static EntryDraft Ends(CaseOutcome outcome, string note = "x") => outcome switch
    {
        CaseOutcome.Measure => Outcome(outcome, note, "EU27_2020", "OJ L 1"),
        CaseOutcome.Undertaking => Outcome(outcome, note, "CN", "Joint statement"),
        _ => Outcome(outcome, note),
    };

    private static EntryDraft Outcome(CaseOutcome outcome, string note, string? by = null, string? reference = null) =>
        CaseDrafts.Step(Id, CaseState.EarlyWarning, CaseState.Outcome, note, outcome: outcome, takenBy: by, reference: reference);
}
