using Plimsoll.Indicators.UnitValue;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators.UnitValue;

public sealed class UnitPriceTests
{
    [Fact]
    public void A_unit_value_is_value_by_quantity() => UnitPrice.Of(30m, 12m).Value.ShouldBe(2.5m);

    [Theory]
    [InlineData(5, 0, "IND-0009")]
    [InlineData(0, 0, "IND-0008")]
    [InlineData(-5, 1, "IND-0015")]
    [InlineData(5, -1, "IND-0015")]
    public void Without_quantity_there_is_a_reason_and_no_unit_value(int value, int quantity, string code) =>
        UnitPrice.Of(value, quantity).Fault!.Code.ShouldBe(code);
}
