using System.Globalization;
using Plimsoll.Sources.Sdmx;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

public sealed class JsonStatFormatTests
{
    [Fact]
    public void The_recorded_answer_gives_two_months()
    {
        var (fault, sink) = Answer.OfSpecimen("eurostat-api/ds-045409-eu27-us-total-2024-01-02.json");
        fault.ShouldBeNull();
        (sink.Header!.Source, sink.Header.Dataset).ShouldBe(("comext", "DS-045409"));
        sink.Header.PublishedAt.ShouldBe(DateTimeOffset.Parse("2026-09-15T09:00:00Z", CultureInfo.InvariantCulture));
        sink.Refusals.ShouldBeEmpty();
        sink.Rows.Select(r => (r.Reporter.Code, r.Partner.Code, r.Product.Text, r.Flow, r.Period.ToString(), r.Value)).ShouldBe(
        [
            ("EU27_2020", "US", "TOTAL", Flow.Import, "2024-01", 28_417_786_122_000),
            ("EU27_2020", "US", "TOTAL", Flow.Import, "2024-02", 27_944_902_670_000),
        ]);
    }

    [Fact]
    public void Statuses_come_with_values_or_stand_alone()
    {
        var (_, sink) = Read("""{"0": 1.5, "1": null, "3": 0}""", """, "status": {"0": "p", "2": "c"}""");
        sink.Rows.Select(r => (r.Product.Text, r.Period.ToString(), r.Value, r.Flags)).ShouldBe(
        [
            ("01", "2024-01", 1_500, ObservationFlags.Provisional),
            ("01", "2024-02", Fixed3.Null, ObservationFlags.Missing),
            ("02", "2024-02", 0, ObservationFlags.None),
            ("02", "2024-01", Fixed3.Null, ObservationFlags.Confidential),
        ]);
    }

    [Fact]
    public void A_dense_array_fills_cells_without_values_with_null()
    {
        var (_, sink) = Read("[1, null, null, 4]", """, "status": ["e", null, "c", null]""");
        sink.Rows.Select(r => (r.Product.Text, r.Period.ToString(), r.Value)).ShouldBe(
            [("01", "2024-01", 1_000), ("02", "2024-02", 4_000), ("02", "2024-01", Fixed3.Null)]);
    }

    [Fact]
    public void One_status_may_hold_for_all() =>
        Read("[1, 2, 3, 4]", """, "status": "p" """).Sink.Rows.ShouldAllBe(r => r.Flags == ObservationFlags.Provisional);

    [Theory]
    [InlineData("""{"4": 1}""", "SRC-0153")]
    [InlineData("""{"-1": 1}""", "SRC-0153")]
    [InlineData("""{"x": 1}""", "SRC-0153")]
    [InlineData("""{"\ud800": 1}""", "SRC-0153")]
    [InlineData("""{"0": "12"}""", "SRC-0125")]
    [InlineData("""{"0": true}""", "SRC-0125")]
    [InlineData("""{"0": {"a": 1}}""", "SRC-0125")]
    [InlineData("""{"0": -1}""", "SRC-0126")]
    [InlineData("""{"0": 1e99}""", "SRC-0128")]
    public void A_bad_value_is_refused_and_its_neighbour_stays(string value, string code)
    {
        var (fault, sink) = Read(value.Replace("}", "", StringComparison.Ordinal) + (value.Contains("a\"", StringComparison.Ordinal) ? "}" : "") + """, "3": 7}""");
        fault.ShouldBeNull();
        sink.Rows.ShouldHaveSingleItem().Value.ShouldBe(7_000);
        var refusal = sink.Refusals.ShouldHaveSingleItem();
        (refusal.Line, refusal.Column, refusal.Fault.Code).ShouldBe((1, 0, code));
    }

    [Theory]
    [InlineData("\"size\": [1,1,1,2,1,1,2]", "\"size\": [1,1,1,2,1,1,3]", "SRC-0152")]
    [InlineData("\"size\": [1,1,1,2,1,1,2]", "\"size\": [1,1,1,2,1,1,1.5]", "SRC-0152")]
    [InlineData("\"size\": [1,1,1,2,1,1,2]", "\"size\": [1,1]", "SRC-0152")]
    [InlineData("{\"2024-01\": 0", "{\"2024-01\": 7", "SRC-0152")]
    [InlineData("[\"DE\"]", "[\"\\ud800\"]", "SRC-0152")]
    [InlineData("[\"DE\"]", "[null]", "SRC-0152")]
    [InlineData("DS-045409", "DS-059331", "SRC-0110")]
    [InlineData("partner", "colour", "SRC-0110")]
    [InlineData("time", "when", "SRC-0110")]
    [InlineData("\"value\": [1,2,3,4]", "\"value\": 5", "SRC-0152")]
    [InlineData("\"value\": [1,2,3,4]", "\"value\": {}", "SRC-0112")]
    [InlineData("[1,2,3,4]", "[1,2,3", "SRC-0150")]
    public void An_answer_that_does_not_hold_together_is_refused_whole(string from, string to, string code)
    {
        var (fault, sink) = Answer.Of(Json("[1,2,3,4]").Replace(from, to, StringComparison.Ordinal), "a.json");
        fault!.Code.ShouldBe(code);
        sink.RowsIn.ShouldBe(0);
    }

    [Fact]
    public void An_answer_too_long_to_hold_is_sent_to_SDMX_CSV()
    {
        var fault = Answer.Of(new byte[JsonStatFormat.ByteLimit + 1], "a.json", new JsonStatFormat()).Fault!;
        fault.Code.ShouldBe("SRC-0151");
        fault.Message.ShouldContain("SDMX-CSV");
    }

    private static (Fault? Fault, RecordingSink Sink) Read(string values, string more = "") => Answer.Of(Json(values, more), "a.json");

    private static string Json(string values, string more = "") => """
        {"version": "2.0", "class": "dataset", "value": VALUES,
         "id": ["freq","reporter","partner","product","flow","indicators","time"], "size": [1,1,1,2,1,1,2],
         "dimension": {
           "freq": {"category": {"label": {"M": "Monthly"}}}, "reporter": {"category": {"index": ["DE"]}},
           "partner": {"category": {"index": {"CN": 0}}}, "product": {"category": {"index": {"02": 1, "01": 0}}},
           "flow": {"category": {"index": ["1"]}}, "indicators": {"category": {"index": ["VALUE_IN_EUROS"]}},
           "time": {"category": {"index": {"2024-01": 0, "2024-02": 1}}}},
         "extension": {"id": "DS-045409"}}
        """.Replace("VALUES", values + more, StringComparison.Ordinal);
}
