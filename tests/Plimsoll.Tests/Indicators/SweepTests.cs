using CsCheck;
using Plimsoll.Indicators;
using Plimsoll.Indicators.Balance;
using Plimsoll.Indicators.Concentration;
using Plimsoll.Indicators.Growth;
using Plimsoll.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators;

/// <summary>The kernels over blocks and the figures over series are two ways to the same numbers.</summary>
public sealed class SweepTests
{
    private const int Months = 27;
    private static readonly Month First = Month.Of(2023, 10);
    private static readonly Month Last = First.Plus(Months - 1);
    private static readonly Axes Axes = BlockBuilder.AxesOf("DE FR GB", "CN DE QZ US WORLD");

    private static readonly Gen<Row[]> AnyRows = Gen.Select(
        Gen.Int[0, Months - 1], Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[1, 2], Gen.Long[0, 1_000_000_000_000_000], Gen.Long[0, 1_000_000_000],
        (month, reporter, partner, flow, value, kilograms) => new Row(First.Plus(month), reporter, partner, (Flow)flow, value, kilograms)).Array[0, 200];

    [Fact]
    public void The_rolling_balance_of_a_sweep_is_the_reading_of_the_series() => AnyRows.Sample(
        rows =>
        {
            var kernel = new RollingBalanceKernel(Axes, First, Months, partner => partner == Country.China);
            kernel.Read(BlockOf(rows).Block);
            var block = BlockOf(rows);
            kernel.Read(block.Block);
            for (var reporter = 0; reporter < 3; reporter++)
            {
                var inputs = new IndicatorInputs(SeriesOf(rows, reporter, 0, Flow.Import), SeriesOf(rows, reporter, 0, Flow.Export));
                var subject = new Subject(Axes.Reporters[reporter].Code, "CN", "85051110", Flow.None);
                var chart = TradeBalance.Rolling(inputs.Exports!, inputs.Imports!, 12);
                for (var month = First; month <= Last; month = month.Plus(1))
                {
                    var reading = IndicatorRun.Compute("balance.roll12", subject, inputs, Period.Of(month));
                    Fixed3.ToDecimal(kernel.Rolling(reporter, month)).ShouldBe(reading.Value);
                    chart[Period.Of(month)].Value.ShouldBe(reading.Value);
                }
            }

            GC.KeepAlive(block.Builder);
        },
        iter: 50);

    [Fact]
    public void The_concentration_of_a_sweep_is_the_concentration_of_the_suppliers() => AnyRows.Sample(
        rows =>
        {
            var kernel = new ConcentrationKernel(Axes, 2023, 3, SupplierScope.OutsideUnion);
            var block = BlockOf(rows);
            kernel.Read(block.Block);
            kernel.Read(block.Block);
            for (var year = 2023; year <= 2025; year++)
            {
                for (var reporter = 0; reporter < 3; reporter++)
                {
                    SameConcentration(kernel.Totals(reporter, year), rows.Where(r => r.Reporter == reporter && r.Month.Year == year));
                }

                SameConcentration(kernel.Totals(kernel.Union, year), rows.Where(r => r.Reporter < 2 && r.Month.Year == year));
            }

            GC.KeepAlive(block.Builder);
        },
        iter: 100);

    [Fact]
    public void The_surges_of_a_sweep_are_the_readings_of_the_series() => AnyRows.Sample(
        rows =>
        {
            var kernel = new SurgeKernel(Axes, Last, Flow.Import);
            var block = BlockOf(rows);
            kernel.Read(block.Block);
            kernel.Read(block.Block);
            for (var partner = 0; partner < 5; partner++)
            {
                var surge = kernel.Of(partner);
                var inputs = new IndicatorInputs(SeriesOf(rows, null, partner, Flow.Import), null) { Quantity = SeriesOf(rows, null, partner, Flow.Import, kilograms: true) };
                var subject = new Subject("EU27_2020", Axes.Partners[partner].Code, "85051110", Flow.Import);
                Reading Read(string id) => IndicatorRun.Compute(id, subject, inputs, Period.Of(Last));

                surge.WeeklyValue.ShouldBe(Read("value.avg_weekly").Value!.Value);
                Same(surge.VolumeGrowth, Read("quantity.roll12.vs_prev_window"));
                Same(surge.ValueGrowth, Read("value.roll12.vs_prev_window"));
                Same(surge.UnitValueGrowth, Read("unit_value.roll12.vs_prev_window"));
            }

            GC.KeepAlive(block.Builder);
        },
        iter: 100);

    [Fact]
    public void A_sweep_allocates_nothing_for_a_product()
    {
        var builder = new BlockBuilder(Axes).Row(First, 0, 0, Flow.Import, 5_000, 7).Row(Last, 1, 2, Flow.Export, 6_000, 8);
        var block = builder.Build();
        var balance = new RollingBalanceKernel(Axes, First, Months, static _ => true);
        var concentration = new ConcentrationKernel(Axes, 2023, 3, SupplierScope.All);
        var surge = new SurgeKernel(Axes, Last, Flow.Import);
        long ReadAll()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            concentration.Read(block);
            surge.Read(block);
            balance.Read(block);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        ReadAll();
        ReadAll().ShouldBe(0);
        GC.KeepAlive(builder);
    }

    [Fact]
    public void A_sum_beyond_the_range_of_the_store_is_an_error_and_not_another_number()
    {
        var builder = new BlockBuilder(Axes).Row(First, 0, 0, Flow.Import, long.MaxValue).Row(First, 0, 0, Flow.Import, 1);
        var kernel = new RollingBalanceKernel(Axes, First, Months, static _ => true);
        Should.Throw<OverflowException>(() => kernel.Read(builder.Build()));
        GC.KeepAlive(builder);
    }

    private static void SameConcentration(SupplierTotals found, IEnumerable<Row> rows)
    {
        var imports = rows.Where(r => r.Flow == Flow.Import).ToLookup(r => r.Partner, r => r.Value);
        var suppliers = new[] { 0, 3 }.Select(partner => Fixed3.ToDecimal((Int128)imports[partner].Sum())).ToArray();
        found.Secret.ShouldBe(imports[2].Sum());
        var expected = SupplierConcentration.Of(suppliers, Fixed3.ToDecimal((Int128)found.Secret));
        if (!expected.Ok)
        {
            found.Known.ShouldBe(0);
            return;
        }

        Fixed3.ToDecimal((Int128)found.Known).ShouldBe(suppliers.Sum());
        Fixed3.ToDecimal((Int128)found.Largest).ShouldBe(suppliers.Max());
        found.Index.ShouldBe((double)expected.Value.Index, 1e-15);
        found.UnknownShare.ShouldBe((double)expected.Value.UnknownShare, 1e-15);
    }

    // Thousandths and units differ in the last of 28 digits when a division rounds.
    private static void Same(Parsed<decimal> found, Reading expected)
    {
        (found.Fault?.Code).ShouldBe(expected.Reason?.Code);
        if (found.Ok)
        {
            var scale = Math.Max(1m, Math.Abs(expected.Value!.Value));
            ((found.Value - expected.Value.Value) / scale).ShouldBeInRange(-1e-15m, 1e-15m);
        }
    }

    private static (ProductBlock Block, BlockBuilder Builder) BlockOf(Row[] rows)
    {
        var builder = new BlockBuilder(Axes).HiddenRow(First, 999_000).HiddenRow(Last, 999_000);
        foreach (var row in rows)
        {
            builder.Row(row.Month, row.Reporter, row.Partner, row.Flow, row.Value, row.Kilograms);
        }

        return (builder.Build(), builder);
    }

    private static Series SeriesOf(Row[] rows, int? reporter, int partner, Flow flow, bool kilograms = false) => TestSeries.Monthly(
        First,
        Enumerable.Range(0, Months).Select(month => Fixed3.ToDecimal((Int128)rows
            .Where(r => r.Month == First.Plus(month) && r.Partner == partner && r.Flow == flow && (reporter is null ? r.Reporter < 2 : r.Reporter == reporter))
            .Sum(r => kilograms ? r.Kilograms : r.Value))));

    private sealed record Row(Month Month, int Reporter, int Partner, Flow Flow, long Value, long Kilograms);
}
