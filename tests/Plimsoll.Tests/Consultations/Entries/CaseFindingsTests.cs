using System.Text.Json;
using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Consultations.TwoLogs;

namespace Plimsoll.Tests.Consultations.Entries;

/// <summary>Findings that one party says were taken back by a revision. The finding of these tests is red on r5, published on 25 December 2025.</summary>
public sealed class CaseFindingsTests
{
    private static readonly Finding Green = Of("rolling-goods-deficit", "2025-09", Zone.Green, release: "r6");

    private static TwoLogs Opened => new TwoLogs().Tick(Union, "2026-02-02", Red("r5"));

    [Fact]
    public void One_party_marks_a_finding_and_both_withdraw_it()
    {
        var logs = Opened.Tick(China, "2026-02-03", Green);
        var marked = Only(logs);
        (marked.Withdrawn, marked.WithdrawnBy.Single()).ShouldBe((false, China));
        marked.Vintages.Select(vintage => (vintage.By, vintage.Zone, vintage.Releases[0])).ShouldBe([(Union, "red", "r5"), (China, "green", "r6")]);

        // The same party a second time is still one party.
        logs.Enter(China, "2026-02-04", logs.Entries[^1] is { } last ? new EntryDraft(last.Kind, last.Body) : null!);
        Only(logs).Withdrawn.ShouldBeFalse();

        logs.Tick(Union, "2026-02-05", Green);
        var withdrawn = Only(logs);
        withdrawn.Withdrawn.ShouldBeTrue();
        withdrawn.WithdrawnBy.ShouldBe([China, Union]);
        withdrawn.Then.Zone.ShouldBe("red");
        logs.Book.Cases.ShouldHaveSingleItem().State.ShouldBe(CaseState.EarlyWarning);
        logs.Book.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-12-25T10:00:00Z", "r9", "red", "r5")] // Published when those of the finding were.
    [InlineData("2025-12-24T10:00:00Z", "r4", "red", "r5")] // Before.
    [InlineData("2026-02-04T00:00:00Z", "r9", "red", "r5")] // After the day of the entry, the third of February.
    [InlineData("2999-01-01T00:00:00Z", "r9", "red", "r5")]
    [InlineData("tomorrow", "r9", "red", "r5")]
    [InlineData(null, "r9", "red", "r5")]
    [InlineData("2026-01-05T10:00:00Z", null, "red", "r5")] // On no release at all.
    [InlineData("2026-01-05T10:00:00Z", "r9", "red", "r4")] // Takes back what the case does not have.
    [InlineData("2026-01-05T10:00:00Z", "r9", "amber", "r5")]
    [InlineData("2026-01-05T10:00:00Z", "r9", null, null)] // Does not say what it takes back.
    public void A_withdrawal_by_no_newer_data_of_no_known_vintage_marks_nothing(string? known, string? release, string? thenZone, string? thenRelease)
    {
        var logs = Opened;
        logs.Enter(China, "2026-02-03", Withdrawal(logs, known, release, thenZone, thenRelease));
        Only(logs).WithdrawnBy.ShouldBeEmpty();
        Only(logs).Vintages.ShouldHaveSingleItem();
        var fault = logs.Book.Faults.ShouldHaveSingleItem();
        (fault.Log, fault.Index, fault.Fault.Code).ShouldBe((China, 0, "CON-0014"));
    }

    [Fact]
    public void A_withdrawal_by_data_of_the_day_of_the_entry_stands()
    {
        var logs = Opened;
        logs.Enter(China, "2026-02-03", Withdrawal(logs, "2026-02-03T23:59:59Z", "r9", "red", "r5"));
        Only(logs).WithdrawnBy.ShouldBe([China]);
    }

    [Fact]
    public void Who_has_the_colour_again_takes_its_own_mark_away_and_not_the_others()
    {
        var logs = Opened.Tick(China, "2026-02-03", Green).Tick(Union, "2026-02-03", Green).Tick(Union, "2026-02-05", Red("r7"));
        (Only(logs).Withdrawn, Only(logs).WithdrawnBy.Single()).ShouldBe((false, China));

        // China sees the same revision, which the Union has entered already; its own last word was green.
        logs.Tick(China, "2026-02-06", Red("r7"));
        Only(logs).WithdrawnBy.ShouldBeEmpty();
        logs.Tick(China, "2026-02-07", Red("r7")).Entries.Count.ShouldBe(5);
    }

    [Fact]
    public void A_colour_that_a_party_invents_for_the_future_does_not_keep_the_other_from_withdrawing()
    {
        var logs = Opened;
        var text = logs.Entries[0].Body.GetRawText().Replace("2025-12-25T10:00:00Z", "2999-01-01T00:00:00Z", StringComparison.Ordinal).Replace("r5", "r8", StringComparison.Ordinal);
        logs.Enter(China, "2026-02-03", new EntryDraft(EntryKind.CaseJoined, JsonSerializer.Deserialize<JsonElement>(text))).Tick(Union, "2026-02-04", Green);
        Only(logs).WithdrawnBy.ShouldBe([Union]);
    }

    [Fact]
    public void A_withdrawal_dated_before_the_entry_that_brought_the_finding_in_counts()
    {
        var logs = Opened.Tick(Union, "2026-02-05", Of("deficit-growth-both", "2025-09", Zone.Red, release: "r5"));
        logs.Tick(China, "2026-02-04", Of("deficit-growth-both", "2025-09", Zone.Green, release: "r6"));
        var second = logs.Book.Cases[0].Findings[1];
        (second.WithdrawnBy.Single(), second.Then.Zone).ShouldBe((China, "red"));
        logs.Book.Faults.ShouldBeEmpty();
    }

    private static Finding Red(string release) => Of("rolling-goods-deficit", "2025-09", Zone.Red, release: release);

    private static CaseFinding Only(TwoLogs logs) => logs.Book.Cases.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();

    private static EntryDraft Withdrawal(TwoLogs logs, string? known, string? release, string? thenZone, string? thenRelease) => new(EntryKind.CaseFindingWithdrawn, JsonSerializer.SerializeToElement(new
    {
        @case = logs.Book.Cases[0].Id,
        finding = Only(logs).Id,
        then = thenZone is null ? null : new { zone = thenZone, releases = new[] { thenRelease } },
        now = new { zone = "green", known_at = known, releases = release is null ? [] : new[] { release } },
    }));
}
