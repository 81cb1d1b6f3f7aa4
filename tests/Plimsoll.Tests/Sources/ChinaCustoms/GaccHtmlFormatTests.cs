using Plimsoll.Sources.ChinaCustoms;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.ChinaCustoms;

public sealed class GaccHtmlFormatTests
{
    private const string JanFeb2025 = "gacc/release_section4_by_country_janfeb2025_cny.html";
    private const string March2026 = "gacc/section4_mar2026_cny.reconstructed.html";
    private const string Exports2026 = "gacc/section5_may2026_usd.html";
    private const string Imports2026 = "gacc/section6_may2026_cny.html";
    private static readonly GaccHtmlFormat Format = new();

    [Fact]
    public void A_page_by_country_says_what_it_is()
    {
        var header = Format.ReadSpecimen(JanFeb2025).Sink.Header.ShouldNotBeNull();
        (header.Source, header.Dataset, header.Currency, header.Parser, header.WholePeriods).ShouldBe(("gacc", "table-4", "CNY", "gacc-html/1", false));
        header.PublishedAt.ShouldBe(new DateTimeOffset(2025, 3, 11, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("EU27_2020", Flow.Export, 568_260_000_000_000)]
    [InlineData("EU27_2020", Flow.Import, 265_080_000_000_000)]
    [InlineData("WORLD", Flow.Export, 3_881_210_000_000_000)]
    [InlineData("DE", Flow.Import, 95_590_000_000_000)]
    [InlineData("HK", Flow.Export, 311_280_000_000_000)]
    [InlineData("KR", Flow.Import, 187_500_000_000_000)]
    [InlineData("ASEAN", Flow.Export, 626_680_000_000_000)]
    [InlineData("RCEP", Flow.Import, 896_200_000_000_000)]
    public void January_and_February_are_one_period_of_two_months(string partner, Flow flow, long value)
    {
        var row = Format.ReadSpecimen(JanFeb2025).Sink.Rows.Single(r => r.Partner == Country.Parse(partner).Value && r.Flow == flow);
        row.Value.ShouldBe(value);
        row.Period.ShouldBe(new Period(Month.Of(2025, 1), 2));
        (row.Reporter, row.Product).ShouldBe((Country.China, ProductCode.Total));
    }

    [Fact]
    public void Every_partner_of_the_page_is_known()
    {
        var sink = Format.ReadSpecimen(JanFeb2025).Sink;
        sink.Refusals.ShouldBeEmpty();
        sink.Rows.Select(r => r.Partner).Distinct().Count().ShouldBe(30);
    }

    [Fact]
    public void Month_and_cumulative_columns_are_different_periods()
    {
        var rows = Format.ReadSpecimen(March2026).Sink.Rows.Where(r => r.Partner == Country.Eu27 && r.Flow == Flow.Import);
        rows.Select(r => (r.Period.ToString(), r.Value)).ShouldBe([("2026-03", 162_430_000_000_000), ("2026-Q1", 451_820_000_000_000)]);
    }

    [Fact]
    public void Dollar_pages_are_another_source_than_yuan_pages()
    {
        Format.ReadSpecimen(Exports2026).Sink.Header!.Source.ShouldBe("gacc-usd");
        Format.ReadSpecimen(Exports2026).Sink.Header!.Currency.ShouldBe("USD");
        Format.ReadSpecimen(Imports2026).Sink.Header!.Source.ShouldBe("gacc");
    }

    [Fact]
    public void A_commodity_has_month_cumulative_and_the_year_before()
    {
        var rows = Format.ReadSpecimen(Exports2026).Sink.Rows.Where(r => r.Product.Text is "GACC_RARE_EARTH_ORE_METALS_COMPOUNDS");
        rows.Select(r => (r.Period, r.Value, r.QuantityKg)).ShouldBe(
        [
            (Period.Of(Month.Of(2026, 5)), 63_100_000_000, 5_490_400_000),
            (new Period(Month.Of(2026, 1), 5), 243_600_000_000, 25_378_000_000),
            (new Period(Month.Of(2025, 1), 5), 168_100_000_000, 24_827_100_000),
        ]);
    }

    // Counted on the pages: 31 and 34 lines of goods.
    [Theory]
    [InlineData(Exports2026, 31, 3, 0)]
    [InlineData(Imports2026, 34, 2, 34)]
    public void A_whole_page_of_commodities_is_read_line_by_line(string page, int lines, int periods, int refused)
    {
        var (fault, sink) = Format.ReadSpecimen(page);
        fault.ShouldBeNull();
        sink.Rows.Select(r => r.Product.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(lines);
        sink.Rows.Count.ShouldBe(lines * periods);
        sink.Refusals.Count.ShouldBe(refused);
        sink.Rows.ShouldAllBe(r => r.Value != Fixed3.Null && r.Flags == ObservationFlags.None);
        sink.Header!.PublishedAt.ShouldBe(new DateTimeOffset(2026, 6, 10, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("GACC_AGRICULTURE_PRODUCTS", 8_838_900_000_000, Fixed3.Null, Fixed3.Null, "")]
    [InlineData("GACC_MECHANICAL_AND_ELECTRICAL_PRODUCTS", 240_950_900_000_000, Fixed3.Null, Fixed3.Null, "")]
    [InlineData("GACC_FERTILIZERS", 768_700_000_000, 2_971_000_000_000, Fixed3.Null, "")]
    [InlineData("GACC_FOOTWEAR", 3_431_800_000_000, Fixed3.Null, 74_000_000, "PAIRS")]
    [InlineData("GACC_MOTOR_VEHICLES_INCLUDING_CHASSIS_FITTED_WITH_ENGINES", 16_706_500_000_000, Fixed3.Null, 988_000_000, "AUTOS")]
    [InlineData("GACC_ELECTRONIC_INTEGRATED_CIRCUITS", 35_548_200_000_000, Fixed3.Null, 30_730_000_000_000, "PCS")]
    [InlineData("GACC_SHIPS", 5_482_100_000_000, Fixed3.Null, 577_000, "SHIP")]
    public void Names_units_and_dashes_of_a_whole_page_are_read(string code, long value, long kilograms, long supplementary, string unit)
    {
        var row = Format.ReadSpecimen(Exports2026).Sink.Rows.Single(r => r.Product.Text == code && r.Period == Period.Of(Month.Of(2026, 5)));
        (row.Value, row.QuantityKg, row.SupplementaryQuantity, row.SupplementaryUnit).ShouldBe((value, kilograms, supplementary, unit));
    }

    [Fact]
    public void Figures_under_a_misprinted_year_are_refused()
    {
        var sink = Format.ReadSpecimen(Imports2026).Sink;
        sink.Rows.Select(r => r.Period.ToString()).Distinct(StringComparer.Ordinal).ShouldBe(["2026-05", "2026-01-01/P5M"]);
        sink.Refusals.ShouldAllBe(r => r.Fault.Code == "SRC-0209" && r.Column == 7);
        sink.Refusals[0].Fault.Text.ShouldBe("Agriculture products*");
    }

    [Fact]
    public void Quantities_that_are_no_weights_keep_their_unit()
    {
        var rows = Format.ReadSpecimen(Imports2026).Sink.Rows;
        var modules = rows.First(r => r.Product.Text is "GACC_FLAT_PANEL_DISPLAY_MODULES_OF_LIQUID_CRYSTALS");
        (modules.SupplementaryQuantity, modules.SupplementaryUnit, modules.QuantityKg).ShouldBe((92_688_000_000, "PCS", Fixed3.Null));
        rows.First(r => r.Product.Text is "GACC_PARTS_AND_ACCESSORIES_OF_VEHICLE").SupplementaryQuantity.ShouldBe(Fixed3.Null);
        rows.ShouldAllBe(r => r.Flow == Flow.Import && r.Partner == Country.World);
    }

    [Fact]
    public void The_European_Union_lost_the_United_Kingdom_in_February_2020()
    {
        GaccPartners.Find("European Union", Period.Of(Month.Of(2020, 1))).Value.Code.ShouldBe("EU28");
        GaccPartners.Find("European Union", new Period(Month.Of(2020, 1), 2)).Value.Code.ShouldBe("EU27_2020");
        GaccPartners.Find("of which: European Union (EU)", Period.Of(Month.Of(2019, 12))).Value.Code.ShouldBe("EU28");
        GaccPartners.Find("Atlantis", Period.Of(Month.Of(2026, 1))).Fault!.Code.ShouldBe("SRC-0204");
    }

    [Theory]
    [InlineData("gacc/release_section4_by_country_jan2018_cny.html", "SRC-0201")]
    [InlineData("gacc/seed_2026.html", "SRC-0202")]
    public void A_page_without_figures_says_why(string specimen, string code)
    {
        Format.Recognises(Answers.HeadOf(specimen)).ShouldBeTrue();
        var (fault, sink) = Format.ReadSpecimen(specimen);
        fault.ShouldNotBeNull().Code.ShouldBe(code);
        sink.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("5,682.6&nbsp;", "5,68.6&nbsp;", "SRC-0205")]
    [InlineData("European Union</span>", "Europaean Union</span>", "SRC-0204")]
    [InlineData("Netherlands</span>", "France</span>", "SRC-0206")]
    [InlineData("of which: Germany</span>", "</span>", "SRC-0204")]
    public void A_damaged_row_is_refused_and_the_rest_is_stored(string from, string to, string code)
    {
        var page = File.ReadAllText(Repository.Specimen(JanFeb2025)).Replace(from, to, StringComparison.Ordinal);
        var (fault, sink) = Format.ReadText("page.html", page);
        fault.ShouldBeNull();
        sink.Refusals.Select(r => r.Fault.Code).Distinct(StringComparer.Ordinal).ShouldBe([code]);
        sink.Refusals.ShouldAllBe(r => r.Line > 140);
        (sink.Rows.Count + sink.Refusals.Count).ShouldBe(60);
    }

    [Theory]
    [InlineData("Unit: CNY 100 Million", "Unit: none", "SRC-0203")]
    [InlineData("Unit: CNY 100 Million", "Unit: US$1,000,000", "SRC-0203")]
    [InlineData("Export Destination", "Where", "SRC-0203")]
    [InlineData("January-February 2025", "Winter", "SRC-0200")]
    public void A_page_that_cannot_be_understood_is_a_fault(string from, string to, string code)
    {
        var page = File.ReadAllText(Repository.Specimen(JanFeb2025)).Replace(from, to, StringComparison.Ordinal).Replace("Import Source", "Of", StringComparison.Ordinal);
        Format.ReadText("page.html", page).Fault.ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("Unit: CNY 100 Million", "CNY", 100_000_000)]
    [InlineData("Unit: USD1 Million", "USD", 1_000_000)]
    [InlineData("US$1,000,000", "USD", 1_000_000)]
    [InlineData("USD 1,000", "USD", 1_000)]
    [InlineData("10,000 CNY", "CNY", 1)]
    public void Units_of_money_are_read_with_their_size(string text, string currency, int multiplier) =>
        GaccFigure.ReadMoneyUnit(text).ShouldBe((currency, multiplier));

    [Theory]
    [InlineData("China's Total Value of Imports and Exports by Major Country (Region), Jan. 2018", 4, "2018-01")]
    [InlineData("(5) China's Major Exports by Quantity and Value, May 2026 (in USD)", 5, "2026-05")]
    [InlineData("(6) Major Import Commodities in Quantity and Value, September 2024 (in CNY)", 6, "2024-09")]
    [InlineData("(4) China's Total Export & Import Values by Country/Region, January-February 2025 (in CNY)", 4, "2025-01-01/P2M")]
    public void Titles_of_all_years_are_read(string title, int table, string period)
    {
        var read = GaccTitle.Read(title).ShouldNotBeNull();
        (read.Table, read.Period.ToString()).ShouldBe((table, period));
    }

    [Fact]
    public void The_index_of_a_year_lists_what_is_out()
    {
        using var page = File.OpenRead(Repository.Specimen("gacc/seed_2026.html"));
        var releases = GaccIndex.Read(page, 2026);
        releases.Count.ShouldBe(24);
        releases.Single(r => r is { Table: 4, Currency: "CNY", Month.Number: 3 }).Address.ToString()
            .ShouldBe("http://english.customs.gov.cn/Statics/2e61c8a1-17b2-4074-b909-c039ccf8c8fb.html");
    }
}
