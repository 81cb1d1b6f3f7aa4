using Plimsoll.Indicators.Share;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators.Share;

public sealed class MarketShareTests
{
    [Theory]
    [InlineData(1, 8, 0.125)]
    [InlineData(0, 8, 0)]
    [InlineData(8, 8, 1)]
    public void A_share_lies_between_nothing_and_everything(int part, int whole, double share) => MarketShare.Of(part, whole).Value.ShouldBe((decimal)share);

    [Theory]
    [InlineData(0, 0, "IND-0008")]
    [InlineData(9, 8, "IND-0010")]
    [InlineData(-1, 8, "IND-0015")]
    public void A_part_must_fit_into_its_whole(int part, int whole, string code) => MarketShare.Of(part, whole).Fault!.Code.ShouldBe(code);
}
