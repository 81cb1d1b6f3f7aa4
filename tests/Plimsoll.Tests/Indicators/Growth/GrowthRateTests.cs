using Plimsoll.Indicators.Growth;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators.Growth;

public sealed class GrowthRateTests
{
    [Fact]
    public void A_level_that_falls_to_zero_falls_by_all_of_it() => GrowthRate.OfLevel(0m, 8m).Value.ShouldBe(-1m);

    [Theory]
    [InlineData(8, 0, "IND-0005")]
    [InlineData(0, 0, "IND-0006")]
    [InlineData(-1, 8, "IND-0015")]
    [InlineData(8, -1, "IND-0015")]
    public void Growth_without_a_baseline_is_a_reason_and_never_a_number(int now, int then, string code) =>
        GrowthRate.OfLevel(now, then).Fault!.Code.ShouldBe(code);

    [Fact]
    public void A_deficit_that_deepens_grows() => GrowthRate.OfDeficit(-345m, -300m).Value.ShouldBe(0.15m);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(5, 4)]
    [InlineData(0, -4)]
    [InlineData(-4, 0)]
    public void A_balance_that_is_not_a_deficit_twice_has_no_growth_rate(int now, int then) =>
        GrowthRate.OfDeficit(now, then).Fault!.Code.ShouldBe("IND-0007");
}
