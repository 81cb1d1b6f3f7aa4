using System.Globalization;
using Plimsoll.Indicators;
using Plimsoll.Indicators.Balance;
using Plimsoll.Indicators.Concentration;
using Plimsoll.Indicators.Growth;
using Plimsoll.Indicators.Share;
using Plimsoll.Indicators.UnitValue;
using Plimsoll.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators;

/// <summary>The worked examples on the method pages are recomputed from the pages.</summary>
public sealed class MethodPageTests
{
    private static readonly Dictionary<string, Func<Given, decimal>> Computations = new(StringComparer.Ordinal)
    {
        ["avg_weekly"] = g => Weekly(g["year"], (int)g["days"]),
        ["avg3y"] = g => Reading("value.avg3y", TestSeries.Annual(2023, g.All("years")), Period.OfYear(2025)),
        ["balance"] = g => TradeBalance.Rolling(TestSeries.Annual(2024, g["exports"]), TestSeries.Annual(2024, g["imports"]), 12).Points[0].Value!.Value,
        ["cover_ratio"] = g => TradeBalance.CoverRatio(g["exports"], g["imports"]).Value,
        ["import_ratio"] = g => TradeBalance.ImportRatio(g["imports"], g["exports"]).Value,
        ["growth"] = g => GrowthRate.OfLevel(g["now"], g["then"]).Value,
        ["deficit_growth"] = g => GrowthRate.OfDeficit(g["now"], g["then"]).Value,
        ["points"] = g => PointsOfShare(g["now"], g["then"]),
        ["unit_value"] = g => UnitPrice.Of(g["value"], g["quantity"]).Value,
        ["share"] = g => MarketShare.Of(g["part"], g["whole"]).Value,
        ["log_mean"] = g => PriceVolumeSplit.LogarithmicMean(g["a"], g["b"]),
        ["lmdi.price"] = g => Lmdi(g).Price,
        ["lmdi.volume"] = g => Lmdi(g).Volume,
        ["bennet.price"] = g => Bennet(g).Price,
        ["bennet.volume"] = g => Bennet(g).Volume,
        ["hhi.index"] = g => Concentration(g).Index,
        ["hhi.lowest"] = g => Concentration(g).Lowest,
        ["hhi.highest"] = g => Concentration(g).Highest,
        ["hhi.largest3"] = g => Concentration(g).LargestThreeShare,
        ["hhi.effective"] = g => Concentration(g).EffectiveSuppliers,
    };

    public static TheoryData<string> Pages() =>
        ["indicators.md", "balance.md", "growth.md", "unit-value.md", "price-volume-split.md", "share.md", "concentration.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_worked_example_of_a_page_is_what_the_code_computes(string page)
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "methods", page))
            .SkipWhile(line => !line.StartsWith("| compute |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToArray();
        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
        {
            var printed = row[3];
            Rounded(Computations[row[1]](new Given(row[2])), printed).ShouldBe(printed, $"{page}: {row[1]} of {row[2]}");
        }
    }

    /// <summary>A number as a page prints it: as many decimals as <paramref name="printed"/> has.</summary>
    internal static string Rounded(decimal number, string printed)
    {
        var decimals = printed.Contains('.', StringComparison.Ordinal) ? printed.Length - printed.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return decimal.Round(number, decimals, MidpointRounding.AwayFromZero).ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    internal static SupplierConcentration Concentration(Given given) =>
        SupplierConcentration.Of(given.All("suppliers"), given.OrZero("secret"), given.OrZero("others")).Value;

    internal static PriceVolumeSplit Lmdi(Given g) => PriceVolumeSplit.Lmdi(g["value0"], g["quantity0"], g["value1"], g["quantity1"]).Value;

    private static PriceVolumeSplit Bennet(Given g) => PriceVolumeSplit.Bennet(g["value0"], g["quantity0"], g["value1"], g["quantity1"]).Value;

    private static decimal Weekly(decimal year, int days)
    {
        // 2025 has 365 days, 2024 has 366.
        var annual = days == 365 ? 2025 : 2024;
        return Reading("value.avg_weekly", TestSeries.Annual(annual, year), Period.OfYear(annual));
    }

    private static decimal PointsOfShare(decimal now, decimal then)
    {
        var inputs = new IndicatorInputs(TestSeries.Annual(2024, then, now), null) { Denominator = TestSeries.Annual(2024, 1m, 1m) };
        return IndicatorRun.Compute("share.calendar_year.vs_prev_year", Subject, inputs, Period.OfYear(2025)).Value!.Value;
    }

    private static decimal Reading(string id, Series imports, Period at) =>
        IndicatorRun.Compute(id, Subject, new IndicatorInputs(imports, null), at).Value!.Value;

    private static Subject Subject { get; } = new("EU27_2020", "CN", "TOTAL", Flow.Import);

    /// <summary>The inputs of a worked example: <c>name number number; name number</c>.</summary>
    internal sealed class Given(string text)
    {
        private readonly Dictionary<string, decimal[]> numbers = text.Split(';', StringSplitOptions.TrimEntries)
            .Select(part => part.Split(' '))
            .ToDictionary(words => words[0], words => words.Skip(1).Select(ReferenceCsv.Number).ToArray(), StringComparer.Ordinal);

        internal decimal this[string name] => numbers[name].Single();

        internal decimal[] All(string name) => numbers[name];

        internal decimal OrZero(string name) => numbers.TryGetValue(name, out var values) ? values.Single() : 0m;
    }
}
