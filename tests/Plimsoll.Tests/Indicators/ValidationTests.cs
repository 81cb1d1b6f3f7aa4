using System.Globalization;
using Plimsoll.Indicators;
using Plimsoll.Indicators.Growth;
using Plimsoll.Indicators.Share;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators;

/// <summary>docs/validation.md says what is computed from published figures; this computes it again.</summary>
public sealed class ValidationTests
{
    private const string RareEarths = "suppliers 46.3 28.4 19.9; others 5.4";
    private const string TenTenToEightFifteen = "value0 100; quantity0 10; value1 120; quantity1 15";

    private static readonly Dictionary<string, Func<decimal>> Cases = new(StringComparer.Ordinal)
    {
        ["EUCN-DEFICIT-2024"] = () => Deficit(213.3m, 517.8m),
        ["EUCN-SA-2022-01"] = () => Deficit(18.3m, 48.9m),
        ["EUCN-SA-2023-12"] = () => Deficit(18.1m, 39.6m),
        ["EUCN-SA-IMPORTS"] = () => Percent(39.6m, 48.9m),
        ["EUCN-SA-EXPORTS"] = () => Percent(18.1m, 18.3m),
        ["VINTAGE-2025-IMPORTS"] = () => Percent(359.8m + (213.3m * 0.935m), 525.6m),
        ["VINTAGE-2025-DEFICIT"] = () => 100m * GrowthRate.OfDeficit(-359.8m, -Deficit(213.3m, 525.6m)).Value,
        ["VINTAGE-2025-MIXED"] = () => Deficit(213.3m * 0.935m, 517.8m * 1.064m),
        ["GACC-2025-01-04"] = () => -Deficit(168.8m, 78.46m),
        ["MAGNETS-2025-07"] = () => Percent(5577m, 5278m),
        ["MAGNETS-2025-09"] = () => Percent(5774m, 6146m),
        ["MAGNETS-2025-10"] = () => Percent(5473m, 5774m),
        ["MAGNETS-2025-10-YEAR"] = () => Percent(5473m, 4725m),
        ["MAGNETS-2025-08-10"] = MagnetsInThreeMonths,
        ["REE-2024-HHI-LOWEST"] = () => MethodPageTests.Concentration(new(RareEarths)).Lowest,
        ["REE-2024-HHI-HIGHEST"] = () => MethodPageTests.Concentration(new(RareEarths)).Highest,
        ["REE-2024-CHINA"] = () => MarketShare.Of(6000m, 12900m).Value,
        ["TEXTILE-CAT-2"] = () => Percent(69692m, 61948m),
        ["TEXTILE-CAT-4"] = () => Percent(594225m, 540204m),
        ["LMDI-PRICE"] = () => MethodPageTests.Lmdi(new(TenTenToEightFifteen)).Price,
        ["LMDI-VOLUME"] = () => MethodPageTests.Lmdi(new(TenTenToEightFifteen)).Volume,
    };

    [Fact]
    public void Every_row_says_what_the_code_computes_and_whether_it_agrees()
    {
        var rows = Rows();
        rows.Select(Key).ShouldBe(Cases.Keys, ignoreOrder: true);
        foreach (var row in rows)
        {
            var (expected, printed, tolerance, verdict) = (ReferenceCsv.Number(row[3]), row[4], ReferenceCsv.Number(row[5]), row[6]);
            var got = Cases[Key(row)]();
            MethodPageTests.Rounded(got, printed).ShouldBe(printed, Key(row));
            verdict.ShouldBe(Math.Abs(got - expected) <= tolerance ? "agrees" : "differs", $"{Key(row)}: {got.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private static string[][] Rows() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "validation.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static string Key(string[] row) => row[1].Split('`')[1];

    private static decimal Deficit(decimal exports, decimal imports) => -IndicatorRun.Compute(
        "balance.calendar_year",
        new Subject("EU27_2020", "CN", "TOTAL", Flow.None),
        new IndicatorInputs(TestSeries.Annual(2024, imports), TestSeries.Annual(2024, exports)),
        Period.OfYear(2024)).Value!.Value;

    private static decimal Percent(decimal now, decimal then) => 100m * GrowthRate.OfLevel(now, then).Value;

    private static decimal MagnetsInThreeMonths() => IndicatorRun.Compute(
        "quantity.roll3",
        new Subject("CN", "WORLD", "85051110", Flow.Export),
        new IndicatorInputs(null, null) { Quantity = TestSeries.Monthly(Month.Of(2025, 7), 5577m, 6146m, 5774m, 5473m), QuantityUnit = "T" },
        Period.Of(Month.Of(2025, 10))).Value!.Value;
}
