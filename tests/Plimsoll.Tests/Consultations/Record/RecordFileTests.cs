using Plimsoll.Consultations.Record;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Record;

public sealed class RecordFileTests
{
    private const string Good =
        """
        meeting: {id: m1, title: M, place: P, date: 2026-06-29, parties: [EU27_2020, CN], note: N}
        sources:
          - {id: s, title: S, publisher: S, date: 2026-06-29, quality: stated, link: "https://example.org/"}
        points:
          - {topic: t, title: T, by: CN, claim: c, text: X, sources: [s]}
        commitments:
          - {id: c, workstream: wto_reform, who: [CN], said_by: [CN], what: X, due: soon, due_by: none, measured: none, record: R, sources: [s]}
        """;

    [Fact]
    public void A_good_file_reads()
    {
        var read = RecordFile.Parse(Good, "m.yaml");
        read.Faults.ShouldBeEmpty();
        (read.Meeting!.Points.Count, read.Commitments.Count).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("by: CN, claim", "by: US, claim", "AGR-0007", 5)]
    [InlineData("text: X, sources: [s]", "text: X, sources: [z]", "AGR-0006", 5)]
    [InlineData("text: X, sources: [s]", "text: X, sources: []", "AGR-0005", 5)]
    [InlineData("parties: [EU27_2020, CN]", "parties: [EU27_2020, CN, US]", "CON-0021", 1)]
    [InlineData("record: R", "record: none", "CON-0021", 7)]
    [InlineData("measured: none", "measured: x", "CON-0021", 7)]
    [InlineData("quality: stated", "quality: good", "AGR-0007", 3)]
    [InlineData("workstream: wto_reform", "workstream: parcels", "AGR-0007", 7)]
    [InlineData("commitments:\n", "  - {topic: t, title: T, by: CN, claim: d, text: X, sources: [s]}\ncommitments:\n", "CON-0021", 5)]
    [InlineData("date: 2026-06-29, quality", "date: 29 June, quality", "AGR-0006", 3)]
    public void A_bad_file_is_refused_with_its_place(string good, string bad, string code, int line)
    {
        var read = RecordFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "m.yaml");
        read.Meeting.ShouldBeNull();
        read.Commitments.ShouldBeEmpty();
        (read.Faults[0].Fault.Code, read.Faults[0].Line).ShouldBe((code, line));
    }

    [Fact]
    public void Text_that_is_no_record_is_refused() => RecordFile.Parse("[", "m.yaml").Faults.ShouldNotBeEmpty();
}
