using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

public sealed class EurostatTsvFormatTests
{
    private const string Header = "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2026-06 \t2026-07 \n";

    [Fact]
    public void Every_cell_of_the_recorded_answer_is_a_record()
    {
        var (fault, sink) = Answer.OfSpecimen("eurostat-api/ds-045409-de-us-m-2026-06-07.tsv");
        fault.ShouldBeNull();
        sink.Header!.Dataset.ShouldBe("DS-045409");
        sink.Refusals.ShouldBeEmpty();
        sink.Rows.Select(r => (r.Product.Text, r.Period.ToString(), r.Value, r.Flags)).ShouldBe(
        [
            ("01", "2026-06", 1_235_161_000, ObservationFlags.None),
            ("01", "2026-07", 1_131_631_000, ObservationFlags.None),
            ("0101", "2026-06", 105_434_000, ObservationFlags.None),
            ("0101", "2026-07", 55_153_000, ObservationFlags.None),
            ("010121", "2026-06", Fixed3.Null, ObservationFlags.Missing),
            ("010121", "2026-07", 52_403_000, ObservationFlags.None),
        ]);
    }

    [Theory]
    [InlineData(":", null, ObservationFlags.Missing)]
    [InlineData(": ", null, ObservationFlags.Missing)]
    [InlineData(":c", null, ObservationFlags.Confidential)]
    [InlineData(":C", null, ObservationFlags.Confidential)]
    [InlineData(": c", null, ObservationFlags.Confidential)]
    [InlineData("0", 0L, ObservationFlags.None)]
    [InlineData("123 p", 123_000L, ObservationFlags.Provisional)]
    [InlineData("123 bp", 123_000L, ObservationFlags.Break | ObservationFlags.Provisional)]
    public void Zero_suppressed_and_missing_are_three_things(string cell, long? value, ObservationFlags flags)
    {
        var row = Answer.Of($"{Header}M,DE,CN,TOTAL,1,VALUE_IN_EUROS\t{cell}\t1\n", "ds-045409.tsv").Sink.Rows[0];
        (row.Value, row.Flags).ShouldBe((value ?? Fixed3.Null, flags));
    }

    [Fact]
    public void Bad_cells_keys_and_lines_are_refused_each_at_its_place()
    {
        const string lines = "M,DE,CN,TOTAL,1,VALUE_IN_EUROS\t5\tKG\n"
            + "M,DE,CN,TOTAL,9,VALUE_IN_EUROS\t1\t2\n"
            + "M,DE,CN,TOTAL,1\t1\t2\n"
            + "M,DE,CN,TOTAL,1,VALUE_IN_EUROS\t1\n";
        var (_, sink) = Answer.Of(Header + lines, "ds-045409.tsv");
        sink.Rows.ShouldHaveSingleItem().Value.ShouldBe(5_000);
        sink.Refusals.Select(r => (r.Line, r.Column, r.Fault.Code)).ShouldBe(
            [(2, 3, "SRC-0125"), (3, 1, "SRC-0122"), (3, 1, "SRC-0122"), (4, 1, "SRC-0120"), (4, 1, "SRC-0120"), (5, 0, "SRC-0120")]);
    }

    [Fact]
    public void Prodcom_is_refused_because_it_has_no_partner()
    {
        var (fault, sink) = Answer.OfSpecimen("eurostat-api/ds-059358-de-2022.excerpt.tsv");
        fault!.Code.ShouldBe("SRC-0110");
        fault.Message.ShouldContain("it has no partner, flow");
        sink.RowsIn.ShouldBe(0);
    }

    [Fact]
    public void An_answer_whose_file_name_lost_the_dataset_is_refused() =>
        Answer.Of($"{Header}M,DE,CN,01,1,VALUE_IN_EUROS\t1\t2\n", "download.tsv").Fault!.Code.ShouldBe("SRC-0115");

    [Fact]
    public void A_header_alone_says_why() => Answer.Of(Header, "ds-045409.tsv").Fault!.Code.ShouldBe("SRC-0112");
}
