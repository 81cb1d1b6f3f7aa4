using Plimsoll.Indicators;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators;

public sealed class IndicatorTests
{
    [Theory]
    [InlineData("balance.roll12", IndicatorMeasure.Balance, Window.Roll12, Baseline.None)]
    [InlineData("value.roll12.vs_prev_window", IndicatorMeasure.Value, Window.Roll12, Baseline.PrevWindow)]
    [InlineData("unit_value.calendar_year.vs_prev_year", IndicatorMeasure.UnitValue, Window.CalendarYear, Baseline.PrevYear)]
    [InlineData("cover_ratio.avg3y", IndicatorMeasure.CoverRatio, Window.Avg3y, Baseline.None)]
    [InlineData("quantity.avg_weekly.vs_avg3y", IndicatorMeasure.Quantity, Window.AvgWeekly, Baseline.Avg3y)]
    [InlineData("hhi.roll3", IndicatorMeasure.Hhi, Window.Roll3, Baseline.None)]
    public void An_id_spells_measure_window_and_baseline(string id, IndicatorMeasure measure, Window window, Baseline baseline)
    {
        Indicator.Parse(id).Value.ShouldBe(new Indicator(measure, window, baseline));
        new Indicator(measure, window, baseline).ToString().ShouldBe(id);
    }

    [Fact]
    public void A_fixed_baseline_names_its_period()
    {
        var indicator = Indicator.Parse("value.calendar_year.vs_fixed.2023").Value;
        indicator.FixedPeriod.ShouldBe(Period.OfYear(2023));
        indicator.ToString().ShouldBe("value.calendar_year.vs_fixed.2023");
    }

    [Fact]
    public void The_same_months_of_the_previous_year_are_the_previous_year() =>
        Indicator.Parse("value.roll3.vs_same_months_prev_year").Value.ToString().ShouldBe("value.roll3.vs_prev_year");

    [Fact]
    public void Every_combination_is_read_back_as_it_was_written()
    {
        foreach (var measure in Enum.GetValues<IndicatorMeasure>())
        {
            foreach (var window in Enum.GetValues<Window>())
            {
                foreach (var baseline in Enum.GetValues<Baseline>())
                {
                    var indicator = new Indicator(measure, window, baseline, baseline == Baseline.Fixed ? Period.OfYear(2023) : null);
                    Indicator.Parse(indicator.ToString()).Value.ShouldBe(indicator);
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("balance")]
    [InlineData("deficit.roll12")]
    [InlineData("balance.roll6")]
    [InlineData("Balance.Roll12")]
    [InlineData("balance.roll12.prev_year")]
    [InlineData("balance.roll12.vs_none")]
    [InlineData("balance.roll12.vs_fixed")]
    [InlineData("balance.roll12.vs_fixed.2023-13")]
    [InlineData("balance.roll12.vs_prev_year.2023")]
    [InlineData("balance.roll12.vs_fixed.2023.x")]
    public void Anything_else_is_refused_and_gives_a_reading_with_the_reason(string id)
    {
        Indicator.Parse(id).Fault.ShouldNotBeNull().Code.ShouldBe("IND-0001");
        var reading = IndicatorRun.Compute(id, new Subject("EU27_2020", "CN", "TOTAL", Flow.None), new IndicatorInputs(null, null), Period.OfYear(2024));
        reading.Value.ShouldBeNull();
        reading.Reason!.Code.ShouldBe("IND-0001");
    }
}
