using System.Globalization;
using CsCheck;
using Plimsoll.Agreements.Terms;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

public sealed class ConditionTests
{
    private static readonly Uri Source = new("https://example.org/");
    private static readonly DateOnly Day = new(2026, 6, 30);
    private static readonly Gen<Comparator> AnyComparator = Gen.Int[0, 3].Select(i => new[] { Comparator.Above, Comparator.AtLeast, Comparator.Below, Comparator.AtMost }[i]);
    private static readonly Gen<decimal> AnyValue = Gen.Int[-1000, 1000].Select(hundredths => hundredths / 100m);
    private static readonly Gen<Truth> AnyTruth = Gen.Int[0, 2].Select(i => new[] { Truth.No, Truth.Unknown, Truth.Yes }[i]);

    [Theory]
    [InlineData(Comparator.Above, Truth.No)]
    [InlineData(Comparator.AtLeast, Truth.Yes)]
    [InlineData(Comparator.Below, Truth.No)]
    [InlineData(Comparator.AtMost, Truth.Yes)]
    public void Strictness_decides_on_the_limit_itself(Comparator comparator, Truth crossed) =>
        Evaluate(Make(comparator, 5m, null), 5m).Crossing.Amber.ShouldBe(crossed);

    [Fact]
    public void The_last_digit_decides() => Evaluate(Make(Comparator.Above, 0.57m, null), 0.5700000000000000000000000001m).Crossing.Amber.ShouldBe(Truth.Yes);

    [Fact]
    public void Red_implies_amber() => Gen.Select(AnyComparator, AnyValue, AnyValue, AnyValue).Sample((comparator, amber, red, value) =>
    {
        var crossing = Evaluate(Make(comparator, amber, red), value).Crossing;
        return crossing.Amber >= crossing.Red && crossing.HoldsAmber >= crossing.Amber && crossing.HoldsRed >= crossing.Red;
    });

    [Fact]
    public void A_worse_value_never_crosses_less() => Gen.Select(AnyComparator, AnyValue, AnyValue, AnyValue).Sample((comparator, limit, value, step) =>
    {
        var condition = Make(comparator, limit, null);
        return Evaluate(condition, value + (Math.Abs(step) * comparator.Sign())).Crossing.Amber >= Evaluate(condition, value).Crossing.Amber;
    });

    [Fact]
    public void Limits_apply_from_their_day()
    {
        var condition = new Threshold("x", "x", Comparator.Above, "ratio", [Limits(new DateOnly(2020, 1, 1), 1m), Limits(new DateOnly(2026, 6, 30), 2m)]);
        condition.On(new DateOnly(2019, 12, 31)).ShouldBeNull();
        condition.On(new DateOnly(2026, 6, 29))!.Amber!.Stairs[0].Value.ShouldBe(1m);
        condition.On(Day)!.Amber!.Stairs[0].Value.ShouldBe(2m);
        condition.Evaluate(Values(("x", 5m)), new DateOnly(2019, 12, 31)).Crossing.Amber.ShouldBe(Truth.Unknown);
    }

    [Fact]
    public void K_of_n_is_decided_by_what_is_known() => Gen.Select(AnyTruth.Array[1, 6], Gen.Int[1, 6]).Where((truths, k) => k <= truths.Length).Sample((truths, k) =>
    {
        // Every way of filling in the unknown answers; the verdict is known when all of them agree.
        var verdicts = Fillings(truths).Select(filled => filled.Count(truth => truth == Truth.Yes) >= k).Distinct().ToList();
        var expected = verdicts is [var only] ? (only ? Truth.Yes : Truth.No) : Truth.Unknown;
        return Crossing.AtLeast(k, [.. truths.Select(Crossing.All)]).Amber == expected;
    });

    [Fact]
    public void The_weakest_leads_where_all_must_be_crossed_and_the_strongest_where_one_is_enough()
    {
        var weak = Make(Comparator.Above, 10m, null, "weak");
        var strong = Make(Comparator.Above, 1m, null, "strong");
        var values = Values(("weak", 11m), ("strong", 5m));
        new Combination(2, [weak, strong]).Evaluate(values, Day).Leading.Id.ShouldBe("weak");
        new Combination(1, [weak, strong]).Evaluate(values, Day).Leading.Id.ShouldBe("strong");
    }

    [Theory]
    [InlineData("0.075", "1")]
    [InlineData("0.0750001", "0.5")]
    [InlineData("0.2", "0.5")]
    [InlineData("0.35", "0.3")]
    [InlineData("0.36", "0.1")]
    public void A_stair_includes_its_upper_end(string share, string limit)
    {
        var growth = Shipped.Clause("eu-textile-alert-2005", "alert-zone").Condition.Thresholds[0];
        growth.Values[0].Amber!.At(Values(("share.calendar_year", Number(share)))).ShouldBe(Number(limit));
    }

    private static IEnumerable<Truth[]> Fillings(Truth[] truths)
    {
        var unknown = Array.IndexOf(truths, Truth.Unknown);
        return unknown < 0
            ? [truths]
            : new[] { Truth.No, Truth.Yes }.SelectMany(filled => Fillings([.. truths[..unknown], filled, .. truths[(unknown + 1)..]]));
    }

    private static ConditionOutcome Evaluate(Threshold condition, decimal value) => condition.Evaluate(Values((condition.Indicator, value)), Day);

    private static Threshold Make(Comparator comparator, decimal amber, decimal? red, string id = "x") =>
        new(id, id, comparator, "ratio", [new DatedLimits(new DateOnly(2020, 1, 1), Limit.Of(amber), red is { } limit ? Limit.Of(limit) : null, null, null, "", Source)]);

    private static DatedLimits Limits(DateOnly day, decimal amber) => new(day, Limit.Of(amber), null, null, null, "", Source);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, decimal?> Values(params (string Id, decimal Value)[] values) => values.ToDictionary(pair => pair.Id, pair => (decimal?)pair.Value, StringComparer.Ordinal);
}
