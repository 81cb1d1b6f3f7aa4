using System.Globalization;
using Plimsoll.Sources.Comtrade;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Comtrade;

public sealed class ComtradeJsonFormatTests
{
    private static readonly ComtradeJsonFormat Format = new();

    [Fact]
    public void A_recorded_answer_gives_the_reporters_imports()
    {
        var sink = Format.ReadSpecimen("comtrade/comtradr__HS-60a6ad.json").Sink;
        (sink.Header!.Source, sink.Header.Dataset, sink.Header.Currency).ShouldBe(("comtrade", "C/A/HS", "USD"));
        var row = sink.Rows.Single(r => r.Partner.Code is "AR" && r.Flow == Flow.Import);
        (row.Reporter, row.Product, row.Period.ToString(), row.Value).ShouldBe((Country.China, ProductCode.Total, "2010", 6_804_128_143_000));
        row.QuantityKg.ShouldBe(Fixed3.Null);
    }

    [Theory]
    [InlineData("comtrade/comtradr__HS-a503f3.json", "SRC-0221")]
    [InlineData("comtrade/comtradr__HS-4f1d0f.json", "SRC-0222")]
    public void An_answer_without_data_says_why(string specimen, string code)
    {
        Format.Recognises(Answers.HeadOf(specimen)).ShouldBeTrue();
        var (fault, sink) = Format.ReadSpecimen(specimen);
        fault.ShouldNotBeNull().Code.ShouldBe(code);
        sink.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"motCode\": 1000")]
    [InlineData("\"partner2Code\": 276")]
    [InlineData("\"customsCode\": \"C01\"")]
    [InlineData("\"mosCode\": \"1\"")]
    public void A_breakdown_beside_its_total_is_refused_so_that_nothing_counts_twice(string part)
    {
        var sink = Read(Row(value: "100"), Row(value: "60", extra: part), Row(value: "40", extra: part));
        sink.Rows.Select(r => r.Value).ShouldBe([100_000]);
        sink.Refusals.Select(r => (r.Line, r.Fault.Code)).ShouldBe([(2, "SRC-0224"), (3, "SRC-0224")]);
    }

    [Fact]
    public void A_repeated_row_is_refused_and_a_contradiction_is_told_apart()
    {
        var sink = Read(Row(value: "100"), Row(value: "100"), Row(value: "101"), Row(value: "5", partner: "276"));
        sink.Rows.Select(r => r.Value).ShouldBe([100_000, 5_000]);
        sink.Refusals.Select(r => (r.Line, r.Fault.Code)).ShouldBe([(2, "SRC-0223"), (3, "SRC-0225")]);
    }

    [Theory]
    [InlineData("\"netWgt\": 0", null)]
    [InlineData("\"netWgt\": null", null)]
    [InlineData("\"netWgt\": 12.5, \"isNetWgtEstimated\": false", 12_500L)]
    public void A_weight_of_zero_was_not_reported(string weight, long? thousandths)
    {
        var row = Read(Row(value: "100", extra: weight)).Rows.Single();
        row.QuantityKg.ShouldBe(thousandths ?? Fixed3.Null);
        row.Flags.ShouldBe(ObservationFlags.None);
    }

    [Fact]
    public void An_estimated_weight_is_flagged_and_pieces_are_kept()
    {
        var row = Read(Row(value: "1.005", extra: "\"netWgt\": 7, \"isNetWgtEstimated\": true, \"qtyUnitCode\": 5, \"qty\": 3")).Rows.Single();
        (row.Value, row.QuantityKg, row.SupplementaryQuantity, row.SupplementaryUnit, row.Flags)
            .ShouldBe((1_005, 7_000, 3_000, "UN5", ObservationFlags.Estimated));
    }

    [Theory]
    [InlineData("{\"elapsedTime\":\"0\",\"count\":0,\"data\":[],\"error\":\"Invalid period\"}", "SRC-0220")]
    [InlineData("{\"elapsedTime\":\"0\",\"count\":1,\"data\":[{\"typeCode\":", "SRC-0220")]
    [InlineData("{\"elapsedTime\":\"0\"}", "SRC-0220")]
    public void An_error_or_a_cut_answer_is_a_fault(string text, string code) => Format.ReadText("a.json", text).Fault.ShouldNotBeNull().Code.ShouldBe(code);

    [Theory]
    [InlineData("\"partnerCode\": 97", "TRD-0004")]
    [InlineData("\"flowCode\": \"RX\"", "SRC-0227")]
    [InlineData("\"classificationCode\": \"S4\"", "SRC-0227")]
    [InlineData("\"primaryValue\": 0.12345", "SRC-0227")]
    [InlineData("\"primaryValue\": null", "SRC-0227")]
    [InlineData("\"period\": \"202613\"", "TRD-0003")]
    public void A_field_that_cannot_be_read_refuses_its_record(string field, string code)
    {
        var sink = Read(Row(value: "1", partner: "276"), Replace(Row(value: "1"), field));
        sink.Rows.Count.ShouldBe(1);
        sink.Refusals.Single().Fault.Code.ShouldBe(code);
    }

    [Fact]
    public void An_answer_much_longer_than_the_buffer_is_read_to_its_end()
    {
        var partners = File.ReadLines(Path.Combine(Repository.Root, "data/nomenclature/iso.tsv")).DistinctBy(l => l.Split('\t')[0], StringComparer.Ordinal).Select(l => l.Split('\t')[2]);
        var rows = partners.SelectMany(p => Enumerable.Range(2010, 12).Select(y => Replace(Row(value: "1", partner: p), $"\"period\": \"{y.ToString(CultureInfo.InvariantCulture)}\"")));
        var sink = Read([.. rows]);
        sink.Rows.Count.ShouldBe(rows.Count());
        sink.Refusals.ShouldBeEmpty();
    }

    private static RecordingSink Read(params string[] rows)
    {
        var (fault, sink) = Format.ReadText("a.json", $$"""{"elapsedTime":"0.1 secs","count":{{rows.Length}},"data":[{{string.Join(',', rows)}}],"error":""}""");
        fault.ShouldBeNull();
        return sink;
    }

    private static string Row(string value, string partner = "842", string extra = "\"motCode\": 0") =>
        $$"""{ "typeCode": "C", "freqCode": "A", "period": "2024", "reporterCode": 156, "flowCode": "X", "partnerCode": {{partner}}, "classificationCode": "H6", "classificationSearchCode": "HS", "cmdCode": "850511", "primaryValue": {{value}}, {{extra}} }""";

    /// <summary>The row with another value of one field.</summary>
    private static string Replace(string row, string field)
    {
        var name = field.Split(':')[0];
        var begin = row.IndexOf(name, StringComparison.Ordinal);
        return string.Concat(row.AsSpan(0, begin), field, row.AsSpan(row.IndexOf(',', begin)));
    }
}
