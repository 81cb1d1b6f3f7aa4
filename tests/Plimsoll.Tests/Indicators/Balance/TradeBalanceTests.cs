using Plimsoll.Indicators.Balance;
using Plimsoll.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators.Balance;

public sealed class TradeBalanceTests
{
    private static readonly Month January = Month.Of(2025, 1);
    private static readonly Series Exports = TestSeries.Monthly(January, 5m, 6m, 7m, 8m);
    private static readonly Series Imports = TestSeries.Monthly(January, 9m, 9m, 9m, 4m);

    [Fact]
    public void A_rolling_balance_starts_where_its_window_is_whole()
    {
        var rolling = TradeBalance.Rolling(Exports, Imports, 3);
        rolling.Start.ShouldBe(Month.Of(2025, 3));
        rolling.Points.Select(p => p.Value).ShouldBe([-9m, -1m]);
        TradeBalance.Rolling(Exports, Imports, 1).Points.Select(p => p.Value).ShouldBe([-4m, -3m, -2m, 4m]);
        TradeBalance.Rolling(Exports, Imports, 12).Points.ShouldBeEmpty();
    }

    [Fact]
    public void A_hole_on_one_side_leaves_every_window_over_it_without_value()
    {
        var rolling = TradeBalance.Rolling(Exports.With(Month.Of(2025, 2), PointState.Partial), Imports, 2);
        rolling.Points.Select(p => p.Value).ShouldBe([null, null, 2m]);
        rolling.Points[0].State.ShouldBe(PointState.Partial);
    }

    [Fact]
    public void Years_roll_as_years() =>
        TradeBalance.Rolling(TestSeries.Annual(2023, 223m, 213m), TestSeries.Annual(2023, 516m, 518m), 12).Points.Select(p => p.Value).ShouldBe([-293m, -305m]);

    [Fact]
    public void Series_of_different_steps_are_a_bug() =>
        Should.Throw<ArgumentException>(() => TradeBalance.Rolling(Exports, TestSeries.Annual(2025, 1m), 12));

    [Fact]
    public void Ratios_need_something_to_divide_by()
    {
        TradeBalance.CoverRatio(1m, 4m).Value.ShouldBe(0.25m);
        TradeBalance.ImportRatio(4m, 1m).Value.ShouldBe(4m);
        TradeBalance.CoverRatio(1m, 0m).Fault!.Code.ShouldBe("IND-0008");
        TradeBalance.ImportRatio(1m, 0m).Fault!.Code.ShouldBe("IND-0008");
        TradeBalance.ImportRatio(1m, -1m).Fault!.Code.ShouldBe("IND-0015");
    }
}
