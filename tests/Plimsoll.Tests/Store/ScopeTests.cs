using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store;

/// <summary>An extract replaces the cells that it speaks about, and none beside them: one example for each dimension.</summary>
public sealed class ScopeTests
{
    private const string Product = "85051110";

    private static readonly Observation[] Base =
    [
        StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 1m),
        StoredCase.Cell("FR", "CN", Product, Flow.Import, 0, 2m),
        StoredCase.Cell("DE", "US", Product, Flow.Import, 0, 3m),
        StoredCase.Cell("DE", "CN", "85051190", Flow.Import, 0, 4m),
        StoredCase.Cell("DE", "CN", Product, Flow.Export, 0, 5m),
        StoredCase.Cell("DE", "CN", Product, Flow.Import, 1, 6m),
    ];

    private static readonly Observation Newer = StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 100m);

    [Fact]
    public void One_cell_more_recent_replaces_one_cell() => Values(day: 1, whole: false, Newer).ShouldBe([2m, 3m, 4m, 5m, 6m, 100m]);

    [Fact]
    public void An_older_extract_gives_way_to_the_whole_month() => Values(day: -1, whole: false, Newer).ShouldBe([1m, 2m, 3m, 4m, 5m, 6m]);

    [Fact]
    public void A_whole_month_leaves_the_other_months_alone() => Values(day: 1, whole: true, Newer).ShouldBe([6m, 100m]);

    [Fact]
    public void Codes_that_an_extract_mentions_apart_are_taken_together() =>

        // It speaks about DE and FR, CN and US: so DE had no trade with US, nor FR with CN.
        Values(day: 1, whole: false, Newer, StoredCase.Cell("FR", "US", Product, Flow.Import, 0, 200m)).ShouldBe([4m, 5m, 6m, 100m, 200m]);

    // What counts after a whole release and another one, through both doors.
    private static List<decimal> Values(int day, bool whole, params Observation[] rows)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Base);
        StoredCase.Put(temporary.Store, 2, day, whole, rows);
        List<decimal> values = [.. temporary.Store.Query(new TradeQuery("case")).Select(r => r.Value!.Value).Order()];
        FromCube(temporary.Store).ShouldBe(values);
        return values;
    }

    private static List<decimal> FromCube(TradeStore store)
    {
        using var snapshot = store.Snapshot("case", 1);
        var block = snapshot.NewBlock();
        var values = new List<decimal>();
        foreach (var product in snapshot.Products)
        {
            snapshot.Read(product, block);
            foreach (var run in block.Runs)
            {
                values.AddRange(Enumerable.Range(0, run.Count).Where(row => run.Slot(row) >= 0).Select(row => Fixed3.ToDecimal((Int128)run.Values[row])));
            }
        }

        return [.. values.Order()];
    }
}
