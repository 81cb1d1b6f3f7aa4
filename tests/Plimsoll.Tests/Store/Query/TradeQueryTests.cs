using Plimsoll.Store.Query;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store.Query;

public sealed class TradeQueryTests
{
    private const string Product = "85051110";

    [Fact]
    public void An_aggregate_is_never_added_to_its_members()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(
            temporary.Store,
            1,
            0,
            whole: true,
            [
                StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 1m),
                StoredCase.Cell("EU27_2020", "CN", Product, Flow.Import, 0, 10m),
                StoredCase.Cell("DE", "WORLD", Product, Flow.Import, 0, 100m),
                StoredCase.Cell("DE", "CN", "TOTAL", Flow.Import, 0, 1000m),
            ]);
        temporary.Store.Query(new TradeQuery("case") { By = QueryDimensions.None }).ShouldHaveSingleItem().Value.ShouldBe(1m);
        temporary.Store.Query(new TradeQuery("case")).Sum(r => r.Value).ShouldBe(1111m);
    }

    // The second release speaks of January only: what it replaced is gone, the rest of the first stays.
    [Fact]
    public void Records_are_those_that_no_newer_release_replaced_each_with_its_release()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: false, [StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 1m), StoredCase.Cell("DE", "CN", Product, Flow.Import, 1, 2m)]);
        StoredCase.Put(temporary.Store, 2, 1, whole: false, [StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 10m), StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 5m)]);
        var query = new TradeQuery("case") { Reporters = ["DE"], Partners = ["CN"] };
        temporary.Store.Records(query).Select(r => (r.Release[^1], r.Period.ToString(), r.Value)).ShouldBe([('2', "2024-01", 5m), ('2', "2024-01", 10m), ('1', "2024-02", 2m)]);
        temporary.Store.Records(query with { AsOf = new DateOnly(2026, 1, 1) }).Select(r => (r.Release[^1], r.Value)).ShouldBe([('1', 1m), ('1', 2m)]);
        temporary.Store.Records(query with { Reporters = ["EU27_2020"] }).ShouldBeEmpty();
        temporary.Store.Records(new TradeQuery("nothing")).ShouldBeEmpty();
    }

    [Fact]
    public void Text_of_the_caller_is_never_a_command()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, [StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 1m)]);
        temporary.Store.Query(new TradeQuery("case") { Products = ["' OR 1=1 --", "'; DROP TABLE stored; --"] }).ShouldBeEmpty();
        temporary.Store.Query(new TradeQuery("case' OR '1'='1")).ShouldBeEmpty();
        temporary.Store.Query(new TradeQuery("case")).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_year_with_all_its_months_has_a_value_and_another_has_none()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Enumerable.Range(0, 18).Select(m => StoredCase.Cell("DE", "CN", Product, Flow.Import, m, m + 1)));
        temporary.Store.Query(new TradeQuery("case") { By = QueryDimensions.Product | QueryDimensions.Year }).Select(r => (r.Period.ToString(), r.Value, r.Flags))
            .ShouldBe([("2024", 78m, ""), ("2025", null, "partial")]); // 1 + … + 12 = 78
    }

    [Theory]
    [InlineData("2024-01", "2024-11")]
    [InlineData("2024-02", "2024-12")]
    public void A_year_of_which_a_month_was_not_asked_for_has_no_value(string from, string to)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Enumerable.Range(0, 12).Select(m => StoredCase.Cell("DE", "CN", Product, Flow.Import, m, m + 1)));
        var query = new TradeQuery("case") { By = QueryDimensions.Year, From = Period.Parse(from).Value.Start, To = Period.Parse(to).Value.Start };
        temporary.Store.Query(query).Select(r => (r.Period.ToString(), r.Value, r.Flags)).ShouldBe([("2024", null, "partial")]);
    }

    [Fact]
    public void Quantities_in_two_units_are_not_added()
    {
        using var temporary = new TemporaryStore();
        var piece = StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 1m) with { SupplementaryQuantity = 5000, SupplementaryUnit = "p/st" };
        var litre = StoredCase.Cell("DE", "CN", "22042100", Flow.Import, 0, 1m) with { SupplementaryQuantity = 7000, SupplementaryUnit = "l" };
        StoredCase.Put(temporary.Store, 1, 0, whole: true, [piece, piece, litre]);
        var by = QueryDimensions.Reporter | QueryDimensions.Partner | QueryDimensions.Month;
        temporary.Store.Query(new TradeQuery("case") { By = by }).ShouldHaveSingleItem().Supplementary.ShouldBeNull();
        temporary.Store.Query(new TradeQuery("case") { By = by, Products = [Product] }).ShouldHaveSingleItem().Supplementary.ShouldBe(10m);
    }
}
