using CsCheck;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Terms;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

/// <summary>Verdicts and figures that the precedents themselves publish, or that follow from their text by hand.</summary>
public sealed class PublishedRulesTests
{
    private static readonly string[] Stages = ["stage-1-proposal", "stage-3-provisional-deal", "stage-2-parliament", "stage-4-final"];

    [Theory]
    [InlineData("eu-gsp", "graduation", "external:share-of-gsp-imports.avg3y=0.57", false)]
    [InlineData("eu-gsp", "graduation", "external:share-of-gsp-imports.avg3y=0.5701", true)]
    [InlineData("eu-gsp", "graduation-sensitive", "external:share-of-gsp-imports.avg3y=0.175", false)]
    [InlineData("eu-gsp", "graduation-textiles", "external:share-of-gsp-imports.avg3y=0.472", false)]
    [InlineData("eu-gsp", "automatic-safeguard", "quantity.calendar_year.vs_prev_year=0.135 share.calendar_year=0.0601", true)]
    [InlineData("eu-gsp", "automatic-safeguard", "quantity.calendar_year.vs_prev_year=0.135 share.calendar_year=0.06", false)]
    [InlineData("eu-nzia-resilience", "resilience", "external:share-of-union-supply.calendar_year=0.42 external:share-rise-two-year-average.calendar_year=0.10", true)]
    [InlineData("eu-nzia-resilience", "resilience", "external:share-of-union-supply.calendar_year=0.41 external:share-rise-two-year-average.calendar_year=0.095", false)]
    [InlineData("eu-crma-65", "single-country", "external:share-of-union-consumption.calendar_year=0.65", false)]
    [InlineData("eu-mercosur-safeguard", "stage-4-final", "quantity.roll12.vs_avg3y=0.05 unit_value.roll12.vs_avg3y=0 external:import-price-over-domestic.roll12=0.95", false)]
    [InlineData("eu-mercosur-safeguard", "stage-4-final", "quantity.roll12.vs_avg3y=0.0501 unit_value.roll12.vs_avg3y=0 external:import-price-over-domestic.roll12=0.95", true)]
    public void The_text_decides_on_its_own_border(string agreement, string clause, string readings, bool red) =>
        Red(Shipped.Clause(agreement, clause), Parse(readings)).ShouldBe(red ? Truth.Yes : Truth.No);

    [Theory]
    [InlineData("0.08", -5, 120)]
    [InlineData("0.25", 2, 112)]
    [InlineData("0.40", -10, 105)]
    public void The_special_safeguard_triggers_just_above_its_level(string penetration, int consumptionChange, int level)
    {
        var clause = Shipped.Clause("wto-special-safeguard", "volume");
        Red(clause, Readings(level)).ShouldBe(Truth.No);
        Red(clause, Readings(level + 0.01m)).ShouldBe(Truth.Yes);

        // Average imports of the three years are 100.
        Dictionary<string, decimal?> Readings(decimal imports) => Parse(
            $"external:imports-less-consumption-change-over-average.calendar_year={(imports - consumptionChange) / 100} quantity.calendar_year.vs_avg3y={(imports / 100) - 1} external:import-penetration.avg3y={penetration}");
    }

    [Theory]
    [InlineData(100, "0")]
    [InlineData(95, "0")]
    [InlineData(90, "0")]
    [InlineData(80, "3")]
    [InlineData(60, "9")]
    [InlineData(50, "14")]
    [InlineData(40, "19")]
    [InlineData(25, "29.5")]
    [InlineData(10, "43")]
    public void The_duty_ladder_of_the_special_safeguard(int price, string duty) =>
        (Shipped.Clause("wto-special-safeguard", "price").Effect.Ladder!.Duty((100m - price) / 100) * 100).ShouldBe(decimal.Parse(duty, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_stages_of_the_Mercosur_safeguard_are_nested()
    {
        var clauses = Stages.Select(stage => Shipped.Clause("eu-mercosur-safeguard", stage)).ToList();
        var share = Gen.Int[-20, 20].Select(percent => percent / 100m);
        Gen.Select(share, share, Gen.Int[80, 110].Select(percent => percent / 100m)).Sample((volume, price, undercutting) =>
        {
            var readings = new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["external:import-price-over-domestic.roll12"] = undercutting };
            foreach (var baseline in new[] { "prev_year", "avg3y" })
            {
                readings[$"quantity.roll12.vs_{baseline}"] = volume;
                readings[$"unit_value.roll12.vs_{baseline}"] = price;
            }

            var flags = clauses.ConvertAll(clause => Red(clause, readings));
            return flags.Zip(flags.Skip(1)).All(pair => pair.First <= pair.Second);
        });
    }

    [Fact]
    public void The_stages_are_not_all_the_same()
    {
        var readings = Parse("external:import-price-over-domestic.roll12=0.8 quantity.roll12.vs_prev_year=0.09 unit_value.roll12.vs_prev_year=0 quantity.roll12.vs_avg3y=0.09 unit_value.roll12.vs_avg3y=0");
        Stages.Select(stage => Red(Shipped.Clause("eu-mercosur-safeguard", stage), readings)).ShouldBe([Truth.No, Truth.Yes, Truth.Yes, Truth.Yes]);
    }

    private static Truth Red(Clause clause, IReadOnlyDictionary<string, decimal?> readings) => clause.Condition.Evaluate(readings, new DateOnly(2026, 12, 31)).Crossing.Red;

    private static Dictionary<string, decimal?> Parse(string readings) => readings.Split(' ').Select(one => one.Split('=')).ToDictionary(
        pair => pair[0], pair => (decimal?)decimal.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
