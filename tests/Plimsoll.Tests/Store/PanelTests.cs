using CsCheck;
using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store;

public sealed class PanelTests
{
    private static readonly string[] Reporters = ["DE", "FR", "IT"];
    private static readonly string[] Partners = ["CN", "QZ", "US"];
    private static readonly Flow[] Flows = [Flow.Import, Flow.Export];

    private static readonly Gen<Observation> AnyRow =
        from reporter in Gen.Int[0, 2].Select(i => Reporters[i])
        from partner in Gen.Int[0, 2].Select(i => Partners[i])
        from product in Gen.Bool.Select(first => first ? "85051110" : "85051190")
        from flow in Gen.Int[0, 1].Select(i => Flows[i])
        from month in Gen.Int[0, 2] // with fewer than three periods of history no reporter is late
        from value in Gen.Int[1, 1000]
        select StoredCase.Cell(reporter, partner, product, flow, month, value);

    private static readonly Gen<(string[] Reporters, string[] Partners, Flow Flow)> AnySum =
        from reporters in Gen.Shuffle(Reporters)
        from partners in Gen.Shuffle(Partners)
        from r in Gen.Int[1, 3]
        from p in Gen.Int[1, 3]
        from flow in Gen.Int[0, 1].Select(i => Flows[i])
        select (reporters[..r], partners[..p], flow);

    [Fact]
    public void Every_sum_of_a_panel_is_the_sum_of_its_own_rows_whatever_sums_stand_beside_it() =>
        Gen.Select(AnyRow.List[1, 40], AnySum.Array[1, 5]).Sample(
            (rows, sums) =>
            {
                using var temporary = new TemporaryStore();
                StoredCase.Put(temporary.Store, 1, day: 1, whole: true, rows);
                using var snapshot = temporary.Store.Snapshot("case", 1);
                var selections = sums.Select(s => new Selection(snapshot, s.Reporters.Select(Code), s.Partners.Select(Code), s.Flow)).ToList();
                var panel = new Panel(snapshot, selections);
                foreach (var product in snapshot.Products)
                {
                    var block = snapshot.NewBlock();
                    snapshot.Read(product, block);
                    panel.Read(block);
                    foreach (var (sum, selection) in sums.Zip(selections))
                    {
                        var own = rows.Where(r => r.Product.Text == product && r.Flow == sum.Flow && sum.Reporters.Contains(r.Reporter.Code) && sum.Partners.Contains(r.Partner.Code));
                        var expected = own.GroupBy(r => r.Period).ToDictionary(g => g.Key, g => g.Sum(r => Fixed3.ToDecimal(r.Value)) ?? 0m);
                        var series = panel.Series(selection, Measure.Value);
                        foreach (var (index, point) in series.Points.Index())
                        {
                            decimal? value = snapshot.Publication.Periods.Contains(series.PeriodAt(index)) ? expected.GetValueOrDefault(series.PeriodAt(index)) : null;
                            point.Value.ShouldBe(value);
                        }
                    }
                }
            },
            iter: 60);

    private static Country Code(string text) => Country.Parse(text).Value;
}
