using System.Text.RegularExpressions;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Terms;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

public sealed partial class AgreementPagesTests
{
    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code()
    {
        var codes = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Plimsoll", "Agreements"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal);
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "codes"), "AGR-*.md").Select(Path.GetFileNameWithoutExtension);
        codes.ShouldBe(pages!, ignoreOrder: true);
    }

    [Fact]
    public void The_worked_example_of_the_page_on_zones_is_what_happens()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "methods", "zones.md"))
            .SkipWhile(line => !line.StartsWith("| month", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        rows.Count.ShouldBe(6);
        var limits = new DatedLimits(new DateOnly(2020, 1, 1), Limit.Of(300), null, Limit.Of(285), null, "", new Uri("https://example.org/"));
        var condition = new Threshold("deficit", "deficit", Comparator.Above, "", [limits]);
        var outcomes = rows.Select(row => new PeriodOutcome(
            Period.Of(Month.Of(2026, int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture))),
            condition.Evaluate(
                new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["deficit"] = decimal.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture) },
                new DateOnly(2026, 6, 30)).Crossing)).ToList();
        outcomes.Select(outcome => outcome.Crossing.Amber == Truth.Yes ? "yes" : "no").ShouldBe(rows.Select(row => row[2]));
        outcomes.Select(outcome => outcome.Crossing.HoldsAmber == Truth.No ? "yes" : "no").ShouldBe(rows.Select(row => row[3]));
        var states = ZoneHistory.Fold(outcomes, new Persistence(2, 3));
        states.Select(state => state.Settled.ToString().ToLowerInvariant()).ShouldBe(rows.Select(row => row[4]));
        states.Select(state => state.Zone.ToString().ToLowerInvariant()).ShouldBe(rows.Select(row => row[5]));
    }

    [GeneratedRegex("AGR-[0-9]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
