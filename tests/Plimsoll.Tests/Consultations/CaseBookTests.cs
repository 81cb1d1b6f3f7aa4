using System.Text.Json;
using CsCheck;
using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Consultations.TwoLogs;

namespace Plimsoll.Tests.Consultations;

public sealed class CaseBookTests
{
    private static readonly CaseState[][] Ways =
    [
        [],
        [CaseState.Notified],
        [CaseState.Notified, CaseState.Acknowledged],
        [CaseState.Notified, CaseState.TechnicalTalks],
        [CaseState.Notified, CaseState.PoliticalConsultation],
        [CaseState.Outcome],
        [CaseState.Outcome, CaseState.Closed],
    ];

    // The table of docs/consultations.md, row by row.
    public static TheoryData<CaseState, string> Table() => new()
    {
        { CaseState.EarlyWarning, "notified outcome" },
        { CaseState.Notified, "acknowledged technical_talks political_consultation outcome" },
        { CaseState.Acknowledged, "technical_talks political_consultation outcome" },
        { CaseState.TechnicalTalks, "political_consultation outcome" },
        { CaseState.PoliticalConsultation, "technical_talks outcome" },
        { CaseState.Outcome, "political_consultation outcome closed" },
        { CaseState.Closed, "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_case_takes_the_steps_of_the_table_and_no_other(CaseState from, string allowed)
    {
        // A late acknowledgement is no step of the table: it moves nothing.
        foreach (var to in Enum.GetValues<CaseState>().Where(to => to != CaseState.Acknowledged || from is not (CaseState.TechnicalTalks or CaseState.PoliticalConsultation)))
        {
            var logs = Opened();
            foreach (var state in Ways[(int)from])
            {
                Enter(logs, "2026-11-03", state);
            }

            logs.Book.Cases[0].State.ShouldBe(from);
            logs.Book.Faults.ShouldBeEmpty();
            Enter(logs, "2026-11-04", to);
            var good = allowed.Split(' ').Contains(Spelt.Of(to), StringComparer.Ordinal);
            logs.Book.Cases[0].State.ShouldBe(good ? to : from);
            logs.Book.Faults.Select(fault => fault.Fault.Code).Distinct(StringComparer.Ordinal).ShouldBe(good ? [] : ["CON-0003"]);
        }

        // Of two entries of one moment that of China counts as the first, so that it is the Union which acknowledges; all else both enter.
        static void Enter(TwoLogs logs, string day, CaseState to) =>
            _ = to == CaseState.Acknowledged ? logs.Step(Union, day, to) : logs.Both(day, to, to == CaseState.Outcome ? CaseOutcome.NoAction : null);
    }

    [Fact]
    public void The_other_party_confirms_a_step_once()
    {
        var logs = Opened().Step(Union, "2026-11-03", CaseState.Notified).Step(China, "2026-11-04", CaseState.Notified);
        logs.Book.Cases[0].Steps.Select(step => (step.By, step.Confirms)).ShouldBe([(Union, false), (China, true)]);
        logs.Step(China, "2026-11-05", CaseState.Notified).Book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0003");
    }

    [Fact]
    public void A_measure_without_who_and_where_is_no_outcome()
    {
        var logs = Opened();
        var id = logs.Book.Cases[0].Id;
        logs.Enter(Union, "2026-11-03", CaseDrafts.Step(id, CaseState.EarlyWarning, CaseState.Outcome, "x", outcome: CaseOutcome.Measure), CaseDrafts.Step(id, CaseState.EarlyWarning, CaseState.Outcome, "x"), CaseDrafts.Step(id, CaseState.EarlyWarning, CaseState.Notified, "x", outcome: CaseOutcome.NoAction));
        logs.Book.Faults.Select(fault => (fault.Index, fault.Fault.Code)).ShouldBe([(1, "CON-0005"), (2, "CON-0005"), (3, "CON-0005")]);
        logs.Book.Cases[0].State.ShouldBe(CaseState.EarlyWarning);
    }

    [Fact]
    public void Positions_of_both_stand_beside_the_evidence_and_change_nothing()
    {
        var logs = Opened();
        var one = logs.Book.Cases[0];
        logs.Enter(China, "2026-11-03", CaseDrafts.Position(one.Id, "Demand, not price.", objection: true, finding: one.Findings[0].Id))
            .Enter(Union, "2026-11-04", CaseDrafts.Position(one.Id, "The price fell as well.", link: "https://example.org/"));
        var stated = logs.Book.Cases[0];
        stated.Positions.Select(position => (position.By, position.Objection, position.Finding)).ShouldBe([(China, true, one.Findings[0].Id), (Union, false, null)]);
        (stated.State, stated.Findings.Count).ShouldBe((one.State, one.Findings.Count));
        logs.Enter(China, "2026-11-05", CaseDrafts.Position(one.Id, "x", finding: "none"), CaseDrafts.Position("none", "x")).Book.Faults.Select(fault => fault.Fault.Code).ShouldBe(["CON-0007", "CON-0002"]);
    }

    [Fact]
    public void The_same_case_opened_in_both_logs_is_one()
    {
        var red = Of("rolling-goods-deficit", "2026-09", Zone.Red);
        var (union, china) = (new TwoLogs().Tick(Union, "2026-11-02", red), new TwoLogs().Tick(China, "2026-11-03", red));
        var book = Fold([.. china.Entries, .. union.Entries]);
        book.Cases.ShouldHaveSingleItem().OpenedBy.ShouldBe([Union, China]);
        book.Cases[0].OpenedAt.ShouldBe(At("2026-11-02"));
        book.Cases[0].Findings.Count.ShouldBe(1);
        book.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_dated_before_the_case_by_a_slow_clock_counts()
    {
        var logs = Opened().Enter(China, "2026-11-01", CaseDrafts.Position(Opened().Book.Cases[0].Id, "Noted."));
        logs.Book.Cases[0].Positions.Count.ShouldBe(1);
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_step_dated_before_the_one_that_it_follows_by_a_slow_clock_counts()
    {
        var logs = Opened();
        var id = logs.Book.Cases[0].Id;
        logs.Enter(Union, "2026-11-05", CaseDrafts.Step(id, CaseState.EarlyWarning, CaseState.Notified, "x"))
            .Enter(China, "2026-11-04", CaseDrafts.Step(id, CaseState.Notified, CaseState.Acknowledged, "x"), CaseDrafts.Step(id, CaseState.Acknowledged, CaseState.Outcome, "x", outcome: CaseOutcome.Disputed))
            .Enter(Union, "2026-11-06", CaseDrafts.Step(id, CaseState.Outcome, CaseState.PoliticalConsultation, "x"));
        logs.Book.Faults.ShouldBeEmpty();
        logs.Book.Cases[0].Steps.Select(step => step.To).ShouldBe([CaseState.Notified, CaseState.Acknowledged, CaseState.Outcome, CaseState.PoliticalConsultation]);
    }

    [Fact]
    public void A_step_that_follows_what_never_was_is_refused_and_never_taken_later()
    {
        var logs = Opened();
        var id = logs.Book.Cases[0].Id;
        logs.Enter(Union, "2026-11-03", CaseDrafts.Step(id, CaseState.TechnicalTalks, CaseState.Outcome, "x", outcome: CaseOutcome.NoAction), CaseDrafts.Step(id, CaseState.EarlyWarning, CaseState.Notified, "x"));
        logs.Step(Union, "2026-11-04", CaseState.TechnicalTalks);
        logs.Book.Cases[0].State.ShouldBe(CaseState.TechnicalTalks);
        logs.Book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0003");
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_turn_a_log_around()
    {
        var logs = Opened().Step(Union, "2026-11-05", CaseState.Notified).Step(Union, "2026-11-03", CaseState.TechnicalTalks);
        logs.Book.Cases[0].Steps.Select(step => step.To).ShouldBe([CaseState.Notified, CaseState.TechnicalTalks]);
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(EntryKind.CaseOpened, """{"case":"x"}""", "CON-0001")]
    [InlineData(EntryKind.CaseOpened, """{"agreement":"a","case":"x","pair":"A.B","parties":[],"sector":"total"}""", "CON-0001")]
    [InlineData(EntryKind.CaseJoined, """{"case":"CASE","finding":{"id":"f"},"parties":[]}""", "CON-0001")]
    [InlineData(EntryKind.CaseJoined, """{"case":"CASE","clock":{"calendar":"moons","days":10},"finding":{"effect":"signal","id":"f","status":"illustrative","vintage":{"releases":[],"zone":"red"}},"parties":[]}""", "CON-0004")]
    [InlineData(EntryKind.CaseJoined, """{"case":"CASE","clock":{"calendar":"working_days","days":0},"finding":{"effect":"signal","id":"f","status":"illustrative","vintage":{"releases":[],"zone":"red"}},"parties":[]}""", "CON-0001")]
    [InlineData(EntryKind.CaseJoined, """{"case":"CASE","finding":7,"parties":[]}""", "CON-0001")]
    [InlineData(EntryKind.CaseJoined, """{"case":"CASE","finding":{"effect":"signal","id":"f","status":"illustrative","vintage":{"releases":["r1"],"zone":"green"}},"parties":[]}""", "CON-0004")]
    [InlineData(EntryKind.CaseOpened, """{"agreement":"eu-china-illustrative","case":"eu-china-illustrative/hs01@CN.EU27_2020/2026-09","finding":{"effect":"signal","id":"f","status":"illustrative","vintage":{"releases":["r1"],"zone":"blue"}},"pair":"CN.EU27_2020","parties":[],"sector":"hs01"}""", "CON-0004")]
    [InlineData(EntryKind.CaseStepTaken, """{"case":"CASE","from":"notified","note":"x","to":"war"}""", "CON-0004")]
    [InlineData(EntryKind.CaseStepTaken, """{"case":"CASE","from":"early_warning","note":"","to":"notified"}""", "CON-0001")]
    [InlineData(EntryKind.CaseStepTaken, """{"case":"CASE","from":"outcome","note":"x","to":"closed"}""", "CON-0003")]
    [InlineData(EntryKind.CaseStepTaken, """{"note":"x","to":"notified"}""", "CON-0001")]
    [InlineData(EntryKind.CaseFindingWithdrawn, """{"case":"CASE","finding":"f","now":{"releases":["r2"],"zone":"green"}}""", "CON-0007")]
    [InlineData(EntryKind.CaseFindingWithdrawn, """{"case":"CASE","finding":"f","now":{"releases":[1],"zone":"green"}}""", "CON-0001")]
    [InlineData(EntryKind.CaseDeadlineLapsed, """{"case":"CASE","deadline":"consultation"}""", "CON-0009")]
    [InlineData(EntryKind.CaseDeadlineLapsed, """{"case":"CASE","deadline":"none"}""", "CON-0009")]
    [InlineData(EntryKind.CasePositionStated, """{"case":"CASE","objection":"yes","text":"x"}""", "CON-0001")]
    public void An_entry_that_cannot_be_changes_nothing_and_is_reported(EntryKind kind, string body, string code)
    {
        var logs = Opened();
        var before = JsonSerializer.Serialize(logs.Book.Cases);
        using var document = JsonDocument.Parse(body.Replace("CASE", logs.Book.Cases[0].Id, StringComparison.Ordinal));
        logs.Enter(China, "2026-11-03", new EntryDraft(kind, document.RootElement.Clone()));
        JsonSerializer.Serialize(logs.Book.Cases).ShouldBe(before);
        var fault = logs.Book.Faults.ShouldHaveSingleItem();
        (fault.Log, fault.Index, fault.Fault.Code).ShouldBe((China, 0, code));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void A_clock_that_is_thousands_of_years_wrong_breaks_nothing(string day)
    {
        var logs = new TwoLogs().Tick(Union, day, Of("rolling-goods-deficit", "2026-09", Zone.Red));
        logs.Book.Cases.ShouldHaveSingleItem().Deadlines.ShouldHaveSingleItem().Due.Provisional.ShouldNotBeNull();
        logs.Book.Reminders(Terms, DateOnly.MinValue, DateOnly.MaxValue).Count.ShouldBe(Terms.ReminderDays.Count);
        Rules.Next(logs.Book, [], [], At("2026-11-02")).ShouldBeEmpty();
    }

    [Fact]
    public void A_case_cannot_be_opened_again_about_something_else()
    {
        var logs = Opened();
        var id = logs.Book.Cases[0].Id;
        var other = new TwoLogs().Tick(China, "2026-11-03", Of("import-surge", "2026-09", Zone.Red, product: "87036010")).Entries[0].Body.GetRawText();
        using var document = JsonDocument.Parse(other.Replace("eu-china-illustrative/hs87@CN.EU27_2020/2026-09", id, StringComparison.Ordinal));
        logs.Enter(China, "2026-11-03", new EntryDraft(EntryKind.CaseOpened, document.RootElement.Clone()));
        logs.Book.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0008");
        logs.Book.Cases.ShouldHaveSingleItem().OpenedBy.ShouldBe([Union]);
    }

    [Fact]
    public void Whatever_order_the_entries_come_in_the_book_is_the_same()
    {
        var logs = Opened();
        var id = logs.Book.Cases[0].Id;
        logs.Step(Union, "2026-11-03", CaseState.Notified)
            .Enter(China, "2026-11-03", CaseDrafts.Position(id, "Seen."), CaseDrafts.Step(id, CaseState.Notified, CaseState.Acknowledged, "Seen."))
            .Tick(China, "2026-11-04", Of("rolling-goods-deficit", "2026-09", Zone.Green, release: "r2"))
            .Step(China, "2026-11-05", CaseState.TechnicalTalks)
            .Step(Union, "2026-11-05", CaseState.TechnicalTalks)
            .Enter(Union, "2026-11-06", CaseDrafts.Position("none", "x"))
            .Tick(Union, "2026-11-07", Of("import-surge", "2026-09", Zone.Red, product: "85076000"));
        var book = JsonSerializer.Serialize(logs.Book);
        Gen.Shuffle(logs.Entries.ToArray()).Sample(entries => JsonSerializer.Serialize(Fold(entries)).ShouldBe(book), iter: 100);
        JsonSerializer.Serialize(Fold([.. logs.Entries, .. logs.Entries])).ShouldBe(book);
    }

    [Fact]
    public void Whatever_two_parties_enter_the_order_of_arrival_does_not_matter() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[1, 28], Gen.Enum<CaseState>(), Gen.Enum<CaseState>(), Gen.Int[0, 3]).Array[1, 12].Sample(acts =>
        {
            var logs = Opened();
            var id = logs.Book.Cases[0].Id;
            foreach (var (party, day, from, to, kind) in acts)
            {
                var (log, date) = (party == 0 ? Union : China, $"2026-11-{day:D2}");
                _ = kind switch
                {
                    0 => logs.Tick(log, date, Of("rolling-goods-deficit", "2026-09", day % 2 == 0 ? Zone.Green : Zone.Red, release: $"r{day}")),
                    1 => logs.Enter(log, date, CaseDrafts.Position(id, "x")),
                    _ => logs.Enter(log, date, CaseDrafts.Step(id, from, to, "x", outcome: to == CaseState.Outcome ? (day % 3 == 0 ? CaseOutcome.Disputed : CaseOutcome.NoAction) : null)),
                };
            }

            var book = logs.Book;
            Fold(logs.Entries.Reverse()).ShouldBeSameBookAs(book);
            Fold(logs.Entries.OrderBy(entry => entry.Log, StringComparer.Ordinal)).ShouldBeSameBookAs(book);
            var steps = logs.Entries.Where(entry => entry.Kind is EntryKind.CaseStepTaken or EntryKind.CaseClosed).Select(entry => (entry.Log, entry.Index)).ToHashSet();
            (book.Cases.Sum(one => one.Steps.Count + one.Proposals.Count) + book.Faults.Count(fault => steps.Contains((fault.Log, fault.Index)))).ShouldBe(steps.Count);
        }, iter: 200);

    private static TwoLogs Opened() => new TwoLogs().Tick(Union, "2026-11-02", Of("rolling-goods-deficit", "2026-09", Zone.Red));
}
