using CsCheck;
using Plimsoll.Indicators.UnitValue;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators.UnitValue;

public sealed class PriceVolumeSplitTests
{
    private static readonly Gen<decimal> Amount = Gen.Long[1, 999_999_999_999_999].Select(thousandths => thousandths / 1000m);

    [Fact]
    public void Both_methods_give_the_figures_of_the_reference_script()
    {
        var rows = ReferenceCsv.Rows("splits.csv");
        rows.Count.ShouldBe(60);
        foreach (var row in rows)
        {
            var n = row.Select(ReferenceCsv.Number).ToArray();
            PriceVolumeSplit.Lmdi(n[0], n[1], n[2], n[3]).Value.Price.ShouldBe(n[4], 0.000001m);
            PriceVolumeSplit.Bennet(n[0], n[1], n[2], n[3]).Value.Price.ShouldBe(n[5], 0.000001m * (1m + Math.Abs(n[5] / 1e12m)));
        }
    }

    [Fact]
    public void The_parts_sum_to_the_change_to_the_last_digit() => Gen.Select(Amount, Amount, Amount, Amount).Sample((value0, quantity0, value1, quantity1) =>
    {
        var lmdi = PriceVolumeSplit.Lmdi(value0, quantity0, value1, quantity1).Value;
        var bennet = PriceVolumeSplit.Bennet(value0, quantity0, value1, quantity1);
        return lmdi.Change == value1 - value0 && (!bennet.Ok || bennet.Value.Change == value1 - value0);
    });

    [Fact]
    public void Swapping_the_periods_changes_the_sign_only() => Gen.Select(Amount, Amount, Amount, Amount).Sample((value0, quantity0, value1, quantity1) =>
    {
        var there = PriceVolumeSplit.Bennet(value0, quantity0, value1, quantity1);
        var back = PriceVolumeSplit.Bennet(value1, quantity1, value0, quantity0);
        return there.Ok == back.Ok && (!there.Ok || (there.Value.Price == -back.Value.Price && there.Value.Volume == -back.Value.Volume));
    });

    [Fact]
    public void Equal_prices_leave_everything_to_volume()
    {
        PriceVolumeSplit.Lmdi(100m, 10m, 150m, 15m).Value.ShouldBe(new PriceVolumeSplit(0m, 50m));
        PriceVolumeSplit.Bennet(100m, 10m, 150m, 15m).Value.ShouldBe(new PriceVolumeSplit(0m, 50m));
        PriceVolumeSplit.LogarithmicMean(7m, 7m).ShouldBe(7m);
    }

    [Theory]
    [InlineData(0, 0, 5, 5, "IND-0005")]
    [InlineData(0, 0, 0, 0, "IND-0006")]
    [InlineData(5, 5, 0, 0, "IND-0008")]
    [InlineData(5, 0, 5, 5, "IND-0009")]
    [InlineData(5, 5, 5, 0, "IND-0009")]
    [InlineData(-5, 5, 5, 5, "IND-0015")]
    public void What_cannot_be_split_says_why(int value0, int quantity0, int value1, int quantity1, string code)
    {
        PriceVolumeSplit.Lmdi(value0, quantity0, value1, quantity1).Fault!.Code.ShouldBe(code);
        PriceVolumeSplit.Bennet(value0, quantity0, value1, quantity1).Fault!.Code.ShouldBe(code);
    }

    [Fact]
    public void A_gram_for_a_billion_is_refused_by_the_arithmetic_split_and_not_by_the_logarithmic_one()
    {
        PriceVolumeSplit.Bennet(1e12m, 0.001m, 1e12m, 1e12m).Fault!.Code.ShouldBe("IND-0016");
        PriceVolumeSplit.Lmdi(1e12m, 0.001m, 1e12m, 1e12m).Value.Change.ShouldBe(0m);
    }

    [Fact]
    public void The_logarithm_is_right_to_24_decimals()
    {
        foreach (var row in ReferenceCsv.Rows("logarithms.csv"))
        {
            NaturalLogarithm.Of(ReferenceCsv.Number(row[0])).ShouldBe(ReferenceCsv.Number(row[1]), 1e-24m, row[0]);
        }
    }
}
