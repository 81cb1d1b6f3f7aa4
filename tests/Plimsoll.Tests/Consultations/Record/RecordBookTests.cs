using System.Text.Json;
using Plimsoll.Consultations.Record;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Consultations.TwoLogs;

namespace Plimsoll.Tests.Consultations.Record;

public sealed class RecordBookTests
{
    private static RecordBook Public => RecordBook.Fold(RecordFile.Bundled, []);

    [Fact]
    public void The_public_record_of_29_June_2026_ships_with_its_sources()
    {
        var meeting = Public.Meetings.ShouldHaveSingleItem();
        (meeting.Id, meeting.Place).ShouldBe(("2026-06-29", "Brussels"));
        meeting.Points.ShouldAllBe(point => point.Sources.Count > 0);
        Public.Commitments.Select(commitment => commitment.Workstream).Distinct().Order().ShouldBe(Enum.GetValues<Workstream>());
        Public.Commitments.ShouldAllBe(commitment => commitment.Status == CommitmentStatus.Open && commitment.Sources.Count > 0);
    }

    [Fact]
    public void A_commitment_that_a_clause_measures_names_a_clause_that_ships() =>
        Public.Commitments.Select(commitment => commitment.Measure).OfType<string>().ShouldAllBe(clause => TwoLogs.Agreement.Clauses.Any(one => one.Id == clause));

    [Theory]
    [InlineData("results-deadline", Verdict.ByOneOnly, "october", null)]
    [InlineData("next-meeting", Verdict.Differing, "october", "autumn")]
    [InlineData("work-areas", Verdict.SaidByBoth, "four-areas", "four-areas")]
    [InlineData("zones", Verdict.ByOneOnly, "red-leads-to-political-talks", null)]
    [InlineData("cadence", Verdict.ByOneOnly, null, "one-or-two-a-year")]
    [InlineData("purpose", Verdict.Differing, "rebalance", "upward-balance")]
    [InlineData("export-controls", Verdict.SaidByBoth, "assurance", "assurance")]
    [InlineData("trigger", Verdict.ByNeither, null, null)]
    public void The_two_readouts_are_compared_point_by_point(string topic, Verdict verdict, string? union, string? china)
    {
        var compared = Public.Meetings[0].Compare().Single(one => one.Topic == topic);
        (compared.Verdict, compared.First?.Claim, compared.Second?.Claim).ShouldBe((verdict, union, china));
    }

    [Fact]
    public void What_a_party_records_itself_goes_before_what_is_reported_of_it()
    {
        var logs = new TwoLogs().Enter(China, "2026-11-02", Draft(EntryKind.ReadoutRecorded, Readout("2026-06-29", "CN", "october")));
        var book = RecordBook.Fold(RecordFile.Bundled, logs.Entries);
        book.Faults.ShouldBeEmpty();
        var compared = book.Meetings.ShouldHaveSingleItem().Compare().Single(one => one.Topic == "next-meeting");
        (compared.Verdict, compared.Second!.Entry).ShouldBe((Verdict.SaidByBoth, $"{China}#0"));
        compared.Others.Select(point => point.By).ShouldBe([ReadoutPoint.Joint, "CN"]);
    }

    [Fact]
    public void A_meeting_that_is_in_no_record_begins_with_a_readout()
    {
        var logs = new TwoLogs().Enter(Union, "2026-11-02", Draft(EntryKind.ReadoutRecorded, Readout("2026-10-20", "EU27_2020", "spring")));
        RecordBook.Fold([], logs.Entries).Meetings.ShouldHaveSingleItem().Compare().ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.ByOneOnly);
        logs.Enter(Union, "2026-11-02", Draft(EntryKind.ReadoutRecorded, Readout("2026-10-20", "US", "spring")));
        RecordBook.Fold([], logs.Entries).Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0012");
    }

    [Fact]
    public void Reviews_say_what_became_of_a_commitment()
    {
        var logs = new TwoLogs()
            .Enter(China, "2026-11-01", Draft(EntryKind.CommitmentReviewed, Review("rare-earths", "kept")))
            .Enter(Union, "2026-11-02", Draft(EntryKind.CommitmentRecorded, Commitment("rare-earths")), Draft(EntryKind.CommitmentReviewed, Review("rare-earths", "late")))
            .Enter(Union, "2026-11-03", Draft(EntryKind.CommitmentReviewed, Review("no-disruption", "broken")));
        var book = RecordBook.Fold(RecordFile.Bundled, logs.Entries);
        book.Faults.ShouldBeEmpty();
        var made = book.Commitments.Single(one => one.Id == "rare-earths");
        made.Reviews.Select(review => (review.By, review.Status)).ShouldBe([(China, CommitmentStatus.Kept), (Union, CommitmentStatus.Late)]);
        (made.Status, made.Workstream, made.DueBy).ShouldBe((CommitmentStatus.Late, Workstream.ExportControls, new DateOnly(2026, 12, 31)));
        book.Commitments.Single(one => one.Id == "no-disruption").Status.ShouldBe(CommitmentStatus.Broken);
    }

    [Fact]
    public void A_day_that_is_over_makes_an_open_commitment_overdue()
    {
        var results = Public.Commitments.Single(one => one.Id == "tangible-results");
        results.IsOverdue(new DateOnly(2026, 10, 31)).ShouldBeFalse();
        results.IsOverdue(new DateOnly(2026, 11, 1)).ShouldBeTrue();
        Public.Commitments.Single(one => one.Id == "no-disruption").IsOverdue(new DateOnly(2030, 1, 1)).ShouldBeFalse();
    }

    [Fact]
    public void Entries_that_cannot_be_are_reported()
    {
        var logs = new TwoLogs().Enter(
            Union,
            "2026-11-02",
            Draft(EntryKind.CommitmentReviewed, Review("none", "kept")),
            Draft(EntryKind.CommitmentReviewed, Review("no-disruption", "perhaps")),
            Draft(EntryKind.CommitmentRecorded, Commitment("no-disruption")),
            Draft(EntryKind.CommitmentRecorded, new { commitment = "x" }));
        RecordBook.Fold(RecordFile.Bundled, logs.Entries).Faults.Select(fault => (fault.Index, fault.Fault.Code))
            .ShouldBe([(0, "CON-0011"), (1, "CON-0004"), (2, "CON-0010"), (3, "CON-0001")]);
    }

    private static EntryDraft Draft(EntryKind kind, object body) => new(kind, JsonSerializer.SerializeToElement(body));

    private static object Review(string commitment, string status) => new { commitment, status, evidence = "The licences of October." };

    private static object Commitment(string commitment) => new
    {
        commitment,
        meeting = "2026-06-29",
        workstream = "export_controls",
        who = new[] { "CN" },
        said_by = new[] { "CN" },
        what = "General licences.",
        due = "this year",
        due_by = "2026-12-31",
        record = "The list of licences.",
    };

    private static object Readout(string meeting, string party, string claim) => new
    {
        meeting,
        party,
        parties = new[] { "EU27_2020", "CN" },
        title = "A meeting",
        points = new[] { new { topic = "next-meeting", title = "When", claim, text = "They meet again." } },
    };
}
