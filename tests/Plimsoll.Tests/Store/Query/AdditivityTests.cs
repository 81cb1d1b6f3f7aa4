using Plimsoll.Sources;
using Plimsoll.Store.Query;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store.Query;

/// <summary>No sum of a query counts anything twice.</summary>
public sealed class AdditivityTests
{
    private const string Product = "85051110";

    [Theory]
    [InlineData("CN", "WORLD")]
    [InlineData("CN", "CN_HK_MO")]
    [InlineData("CN", "CN_X_HK")]
    [InlineData("CN", "EXT_EU27_2020")]
    [InlineData("DE", "EU27_2020")]
    [InlineData("EU27_2020", "EA20")]
    [InlineData("GB", "EU")]
    [InlineData("GB", "XU")]
    [InlineData("QY", "WORLD")]
    [InlineData("QY", "CN")]
    [InlineData("SECRET", "QY")]
    public void Countries_of_which_one_holds_the_other_are_not_added_and_may_be_kept_apart(string one, string other)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, [StoredCase.Cell("DE", one, Product, Flow.Import, 0, 1m), StoredCase.Cell("DE", other, Product, Flow.Import, 0, 10m)]);
        var query = new TradeQuery("case") { Partners = [one, other], By = QueryDimensions.Month };
        var fault = temporary.Store.Answer(query).Fault.ShouldNotBeNull();
        fault.Code.ShouldBe("STO-0010");
        fault.Message.ShouldContain("--by partner");
        fault.Text.ShouldBe($"{one}, {other}");
        temporary.Store.Answer(query with { By = QueryDimensions.Month | QueryDimensions.Partner }).Ok.ShouldBeTrue();
        temporary.Store.Answer(query with { Reporters = [one, other], Partners = [] }).Fault!.Code.ShouldBe("STO-0010");
    }

    [Theory]
    [InlineData("39", "39206290")]
    [InlineData("TOTAL", "39206290")]
    [InlineData("TOTAL", "39XXXXXX")]
    [InlineData("39206290", "39XXXXXX")]
    [InlineData("39206290", "99500000")]
    [InlineData("39XXXXXX", "39RRR100")]
    [InlineData("GACC_GRAIN_FOOD", "GACC_AGRICULTURE_PRODUCTS")]
    [InlineData("SITC6_8", "SITC7")]
    public void Products_of_different_lists_are_not_added(string one, string other)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, [StoredCase.Cell("DE", "CN", one, Flow.Import, 0, 1m), StoredCase.Cell("DE", "CN", other, Flow.Import, 0, 10m)]);
        temporary.Store.Answer(new TradeQuery("case") { Products = [one, other], By = QueryDimensions.Month }).Fault!.Code.ShouldBe("STO-0010");
        temporary.Store.Query(new TradeQuery("case") { Products = [one, other] }).Select(r => r.Product).ShouldBe(new[] { one, other }.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("39206290", "39204910")]
    [InlineData("39", "85")]
    [InlineData("39XXXXXX", "85XXXXXX")]
    [InlineData("SITC5", "SITC7")]
    public void Parts_of_one_list_are_added(string one, string other)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, [StoredCase.Cell("DE", "CN", one, Flow.Import, 0, 1m), StoredCase.Cell("DE", "US", other, Flow.Import, 0, 10m)]);
        temporary.Store.Query(new TradeQuery("case") { Partners = ["CN", "US"], Products = [one, other], By = QueryDimensions.Month }).ShouldHaveSingleItem().Value.ShouldBe(11m);
    }

    [Fact]
    public void A_code_that_is_named_twice_counts_once()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, [StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 1m)]);
        var query = new TradeQuery("case") { Reporters = ["DE", "DE"], Partners = ["CN", "CN"], Products = [Product, Product] };
        temporary.Store.Query(query).ShouldHaveSingleItem().Value.ShouldBe(1m);
        temporary.Store.Query(query with { By = QueryDimensions.Month }).ShouldHaveSingleItem().Value.ShouldBe(1m);
        temporary.Store.Records(query).ShouldHaveSingleItem();
    }

    [Fact]
    public void Secret_partners_masked_products_and_parts_of_a_country_stand_beside_the_sum_of_everything_else()
    {
        using var temporary = new TemporaryStore();
        string[] partners = ["CN", "US", "QY", "XI", "WORLD"];
        string[] products = [Product, "39XXXXXX", "99500000", "39", "TOTAL"];
        StoredCase.Put(temporary.Store, 1, 0, whole: true, partners.SelectMany((s, i) => products.Select((p, j) => StoredCase.Cell("DE", s, p, Flow.Import, 0, (decimal)Math.Pow(10, i) * (j + 1)))));
        temporary.Store.Query(new TradeQuery("case") { Products = [Product], By = QueryDimensions.Month }).Select(r => (r.Partner, r.Value)).ShouldBe([("*", 11m), ("QY", 100m), ("XI", 1000m)]);
        temporary.Store.Query(new TradeQuery("case") { Partners = ["CN"], By = QueryDimensions.Month }).Select(r => (r.Product, r.Value)).ShouldBe([("*", 1m), ("39XXXXXX", 2m), ("99500000", 3m)]);
    }

    [Fact]
    public void Periods_that_overlap_are_not_added()
    {
        using var temporary = new TemporaryStore();
        Observation Of(string period, decimal value) => StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, value) with { Period = Period.Parse(period).Value };
        StoredCase.Put(temporary.Store, 1, 0, whole: true, [Of("2024-01", 1m), Of("2024-02", 2m), Of("2024-01-01/P2M", 3m), Of("2024", 100m), Of("2023-12-01/P2M", 4m)]);
        var all = new TradeQuery("case") { Months = 0 };
        temporary.Store.Query(all).Sum(r => r.Value).ShouldBe(110m);
        temporary.Store.Query(all with { By = QueryDimensions.Month }).Count.ShouldBe(5);
        temporary.Store.Answer(all with { By = QueryDimensions.Year }).Fault!.Code.ShouldBe("STO-0011");
        temporary.Store.Answer(all with { By = QueryDimensions.Product }).Fault!.Code.ShouldBe("STO-0011");
        temporary.Store.Answer(all with { By = QueryDimensions.Product, Months = 2 }).Fault!.Text.ShouldBe("2023-12-01/P2M, 2024-01-01/P2M");
        temporary.Store.Answer(all with { By = QueryDimensions.Year, Months = 2, To = Month.Of(2023, 12) }).Fault!.Text.ShouldBe("2023-12-01/P2M");
        temporary.Store.Query(all with { By = QueryDimensions.Year, Months = 12 }).ShouldHaveSingleItem().Value.ShouldBe(100m);
    }

    [Fact]
    public void Any_length_is_the_only_one_of_the_source()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Enumerable.Range(0, 18).Select(m => StoredCase.Cell("DE", "CN", Product, Flow.Import, m, 1m)));
        temporary.Store.Query(new TradeQuery("case") { Months = 0, By = QueryDimensions.Year }).Select(r => (r.Value, r.Flags)).ShouldBe([(12m, ""), (null, "partial")]);
    }

    [Fact]
    public void Months_and_years_kept_apart_are_months()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Enumerable.Range(0, 12).Select(m => StoredCase.Cell("DE", "CN", Product, Flow.Import, m, 1m)));
        temporary.Store.Query(new TradeQuery("case") { By = QueryDimensions.Year | QueryDimensions.Month }).Count.ShouldBe(12);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "stored")]
    public void A_sum_of_everything_says_when_it_is_only_everything_in_the_store(bool whole, string flags)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole, [StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 1m), StoredCase.Cell("DE", "US", Product, Flow.Import, 0, 2m)]);
        var row = temporary.Store.Query(new TradeQuery("case") { Reporters = ["DE"], Products = [Product], By = QueryDimensions.Month }).ShouldHaveSingleItem();
        (row.Value, row.Flags, row.Partners).ShouldBe((3m, flags, 2));
        row.Releases.ShouldBe([1.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)]);
        temporary.Store.Query(new TradeQuery("case") { Reporters = ["DE"], Partners = ["CN", "US"], Products = [Product], By = QueryDimensions.Month }).ShouldHaveSingleItem().Flags.ShouldBe("");
    }
}
