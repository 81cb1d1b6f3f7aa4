using Plimsoll.Indicators;
using Plimsoll.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators;

public sealed class ReadingReferenceTests
{
    private static readonly Subject Imports = new("EU27_2020", "CN", "TOTAL", Flow.Import);

    [Fact]
    public void Every_measure_window_and_baseline_gives_the_figures_of_the_reference_script()
    {
        var inputs = Inputs();
        var rows = ReferenceCsv.Rows("readings.csv");
        rows.Count.ShouldBeGreaterThan(400);
        foreach (var row in rows)
        {
            var reading = IndicatorRun.Compute(row[0], Imports, inputs, Period.Parse(row[1]).Value);
            reading.Reason.ShouldBeNull($"{row[0]} at {row[1]}");
            var expected = ReferenceCsv.Number(row[2]);
            (reading.Value!.Value - expected).ShouldBeInRange(-1e-18m, 1e-18m, $"{row[0]} at {row[1]}");
            reading.Indicator.ShouldBe($"{row[0]}/1");
            reading.Coverage.MissingPeriods.ShouldBeEmpty();
        }
    }

    private static IndicatorInputs Inputs()
    {
        var rows = ReferenceCsv.Rows("series.csv");
        Series Column(int index) => TestSeries.Monthly(Period.Parse(rows[0][0]).Value.Start, rows.Select(row => ReferenceCsv.Number(row[index])));
        return new IndicatorInputs(Column(1), Column(2)) { Quantity = Column(3), Denominator = Column(4) };
    }
}
