using System.Text.Json;
using System.Text.Json.Nodes;
using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Consultations.TwoLogs;

namespace Plimsoll.Tests.Consultations;

public sealed class OneSidedEntryTests
{
    private static TwoLogs Opened => new TwoLogs().Tick(Union, "2026-11-02", Of("rolling-goods-deficit", "2026-09", Zone.Red));

    [Fact]
    public void Older_data_withdraw_nothing() =>
        Rules.Next(Opened.Book, [Of("rolling-goods-deficit", "2026-09", Zone.Green, release: "r0")], [], At("2026-11-12")).ShouldNotContain(draft => draft.Kind == EntryKind.CaseFindingWithdrawn);

    [Theory]
    [InlineData("blue")]
    [InlineData("red")]
    public void A_finding_is_withdrawn_by_no_zone_but_green_or_pending(string zone)
    {
        var logs = Opened;
        var one = logs.Book.Cases[0];
        logs.Enter(China, "2026-11-03", Draft(EntryKind.CaseFindingWithdrawn, new { @case = one.Id, finding = one.Findings[0].Id, now = new { zone, releases = new[] { "invented" } } }));
        logs.Book.Cases[0].Findings[0].Withdrawn.ShouldBeFalse();
        logs.Book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0004");
    }

    [Fact]
    public void Of_two_clocks_for_one_clause_the_shorter_counts_whichever_was_first()
    {
        var union = Opened;
        var body = JsonNode.Parse(union.Entries[0].Body.GetRawText())!.AsObject();
        body["clock"] = new JsonObject { ["days"] = 3660, ["calendar"] = "calendar_days" };
        var china = new TwoLogs().Enter(China, "2026-11-01", Draft(EntryKind.CaseOpened, body));
        var book = Fold([.. union.Entries, .. china.Entries]);
        book.Cases[0].Deadlines[0].Days.ShouldBe(10);
        book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0008");
    }

    [Fact]
    public void A_provisional_deadline_cannot_be_entered_as_lapsed()
    {
        var terms = new CaseTerms { Calendars = [] };
        var logs = Opened;
        logs.Enter(China, "2027-11-02", Draft(EntryKind.CaseDeadlineLapsed, new { @case = logs.Book.Cases[0].Id, deadline = "consultation" }));
        var book = Fold(logs.Entries, terms);
        book.Cases[0].Deadlines[0].LapsedOn.ShouldBeNull();
        book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0009");
    }

    private static EntryDraft Draft(EntryKind kind, object body) => new(kind, JsonSerializer.SerializeToElement(body));
}
