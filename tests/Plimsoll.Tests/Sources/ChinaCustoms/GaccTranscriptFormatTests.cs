using Plimsoll.Sources;
using Plimsoll.Sources.ChinaCustoms;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.ChinaCustoms;

public sealed class GaccTranscriptFormatTests
{
    private const string Transcript = "gacc/gacc_rare_earth_headline_may2026_usd.csv";
    private static readonly GaccTranscriptFormat Format = new();

    [Fact]
    public void A_transcript_and_the_page_that_it_was_typed_from_give_the_same_rows()
    {
        var page = new GaccHtmlFormat().ReadSpecimen("gacc/section5_may2026_usd.html").Sink;
        var typed = Format.ReadSpecimen(Transcript).Sink;
        typed.Rows.ShouldBe(page.Rows.Where(r => typed.Rows.Exists(t => t.Product == r.Product)));
        typed.Header.ShouldBe(page.Header! with { Parser = "gacc-transcript/1", PublishedAt = null });
    }

    [Fact]
    public void Magnet_exports_of_2025_are_the_published_tonnes()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "data", "snapshot", "magnets-2025.csv"));
        Format.Recognises(new SourceHead("magnets-2025.csv", bytes)).ShouldBeTrue();
        var (fault, sink) = Format.ReadBytes("magnets-2025.csv", bytes);
        fault.ShouldBeNull();
        sink.Refusals.ShouldBeEmpty();
        sink.Rows.Select(r => (r.Product.Text, r.Flow, r.Value)).Distinct().ShouldBe([("GACC_RE_PERMANENT_MAGNETS", Flow.Export, Fixed3.Null)]);
        var months = sink.Rows.Where(r => r.Period.Months == 1).ToDictionary(r => r.Period.ToString(), r => r.QuantityKg / 1_000_000, StringComparer.Ordinal);
        months.ShouldBe(new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["2024-07"] = 5278,
            ["2024-10"] = 4725,
            ["2025-05"] = 1238,
            ["2025-07"] = 5577,
            ["2025-08"] = 6146,
            ["2025-09"] = 5774,
            ["2025-10"] = 5473,
        });

        // Published: January to July 27,897; the months after it add up to the published 39,817 and 45,290.
        var cumulative = sink.Rows.Where(r => r.Period.Months > 1).ToDictionary(r => r.Period.Months, r => r.QuantityKg / 1_000_000);
        cumulative[9].ShouldBe(cumulative[7] + 6146 + 5774);
        cumulative[10].ShouldBe(cumulative[9] + 5473);
    }

    [Theory]
    [InlineData("source,page_title_period,commodity,unit,note\nx exports,2026-05,A,Ton,n\n")]
    [InlineData("source,page_title_period,commodity,unit,value_month_usd_mn,value_1to5_cny_100mn\nx exports,2026-05,A,Ton,1,2\n")]
    [InlineData("source,page_title_period,commodity,unit,qty_month\n")]
    public void A_transcript_without_figures_or_with_two_currencies_is_a_fault(string text) =>
        Format.ReadText("t.csv", text).Fault.ShouldNotBeNull().Code.ShouldBe("SRC-0208");

    [Theory]
    [InlineData("x exports,2026-05,Aquatic,10000 Tons,39.x", "SRC-0205", 5)]
    [InlineData("x exports,2026-05,Aquatic,-,39.1", "SRC-0205", 5)]
    [InlineData("x exports,May,Aquatic,Ton,39.1", "TRD-0003", 2)]
    [InlineData("x,2026-05,Aquatic,Ton,39.1", "SRC-0208", 1)]
    [InlineData("x exports,2026-05,*,Ton,39.1", "TRD-0001", 5)]
    [InlineData("x exports,2026-05,Aquatic,Ton", "SRC-0230", 0)]
    public void A_line_that_cannot_be_read_is_refused_at_its_place(string line, string code, int column)
    {
        var (fault, sink) = Format.ReadText("t.csv", $"source,page_title_period,commodity,unit,qty_month\nx exports,2026-05,B,Ton,1\n{line}\n");
        fault.ShouldBeNull();
        sink.Rows.Count.ShouldBe(1);
        sink.Refusals.Select(r => (r.Line, r.Column, r.Fault.Code)).ShouldBe([(3, column, code)]);
    }
}
