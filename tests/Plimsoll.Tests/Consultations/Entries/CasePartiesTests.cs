using System.Text.Json;
using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Consultations.TwoLogs;

namespace Plimsoll.Tests.Consultations.Entries;

/// <summary>Whose entries count in a case.</summary>
public sealed class CasePartiesTests
{
    private static readonly Finding Red = Of("rolling-goods-deficit", "2026-09", Zone.Red);

    private static TwoLogs Opened => new TwoLogs().Tick(Union, "2026-11-02", Red);

    [Fact]
    public void Who_did_not_sign_opens_no_case()
    {
        var logs = new TwoLogs().Tick(Third, "2026-11-02", Red);
        logs.Entries.ShouldHaveSingleItem().Kind.ShouldBe(EntryKind.CaseOpened);
        logs.Book.Cases.ShouldBeEmpty();
        var fault = logs.Book.Faults.ShouldHaveSingleItem();
        (fault.Log, fault.Index, fault.Fault.Code).ShouldBe((Third, 0, "CON-0013"));
        fault.Fault.Message.ShouldContain($"{China}, {Union}");
    }

    [Fact]
    public void Whatever_a_third_log_enters_in_a_case_changes_nothing_and_is_reported()
    {
        var logs = Opened.Step(China, "2026-11-03", CaseState.Notified);
        var one = logs.Book.Cases[0];
        var before = JsonSerializer.Serialize(logs.Book.Cases);
        logs.Enter(
            Third,
            "2026-11-30",
            RulesOf(Third).Next(new TwoLogs().Book, [Red], [], At("2026-11-30"))[0],
            CaseDrafts.Step(one.Id, one.State, CaseState.PoliticalConsultation, "x"),
            CaseDrafts.Step(one.Id, one.State, CaseState.Outcome, "x", outcome: CaseOutcome.Disputed),
            CaseDrafts.Position(one.Id, "x"),
            RulesOf(Third).Next(logs.Book, [Of("rolling-goods-deficit", "2026-09", Zone.Green, release: "r2")], [], At("2026-11-30"))[0],
            new EntryDraft(EntryKind.CaseDeadlineLapsed, JsonSerializer.SerializeToElement(new { @case = one.Id, deadline = "consultation" })),
            CaseDrafts.Step(one.Id, CaseState.Outcome, CaseState.Closed, "x"));
        JsonSerializer.Serialize(logs.Book.Cases).ShouldBe(before);
        logs.Book.Faults.Select(fault => (fault.Log, fault.Index, fault.Fault.Code)).ShouldBe(Enumerable.Range(0, 7).Select(i => (Third, (long)i, "CON-0013")));
        Fold(logs.Entries, origin: Union).ShouldBeSameBookAs(logs.Book);
    }

    [Fact]
    public void A_text_of_the_same_id_between_others_gives_no_say_to_them()
    {
        // China and the third log sign a text of the same id. In the Union's eyes the third has no say, and China no less than before.
        var logs = Opened.Step(China, "2026-11-03", CaseState.Notified).Enter(Third, "2026-11-04", CaseDrafts.Position(Opened.Book.Cases[0].Id, "x"));
        var book = Fold([.. Adopted(2_000_000, China, Third), .. logs.Entries], origin: Union);
        book.Cases.ShouldHaveSingleItem().State.ShouldBe(CaseState.Notified);
        book.Cases[0].Positions.ShouldBeEmpty();
        book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0013");
    }

    [Fact]
    public void Where_nobody_signed_a_case_is_of_the_readers_own_log_alone()
    {
        var logs = Opened.Tick(China, "2026-11-03", Red);
        var own = CaseBook.Fold(logs.Entries, Terms, Union);
        own.Cases.ShouldHaveSingleItem().Parties.ShouldBe([Union]);
        logs.Step(China, "2026-11-04", CaseState.Notified);
        CaseBook.Fold(logs.Entries, Terms, Union).Cases[0].Steps.ShouldBeEmpty();
        CaseBook.Fold(logs.Entries, Terms, "").Cases.ShouldBeEmpty();
        CaseBook.Fold(logs.Entries, Terms, Union).Faults.ShouldAllBe(fault => fault.Log == China && fault.Fault.Code == "CON-0013");

        // With both signatures the same entries are one case of both.
        logs.Book.Cases.ShouldHaveSingleItem().Parties.ShouldBe([China, Union]);
    }

    [Fact]
    public void A_case_bears_the_name_of_what_it_is_about()
    {
        var body = Opened.Entries[0].Body.GetRawText().Replace("eu-china-illustrative/total@CN.EU27_2020/2026-09", "another-agreement/total@CN.EU27_2020/2026-09", StringComparison.Ordinal);
        using var document = JsonDocument.Parse(body);
        var logs = new TwoLogs().Enter(China, "2026-11-02", new EntryDraft(EntryKind.CaseOpened, document.RootElement.Clone()));
        logs.Book.Cases.ShouldBeEmpty();
        logs.Book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0008");
    }
}
