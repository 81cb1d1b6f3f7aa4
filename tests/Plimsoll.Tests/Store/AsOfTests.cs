using CsCheck;
using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store;

/// <summary>
/// The rule of vintages against a dictionary that follows the words of the scope: a newer release wipes its scope and writes its
/// cells. Cube and SQL must both say the same, on any day, whatever the order of ingest and the number of parts.
/// </summary>
public sealed class AsOfTests
{
    private static readonly string[] Reporters = ["DE", "FR"];
    private static readonly string[] Partners = ["CN", "US"];
    private static readonly string[] Products = ["85051110", "85051190"];

    private static readonly Gen<Observation> Cell = Gen.Select(
        Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[1, 2], Gen.Int[0, 2], Gen.Long[0, 999_999_999_999])
        .Select((r, p, c, f, m, v) => StoredCase.Cell(Reporters[r], Partners[p], Products[c], (Flow)f, m, v / 1000m));

    private static readonly Gen<(bool Whole, int Day, Observation[] Rows)> Vintage = Gen.Select(Gen.Bool, Gen.Int[0, 4], Cell.Array[1, 8]);

    [Fact]
    public void Cube_and_SQL_follow_the_rule_of_vintages_in_any_order_of_ingest() =>
        Gen.Select(Vintage.Array[1, 5], Gen.Int[0, 999], Gen.Int[1, 4]).Sample(
            (vintages, seed, partRows) =>
            {
                using var temporary = new TemporaryStore();
                foreach (var number in Shuffled(vintages.Length, seed))
                {
                    var (whole, day, rows) = vintages[number];
                    StoredCase.Put(temporary.Store, number, day, whole, rows, partRows);
                }

                foreach (var day in new int?[] { 0, 2, null })
                {
                    var expected = Expected(vintages, day ?? 4);
                    DateOnly? asOf = day is { } d ? new DateOnly(2026, 1, 1).AddDays(d) : null;
                    Cube(temporary.Store, asOf).ShouldBe(expected);
                    Sql(temporary.Store, asOf).ShouldBe(expected);
                }
            },
            iter: 25,
            threads: 1);

    [Fact]
    public void Sums_over_everything_are_the_same_through_both_doors() =>
        Vintage.Array[1, 4].Sample(
            vintages =>
            {
                using var temporary = new TemporaryStore();
                foreach (var (number, (_, day, rows)) in vintages.Index())
                {
                    StoredCase.Put(temporary.Store, number, day, whole: true, rows);
                }

                using var snapshot = temporary.Store.Snapshot("case", 1);
                var selection = new Selection(snapshot, snapshot.Axes.Reporters, snapshot.Axes.Partners, Flow.Import);
                var block = snapshot.NewBlock();
                foreach (var row in temporary.Store.Query(new TradeQuery("case") { Flow = Flow.Import, By = QueryDimensions.Product }))
                {
                    snapshot.Read(row.Product, block);
                    row.Value.ShouldBe(selection.Series(block, Measure.Value).Sum(row.Period).Value);
                }
            },
            iter: 25,
            threads: 1);

    // Releases in order of day, then of number, as the hash decides between releases of one day.
    private static SortedDictionary<string, decimal> Expected((bool Whole, int Day, Observation[] Rows)[] vintages, int day)
    {
        var cells = new Dictionary<(string Reporter, string Partner, string Product, Flow Flow, Period Period), decimal>();
        foreach (var (_, (whole, _, rows)) in vintages.Index().Where(v => v.Item.Day <= day).OrderBy(v => v.Item.Day).ThenBy(v => v.Index))
        {
            bool InScope((string Reporter, string Partner, string Product, Flow Flow, Period Period) cell) =>
                rows.Any(r => r.Period == cell.Period)
                && (whole || (rows.Any(r => r.Reporter.Code == cell.Reporter) && rows.Any(r => r.Partner.Code == cell.Partner)
                    && rows.Any(r => r.Product.Text == cell.Product) && rows.Any(r => r.Flow == cell.Flow)));
            foreach (var cell in cells.Keys.Where(InScope).ToList())
            {
                cells.Remove(cell);
            }

            foreach (var row in rows)
            {
                var key = (row.Reporter.Code, row.Partner.Code, row.Product.Text, row.Flow, row.Period);
                cells[key] = cells.GetValueOrDefault(key) + Fixed3.ToDecimal(row.Value)!.Value;
            }
        }

        return new SortedDictionary<string, decimal>(cells.ToDictionary(c => c.Key.ToString(), c => c.Value, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    // Every row of every run whose cell was not replaced.
    private static SortedDictionary<string, decimal> Cube(TradeStore store, DateOnly? asOf)
    {
        using var snapshot = store.Snapshot("case", 1, asOf);
        var cells = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        var block = snapshot.NewBlock();
        foreach (var product in snapshot.Products)
        {
            snapshot.Read(product, block);
            foreach (var run in block.Runs)
            {
                for (var row = 0; row < run.Count; row++)
                {
                    if (run.Slot(row) is >= 0 and var slot)
                    {
                        var (reporter, partner, flow) = snapshot.Axes.Cell(slot);
                        var key = (snapshot.Axes.Reporters[reporter].Code, snapshot.Axes.Partners[partner].Code, product, flow, run.Period).ToString();
                        cells[key] = cells.GetValueOrDefault(key) + Fixed3.ToDecimal((Int128)run.Values[row]);
                    }
                }
            }
        }

        return cells;
    }

    private static SortedDictionary<string, decimal> Sql(TradeStore store, DateOnly? asOf) => new(
        store.Query(new TradeQuery("case") { AsOf = asOf })
            .ToDictionary(r => (r.Reporter, r.Partner, r.Product, r.Flow, r.Period).ToString(), r => r.Value!.Value, StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static int[] Shuffled(int count, int seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }
}
