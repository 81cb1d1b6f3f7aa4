using System.Text.Json;
using CsCheck;
using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Consultations.TwoLogs;

namespace Plimsoll.Tests.Consultations;

public sealed class CaseRulesTests
{
    private const string Total = "eu-china-illustrative/total@CN.EU27_2020/2026-09";

    [Fact]
    public void A_red_finding_opens_a_case_whose_clock_runs_over_the_golden_week()
    {
        var opened = new TwoLogs().Tick(Union, "2026-09-29", Of("rolling-goods-deficit", "2026-09", Zone.Red)).Book.Cases.ShouldHaveSingleItem();
        opened.Id.ShouldBe(Total);
        (opened.State, opened.Status, opened.OpenedBy).ShouldBe((CaseState.EarlyWarning, "illustrative", opened.OpenedBy));
        opened.OpenedBy.ShouldBe([Union]);
        var finding = opened.Findings.ShouldHaveSingleItem();
        (finding.Effect, finding.Now.Zone, finding.Now.Value, finding.Limits).ShouldBe((CaseEffect.Consultation, "red", "1.5", "amber > 1, red > 1.25"));
        var deadline = opened.Deadlines.ShouldHaveSingleItem();
        (deadline.Id, deadline.Days, deadline.Count).ShouldBe(("consultation", 10, "working days of eu-institutions and china"));
        (deadline.Due.Day, deadline.Due.Provisional, deadline.MetOn, deadline.LapsedOn).ShouldBe((new DateOnly(2026, 10, 20), null, null, null));
    }

    [Fact]
    public void A_signal_opens_a_case_without_a_clock_and_red_starts_it_later()
    {
        var logs = new TwoLogs().Tick(Union, "2026-09-29", Of("rolling-goods-deficit", "2026-08", Zone.Amber));
        logs.Book.Cases.ShouldHaveSingleItem().Deadlines.ShouldBeEmpty();
        logs.Tick(Union, "2026-10-29", Of("rolling-goods-deficit", "2026-09", Zone.Red, previous: Zone.Amber));
        var one = logs.Book.Cases.ShouldHaveSingleItem();
        one.Findings.Select(finding => finding.Now.Zone).ShouldBe(["amber", "red"]);
        one.Deadlines.ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2026, 10, 29));
    }

    [Fact]
    public void A_listing_opens_no_case_and_joins_one_of_its_scope()
    {
        var listing = Of("member-in-deficit", "2025", Zone.Amber, reporter: "DE");
        new TwoLogs().Tick(Union, "2026-09-29", listing).Book.Cases.ShouldBeEmpty();
        var joined = new TwoLogs().Tick(Union, "2026-09-29", listing, Of("cover-ratio-member", "2026-09", Zone.Amber, reporter: "DE")).Book;
        joined.Cases.ShouldHaveSingleItem().Findings.Select(finding => finding.Effect).ShouldBe([CaseEffect.Signal, CaseEffect.Listing]);
        var later = new TwoLogs().Tick(Union, "2026-09-29", Of("cover-ratio-member", "2026-09", Zone.Amber, reporter: "DE")).Tick(Union, "2026-10-29", listing);
        later.Book.Cases.ShouldHaveSingleItem().Findings.Select(finding => finding.Effect).ShouldBe([CaseEffect.Signal, CaseEffect.Listing]);
    }

    [Fact]
    public void Findings_of_one_chapter_and_pair_join_one_case_and_others_open_their_own()
    {
        var book = new TwoLogs().Tick(
            Union,
            "2026-09-29",
            Of("import-surge", "2026-09", Zone.Red, product: "87036010"),
            Of("import-surge", "2026-09", Zone.Red, product: "87032410"),
            Of("import-surge", "2026-09", Zone.Red, product: "39XXXXXX"),
            Of("import-surge-member", "2026-09", Zone.Red, product: "87036010", reporter: "DE")).Book;
        book.Cases.Select(one => (one.Scope.Sector, one.Scope.Pair, one.Findings.Count)).Order().ShouldBe([("hs39", "CN.EU27_2020", 1), ("hs87", "CN.DE", 1), ("hs87", "CN.EU27_2020", 2)]);
        CaseScope.Of("a", new Plimsoll.Indicators.Subject("CN", "EU27_2020", "8703", Plimsoll.Trade.Flow.Export)).ShouldBe(CaseScope.Of("a", new Plimsoll.Indicators.Subject("EU27_2020", "CN", "87", Plimsoll.Trade.Flow.Import)));
    }

    [Fact]
    public void A_colour_that_lasts_is_no_news_and_one_that_comes_back_is()
    {
        var logs = new TwoLogs().Tick(Union, "2026-08-20", Of("rolling-goods-deficit", "2026-06", Zone.Red));
        logs.Tick(Union, "2026-09-20", Of("rolling-goods-deficit", "2026-07", Zone.Red, previous: Zone.Red), Of("rolling-goods-deficit", "2026-06", Zone.Red));
        logs.Entries.Count.ShouldBe(2); // The second is the lapse of the first clock.
        logs.Entries[1].Kind.ShouldBe(EntryKind.CaseDeadlineLapsed);
        logs.Both("2026-09-21", CaseState.Outcome, CaseOutcome.NoAction).Both("2026-09-22", CaseState.Closed);
        logs.Tick(Union, "2026-10-20", Of("rolling-goods-deficit", "2026-08", Zone.Red, previous: Zone.Red));
        logs.Book.Cases.Count.ShouldBe(1);
        logs.Tick(Union, "2026-11-20", Of("rolling-goods-deficit", "2026-09", Zone.Red));
        logs.Book.Cases.Select(one => one.State).ShouldBe([CaseState.Closed, CaseState.EarlyWarning]);
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void What_somebody_saw_last_time_decides_before_the_period_before()
    {
        var finding = Of("rolling-goods-deficit", "2026-09", Zone.Red, previous: Zone.Green);
        Rules.Next(new TwoLogs().Book, [finding], [Of("rolling-goods-deficit", "2026-08", Zone.Red)], At("2026-11-20")).ShouldBeEmpty();
        Rules.Next(new TwoLogs().Book, [finding], [Of("rolling-goods-deficit", "2026-08", Zone.Amber)], At("2026-11-20")).Count.ShouldBe(1);
    }

    [Fact]
    public void A_second_case_of_the_same_period_has_its_own_name()
    {
        var logs = new TwoLogs().Tick(Union, "2026-11-02", Of("rolling-goods-deficit", "2026-09", Zone.Red))
            .Both("2026-11-03", CaseState.Outcome, CaseOutcome.NoAction);
        logs.Both("2026-11-04", CaseState.Closed).Tick(Union, "2026-11-05", Of("deficit-growth-both", "2026-09", Zone.Red));
        logs.Book.Cases.Select(one => one.Id).ShouldBe([Total, Total + ".2"]);
    }

    [Fact]
    public void A_finding_that_a_revision_took_back_stays_with_both_vintages()
    {
        var green = Of("rolling-goods-deficit", "2026-09", Zone.Green, release: "r2", value: 0.9m);
        var logs = new TwoLogs().Tick(Union, "2026-11-02", Of("rolling-goods-deficit", "2026-09", Zone.Red, value: 1.3m)).Tick(Union, "2026-12-01", green).Tick(China, "2026-12-01", green);
        var finding = logs.Book.Cases.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();
        finding.Withdrawn.ShouldBeTrue();
        (finding.Then.Zone, finding.Then.Value, finding.Then.Releases[0]).ShouldBe(("red", "1.3", "r1"));
        (finding.Now.Zone, finding.Now.Value, finding.Now.Releases[0]).ShouldBe(("green", "0.9", "r2"));
        logs.Entries.Count(entry => entry.Kind == EntryKind.CaseFindingWithdrawn).ShouldBe(2);
        logs.Tick(Union, "2026-12-02", green).Tick(China, "2026-12-02", green);
        logs.Entries.Count(entry => entry.Kind == EntryKind.CaseFindingWithdrawn).ShouldBe(2);
        logs.Tick(Union, "2026-12-03", Of("rolling-goods-deficit", "2026-09", Zone.Red, release: "r3"));
        logs.Book.Cases.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem().Withdrawn.ShouldBeFalse();
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Zone.NotAssessable)]
    [InlineData(Zone.Recovering)]
    [InlineData(Zone.Amber)]
    public void No_data_and_a_softer_colour_withdraw_nothing(Zone zone)
    {
        var logs = new TwoLogs().Tick(Union, "2026-11-02", Of("rolling-goods-deficit", "2026-09", Zone.Red))
            .Tick(Union, "2026-11-03", Of("rolling-goods-deficit", "2026-09", zone, release: "r2"));
        logs.Book.Cases.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem().Withdrawn.ShouldBeFalse();
    }

    [Fact]
    public void Two_parties_on_two_vintages_each_speak_once()
    {
        var (red, green) = (Of("rolling-goods-deficit", "2026-09", Zone.Red), Of("rolling-goods-deficit", "2026-09", Zone.Green, release: "r2"));
        var logs = new TwoLogs().Tick(Union, "2026-11-02", red).Tick(China, "2026-11-02", green);
        for (var day = 3; day < 9; day++)
        {
            logs.Tick(Union, $"2026-11-0{day}", red).Tick(China, $"2026-11-0{day}", green);
        }

        logs.Entries.Select(entry => entry.Kind).ShouldBe([EntryKind.CaseOpened, EntryKind.CaseFindingWithdrawn]);
    }

    // The 10 working days of both from 29 September end on 20 October. Midnight is that of UTC.
    [Theory]
    [InlineData("2026-10-20T23:59:59Z", 0)]
    [InlineData("2026-10-21T00:00:00Z", 1)]
    [InlineData("2026-12-31T00:00:00Z", 1)]
    public void A_deadline_lapses_when_its_last_day_is_over(string now, int lapses)
    {
        var logs = new TwoLogs().Tick(Union, "2026-09-29", Of("rolling-goods-deficit", "2026-09", Zone.Red));
        var drafts = Rules.Next(logs.Book, [], [], At(now));
        drafts.Count.ShouldBe(lapses);
        Rules.Next(logs.Book, [], [], At(now)).Select(draft => draft.Body.GetRawText()).ShouldBe(drafts.Select(draft => draft.Body.GetRawText()));
        logs.Enter(Union, now, drafts).Tick(China, now).Tick(Union, now);
        logs.Entries.Count.ShouldBe(1 + lapses);
        logs.Book.Cases[0].Deadlines[0].LapsedOn.ShouldBe(lapses == 0 ? null : DateOnly.FromDateTime(At(now).UtcDateTime));
    }

    [Fact]
    public void A_deadline_that_was_met_does_not_lapse_and_one_met_late_says_so()
    {
        var met = new TwoLogs().Tick(Union, "2026-09-29", Of("rolling-goods-deficit", "2026-09", Zone.Red)).Step(Union, "2026-09-30", CaseState.Notified).Both("2026-10-20", CaseState.TechnicalTalks);
        Rules.Next(met.Book, [], [], At("2026-12-01")).ShouldBeEmpty();
        var late = new TwoLogs().Tick(Union, "2026-09-29", Of("rolling-goods-deficit", "2026-09", Zone.Red)).Tick(Union, "2026-10-21")
            .Step(Union, "2026-10-22", CaseState.Notified).Both("2026-10-23", CaseState.PoliticalConsultation);
        var deadline = late.Book.Cases[0].Deadlines[0];
        (deadline.MetOn, deadline.LapsedOn, deadline.Late).ShouldBe((new DateOnly(2026, 10, 23), new DateOnly(2026, 10, 21), true));
    }

    [Fact]
    public void A_notified_party_has_five_working_days_of_both_to_say_that_it_knows()
    {
        var logs = new TwoLogs().Tick(Union, "2026-04-27", Of("rolling-goods-deficit", "2026-03", Zone.Amber)).Step(Union, "2026-04-29", CaseState.Notified);
        var deadline = logs.Book.Cases[0].Deadlines.ShouldHaveSingleItem();
        (deadline.Id, deadline.Due.Day).ShouldBe(("acknowledgement", new DateOnly(2026, 5, 11))); // 30 April; 6, 7 and 8 May; Saturday 9 in China alone; Monday 11.
    }

    [Fact]
    public void A_provisional_deadline_never_lapses()
    {
        var logs = new TwoLogs().Tick(Union, "2026-12-22", Of("rolling-goods-deficit", "2026-10", Zone.Red));
        logs.Book.Cases[0].Deadlines[0].Due.Provisional.ShouldNotBeNull();
        Rules.Next(logs.Book, [], [], At("2027-06-01")).ShouldBeEmpty();
    }

    [Fact]
    public void Reminders_come_on_their_days_and_not_after_the_step()
    {
        var logs = new TwoLogs().Tick(Union, "2026-09-29", Of("rolling-goods-deficit", "2026-09", Zone.Red));
        logs.Book.Reminders(Terms, new DateOnly(2026, 9, 29), new DateOnly(2026, 10, 31)).Select(reminder => reminder.On).ShouldBe([new DateOnly(2026, 10, 15), new DateOnly(2026, 10, 19)]);
        logs.Book.Reminders(Terms, new DateOnly(2026, 10, 15), new DateOnly(2026, 10, 18)).ShouldBeEmpty();
        logs.Step(Union, "2026-09-30", CaseState.Notified).Both("2026-10-09", CaseState.TechnicalTalks);
        logs.Book.Reminders(Terms, new DateOnly(2026, 9, 29), new DateOnly(2026, 10, 31)).ShouldBeEmpty();
    }

    [Fact]
    public void No_sequence_of_findings_leads_to_a_step_let_alone_a_measure() => Gen.Select(AnyFinding.Array[1, 5].Array[1, 6], Gen.Int[1, 60]).Sample((rounds, gap) =>
    {
        var logs = new TwoLogs();
        var now = At("2026-01-05");
        foreach (var findings in rounds)
        {
            var drafts = Rules.Next(logs.Book, findings, [], now);
            drafts.ShouldAllBe(draft => draft.Kind == EntryKind.CaseOpened || draft.Kind == EntryKind.CaseJoined || draft.Kind == EntryKind.CaseFindingWithdrawn || draft.Kind == EntryKind.CaseDeadlineLapsed);
            drafts.ShouldAllBe(draft => !draft.Body.EnumerateObject().Any(member => member.Name == "outcome"));
            logs.Enter(Union, now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), drafts);
            now = now.AddDays(gap);
        }

        logs.Book.Cases.ShouldAllBe(one => one.Steps.Count == 0 && one.Outcome == null && one.State == CaseState.EarlyWarning);
        logs.Book.Faults.ShouldBeEmpty();
    }, iter: 60);

    [Fact]
    public void Whatever_a_revision_takes_back_no_case_and_no_finding_is_lost() => AnyFinding.Array[1, 5].Array[2, 6].Sample(rounds =>
    {
        var logs = new TwoLogs();
        var known = new HashSet<(string, string)>();
        foreach (var (index, findings) in rounds.Index())
        {
            logs.Tick(index % 2 == 0 ? Union : China, $"2026-03-0{index + 1}", findings);
            var now = logs.Book.Cases.SelectMany(one => one.Findings.Select(finding => (one.Id, finding.Id))).ToHashSet();
            now.IsSupersetOf(known).ShouldBeTrue();
            known = now;
        }
    }, iter: 60);

    [Fact]
    public void Bodies_hold_whole_numbers_and_decimals_as_text()
    {
        var draft = Rules.Next(new TwoLogs().Book, [Of("rolling-goods-deficit", "2026-09", Zone.Red, value: -359_800_000_000.25m)], [], At("2026-11-02")).ShouldHaveSingleItem();
        draft.Body.GetProperty("clock").GetProperty("days").ValueKind.ShouldBe(JsonValueKind.Number);
        draft.Body.GetProperty("finding").GetProperty("vintage").GetProperty("value").GetString().ShouldBe("-359800000000.25");
    }

    private static Gen<Finding> AnyFinding =>
        from clause in OneOf("rolling-goods-deficit", "import-surge", "member-in-deficit", "cover-ratio")
        from zone in Gen.Enum<Zone>()
        from previous in Gen.Enum<Zone>()
        from product in OneOf("TOTAL", "87036010", "85076000")
        from month in Gen.Int[1, 3]
        from release in OneOf("r1", "r2", "r3")
        select Of(clause, $"2026-0{month}", zone, previous, product, release: release);

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);
}
