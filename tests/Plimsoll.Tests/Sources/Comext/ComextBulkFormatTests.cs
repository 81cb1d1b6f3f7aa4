using System.Text;
using Plimsoll.Sources;
using Plimsoll.Sources.Comext;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Comext;

public sealed class ComextBulkFormatTests
{
    [Theory]
    [InlineData(1, "XK1", "TRD-0004")]
    [InlineData(1, "d", "TRD-0002")]
    [InlineData(2, "X9", "TRD-0004")]
    [InlineData(2, "", "TRD-0002")]
    [InlineData(3, "E-E", "SRC-0019")]
    [InlineData(4, "8505111", "TRD-0001")]
    [InlineData(4, "00000001", "SRC-0013")]
    [InlineData(11, "3", "SRC-0018")]
    [InlineData(11, "", "SRC-0018")]
    [InlineData(12, "12345678901234567", "SRC-0019")]
    [InlineData(14, "202413", "TRD-0003")]
    [InlineData(15, "NaN", "SRC-0015")]
    [InlineData(15, "1,5", "SRC-0011")]
    [InlineData(15, "1 000", "SRC-0015")]
    [InlineData(15, "-100", "SRC-0016")]
    [InlineData(15, "1.0005", "SRC-0017")]
    [InlineData(15, "1000000000000000", "SRC-0017")]
    [InlineData(15, "1e40", "SRC-0015")]
    [InlineData(15, "1e5", "SRC-0015")]
    [InlineData(17, "-0.001", "SRC-0016")]
    [InlineData(18, "Infinity", "SRC-0015")]
    public void One_bad_field_is_refused_with_its_place_and_the_good_rows_stay(int column, string text, string code)
    {
        var (fault, sink) = Bulk.Read($"{Bulk.Header}{Bulk.Good}\n{Bulk.With(column, text)}\n{Bulk.Good}\n");

        fault.ShouldBeNull();
        sink.Rows.Count.ShouldBe(2);
        var (line, place, refused) = sink.Refusals.ShouldHaveSingleItem();
        line.ShouldBe(3);
        place.ShouldBe(code is "SRC-0011" ? 0 : column);
        refused.Code.ShouldBe(code);
        (refused.Text ?? "").ShouldContain(text);
    }

    [Fact]
    public void A_code_of_the_wrong_year_is_refused_in_that_year_only()
    {
        var year2024 = Nomenclature.Codes(2024).Select(c => c.Text).ToHashSet(StringComparer.Ordinal);
        var gone = Nomenclature.Codes(2017).Select(c => c.Text).First(c => !year2024.Contains(c));
        var row = Bulk.With(4, gone);
        var (_, sink) = Bulk.Read($"{Bulk.Header}{row.Replace("202401", "201701", StringComparison.Ordinal)}\n{row}\n{row.Replace("202401", "201702", StringComparison.Ordinal)}\n", "slice.dat");

        sink.Rows.Count.ShouldBe(2);
        var (line, column, fault) = sink.Refusals.ShouldHaveSingleItem();
        (line, column, fault.Code, fault.Text).ShouldBe((3L, 4, "SRC-0014", gone));
    }

    [Fact]
    public void A_line_of_ten_million_characters_is_one_refusal()
    {
        var (_, sink) = Bulk.Read($"{Bulk.Header}{Bulk.Good}\n{new string('A', 10_000_000)}\n{Bulk.Good}\nA line\n");

        sink.Rows.Count.ShouldBe(2);
        sink.Refusals.Select(r => (r.Line, r.Column, r.Fault.Code)).ShouldBe([(3L, 0, "SRC-0020"), (5L, 0, "SRC-0011")]);
        sink.Refusals[0].Fault.Text!.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public void A_long_line_of_known_codes_is_refused_like_any_other()
    {
        var (_, sink) = Bulk.Read($"{Bulk.Header}{Bulk.Good}\n{Bulk.With(5, new string('7', 5000))}\n");
        sink.Refusals.ShouldHaveSingleItem().Fault.Code.ShouldBe("SRC-0020");
    }

    [Theory]
    [InlineData((byte)0xC3)]
    [InlineData((byte)0xFF)]
    [InlineData((byte)0x00)]
    [InlineData((byte)0x09)]
    [InlineData((byte)0x0D)]
    [InlineData((byte)0x7F)]
    public void A_foreign_byte_is_refused_wherever_it_stands(byte foreign)
    {
        var good = Encoding.ASCII.GetBytes(Bulk.Good);
        for (var at = 0; at < good.Length; at++)
        {
            byte[] bad = [.. good[..at], foreign, .. good[at..]];
            var (_, sink) = Bulk.Read([.. Encoding.ASCII.GetBytes($"{Bulk.Header}{Bulk.Good}\n"), .. bad, .. "\n"u8, .. good]);
            sink.Rows.Count.ShouldBe(2);
            var (line, column, fault) = sink.Refusals.ShouldHaveSingleItem();
            (line, column, fault.Code).ShouldBe((3L, 1 + good[..at].Count(b => b == ','), "SRC-0021"));
        }
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void Line_ends_a_mark_and_a_missing_last_line_end_do_not_matter(string lineEnd, string mark)
    {
        var text = (mark + Bulk.Header + Bulk.Good + "\n\n" + Bulk.Good).Replace("\n", lineEnd, StringComparison.Ordinal);
        var (fault, sink) = Bulk.Read(Encoding.UTF8.GetBytes(text));

        fault.ShouldBeNull();
        sink.Refusals.ShouldBeEmpty();
        sink.Rows.Count.ShouldBe(2);
        sink.Rows[0].ShouldBe(sink.Rows[1]);
    }

    [Fact]
    public void Quoted_fields_read_like_bare_ones()
    {
        var quoted = string.Join(',', Bulk.Good.Split(',').Select(f => $"\"{f}\""));
        var (_, sink) = Bulk.Read($"{Bulk.Header}{quoted}\n{Bulk.Good}\n{quoted}\n");
        sink.Rows.Count.ShouldBe(3);
        sink.Rows.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void A_header_that_lacks_a_column_names_it()
    {
        var (fault, sink) = Bulk.Read(Bulk.Header.Replace(",FLOW", "", StringComparison.Ordinal).Replace("VALUE_EUR", "VALUE_USD", StringComparison.Ordinal) + Bulk.Good);
        fault!.Code.ShouldBe("SRC-0010");
        fault.Message.ShouldContain("FLOW, VALUE_EUR");
        sink.RowsIn.ShouldBe(0);
    }

    [Fact]
    public void A_header_alone_has_no_records()
    {
        var (fault, sink) = Bulk.Read(Bulk.Header);
        fault.ShouldBeNull();
        sink.RowsIn.ShouldBe(0);
    }

    [Fact]
    public void A_header_of_seventeen_columns_is_read_by_its_names()
    {
        var header = Bulk.Header.Replace(",VALUE_NAC", "", StringComparison.Ordinal);
        var row = "DE,CN,E,85051110,77411,2599,2599,530,521010,16,1,1,NO_SU,202401,100.5,7,0";
        Bulk.Read($"{header}{row}\n{Bulk.Good}\n").Sink.ShouldSatisfyAllConditions(
            s => s.Rows.ShouldHaveSingleItem().Value.ShouldBe(100_500),
            s => s.Rows[0].QuantityKg.ShouldBe(7_000),
            s => s.Refusals.ShouldHaveSingleItem().Fault.Code.ShouldBe("SRC-0011"));
    }

    [Fact]
    public void An_annual_file_covers_the_year()
    {
        var (_, sink) = Bulk.Read(Bulk.Header + Bulk.With(14, "202452"), "full_v2_202452.dat");
        sink.Rows.ShouldHaveSingleItem().Period.ShouldBe(new Period(Month.Of(2024, 1), 12));
        sink.Header!.WholePeriods.ShouldBeTrue();
    }

    [Theory]
    [InlineData("full_v2_202401.dat", true)]
    [InlineData("full202401.dat", true)]
    [InlineData("FULL_202401.CSV", true)]
    [InlineData("full_v2_202402_AT_AD_slice.dat", false)]
    [InlineData("china.csv", false)]
    public void Only_a_file_with_the_name_of_a_bulk_file_speaks_for_its_whole_period(string name, bool whole) =>
        Bulk.Read(Bulk.Header + Bulk.Good, name).Sink.Header!.WholePeriods.ShouldBe(whole);

    // A bulk file replaces its whole period: a stray row would replace another month with itself alone.
    [Fact]
    public void A_row_of_another_period_than_the_name_says_is_refused()
    {
        var stray = Bulk.Good.Replace("202401", "202402", StringComparison.Ordinal);
        var (_, sink) = Bulk.Read($"{Bulk.Header}{Bulk.Good}\n{stray}\n{Bulk.Good}\n", "full_v2_202401.dat");
        sink.Rows.ShouldAllBe(r => r.Period.ToString() == "2024-01");
        var (line, column, fault) = sink.Refusals.ShouldHaveSingleItem();
        (line, column, fault.Code, fault.Text).ShouldBe((3L, 14, "SRC-0023", "202402"));
        Bulk.Read($"{Bulk.Header}{stray}\n", "slice.dat").Sink.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void The_oldest_files_name_the_reporter_in_their_second_column()
    {
        var (fault, sink) = Bulk.Read(File.ReadAllBytes(Repository.Specimen("comext/full200101_1988-2001.dat")), "slice.dat");

        fault.ShouldBeNull();
        sink.Header!.Dataset.ShouldBe("full");
        sink.Refusals.ShouldBeEmpty();
        sink.Rows.Select(r => (r.Reporter.Code, r.Partner.Code, r.Product.Text, r.Flow, r.Period.ToString(), r.Value, r.QuantityKg, r.SupplementaryQuantity, r.SupplementaryUnit))
            .ShouldBe(
            [
                ("FR", "NL", "99RRR100", Flow.Import, "2001-01", 2_580_000, 600_000, 1_000, "A"),
                ("FR", "NL", "08112059", Flow.Import, "1992-05", 100_000, 10_000, 1_000, "A"),
            ]);
    }

    [Fact]
    public void The_files_before_2022_are_recognised_by_their_header()
    {
        var bytes = File.ReadAllBytes(Repository.Specimen("comext/full_2017-2021_header.dat"));
        new ComextBulkFormat().Recognises(new SourceHead("full201701.dat", bytes)).ShouldBeTrue();
        var (_, sink) = Bulk.Read([.. bytes, .. "004,DE,0720,CN,E,85051100,77411,2599,2599,2599,530,521010,16,1,1,NO_SU,201701,100,7,0\n"u8], "full201701.dat");
        var row = sink.Rows.ShouldHaveSingleItem();
        (row.Reporter.Code, row.Partner.Code, row.Value, row.QuantityKg).ShouldBe(("DE", "CN", 100_000L, 7_000L));
        sink.Header!.Dataset.ShouldBe("full");
    }

    [Fact]
    public void A_row_of_2002_has_no_supplementary_quantity_without_a_unit()
    {
        var (_, sink) = Bulk.Read(File.ReadAllBytes(Repository.Specimen("comext/full_v2_200201_row.dat")), "full_v2_200201.dat");
        var row = sink.Rows.ShouldHaveSingleItem();
        (row.Product.Text, row.Flow, row.Value, row.QuantityKg).ShouldBe(("18063100", Flow.Export, 4_739_000L, 2_000_000L));
        (row.SupplementaryQuantity, row.SupplementaryUnit).ShouldBe((Fixed3.Null, ""));
    }

    [Fact]
    public void An_empty_amount_is_not_zero()
    {
        var (_, sink) = Bulk.Read($"{Bulk.Header}{Bulk.Good}\n{Bulk.With(17, "")}\n{Bulk.With(17, "0")}\n");
        sink.Rows.Select(r => r.QuantityKg).ShouldBe([7_000, Fixed3.Null, 0]);
    }
}
