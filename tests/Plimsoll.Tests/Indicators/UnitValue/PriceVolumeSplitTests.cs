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
        return lmdi.Price + lmdi.Volume == value1 - value0 && lmdi.Change == value1 - value0;
    });

    [Fact]
    public void Swapping_the_periods_changes_the_sign_only() => Gen.Select(Amount, Amount, Amount, Amount).Sample((value0, quantity0, value1, quantity1) =>
    {
        var there = PriceVolumeSplit.Bennet(value0, quantity0, value1, quantity1).Value;
        var back = PriceVolumeSplit.Bennet(value1, quantity1, value0, quantity0).Value;
        return there.Price == -back.Price && there.Volume == -back.Volume;
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
    public void The_logarithm_is_right_to_24_decimals()
    {
        foreach (var row in ReferenceCsv.Rows("logarithms.csv"))
        {
            NaturalLogarithm.Of(ReferenceCsv.Number(row[0])).ShouldBe(ReferenceCsv.Number(row[1]), 1e-24m, row[0]);
        }
    }
}
