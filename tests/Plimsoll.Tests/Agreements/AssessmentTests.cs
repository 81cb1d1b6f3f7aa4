using Plimsoll.Agreements;
using Plimsoll.Indicators;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

public sealed class AssessmentTests
{
    private static readonly Agreement Agreement = Shipped.Agreement("eu-china-illustrative");
    private static readonly Subject Total = new("EU27_2020", "CN", "TOTAL", Flow.None);

    // Published deficits, billion euro: mechanism figures for 2019 to 2025, 2024 as revised.
    private static readonly Dictionary<int, decimal> Published = new() { [2019] = 164.7m, [2020] = 181m, [2021] = 249m, [2022] = 397m, [2023] = 291m, [2024] = 312.3m, [2025] = 359.8m };

    [Fact]
    public void The_published_deficits_tell_the_story()
    {
        var findings = Annual("annual-goods-deficit", Published);
        findings.Select(finding => finding.Zone).ShouldBe([Zone.Green, Zone.Green, Zone.Green, Zone.Red, Zone.Green, Zone.Amber, Zone.Red]);
        findings[^1].Id.ShouldBe("eu-china-illustrative/annual-goods-deficit@EU27_2020.CN.TOTAL/2025");
        findings[^1].PreviousZone.ShouldBe(Zone.Amber);
        findings[0].PreviousZone.ShouldBe(Zone.NotAssessable);
        findings[^1].Thresholds.ShouldBe(new AppliedThresholds(-300_000_000_000m, -350_000_000_000m, "<", new DateOnly(2019, 1, 1)));
        findings[^1].Status.ShouldBe(AgreementStatus.Illustrative);
        findings[^1].Basis.ShouldBe("reporter");
    }

    [Fact]
    public void The_revision_of_2024_changes_a_verdict()
    {
        Annual("billion-a-day", new() { [2024] = 304.5m })[0].Zone.ShouldBe(Zone.Green);
        Annual("billion-a-day", new() { [2024] = 312.3m })[0].Zone.ShouldBe(Zone.Amber);
    }

    [Fact]
    public void Before_its_first_limits_a_clause_has_no_verdict()
    {
        var finding = Annual("annual-goods-deficit", new() { [2018] = 500m })[0];
        finding.Zone.ShouldBe(Zone.NotAssessable);
        finding.Reason!.Code.ShouldBe("AGR-0101");
        finding.Thresholds.Amber.ShouldBeNull();
    }

    [Fact]
    public void A_reading_without_value_hands_on_its_reason()
    {
        var finding = Assess("annual-goods-deficit", (need, period) => Make(need, period, null) with { Reason = new Fault("IND-0003", "Nothing published.") });
        finding.Zone.ShouldBe(Zone.NotAssessable);
        finding.Reason!.Code.ShouldBe("AGR-0102");
        finding.Reason.Message.ShouldContain("IND-0003");
    }

    [Fact]
    public void A_month_that_is_missing_takes_the_verdict()
    {
        var finding = Assess("annual-goods-deficit", (need, period) => Make(need, period, -1m) with { Coverage = new Coverage(0m, [period]) });
        finding.Zone.ShouldBe(Zone.NotAssessable);
        finding.Reason!.Code.ShouldBe("AGR-0104");
    }

    [Theory]
    [InlineData("0.1", Zone.Pending, null)]
    [InlineData("0.1001", Zone.NotAssessable, "AGR-0103")]
    [InlineData(null, Zone.NotAssessable, "AGR-0103")]
    public void Too_much_secret_trade_takes_the_verdict(string? secret, Zone zone, string? code)
    {
        decimal? share = secret is null ? null : decimal.Parse(secret, System.Globalization.CultureInfo.InvariantCulture);
        var finding = Assess("import-surge", (need, period) => Make(need, period, need.Indicator switch
        {
            "quantity.roll12.vs_prev_window" => 0.3m,
            "unit_value.roll12.vs_prev_window" => -0.2m,
            _ => 1_000_000m,
        }) with
        { Coverage = new Coverage(share, []) });
        finding.Zone.ShouldBe(zone);
        finding.Reason?.Code.ShouldBe(code);
    }

    [Fact]
    public void The_reading_that_decides_comes_first_and_none_is_left_out()
    {
        var finding = Assess("import-surge", (need, period) => Make(need, period, need.Indicator switch
        {
            "quantity.roll12.vs_prev_window" => 0.3m,
            "unit_value.roll12.vs_prev_window" => -0.06m,
            _ => 1_000_000m,
        }));
        finding.Readings.Select(reading => reading.Indicator).ShouldBe(["unit_value.roll12.vs_prev_window", "quantity.roll12.vs_prev_window", "value.avg_weekly"]);
        finding.Thresholds.Amber.ShouldBe(-0.05m);
    }

    [Fact]
    public void A_clause_says_what_it_needs_and_from_whom()
    {
        Shipped.Clause(Agreement.Id, "import-surge").Needs.ShouldBe(
        [
            new("quantity.roll12.vs_prev_window", Figures.Reporter),
            new("unit_value.roll12.vs_prev_window", Figures.Reporter),
            new("value.avg_weekly", Figures.Reporter),
        ]);
        Shipped.Clause(Agreement.Id, "deficit-on-chinese-figures").Needs.ShouldBe([new("balance.calendar_year", Figures.Counterpart)]);
        Shipped.Clause(Agreement.Id, "deficit-growth-both").Needs.Select(need => need.Figures).ShouldBe([Figures.Reporter, Figures.Counterpart]);
    }

    [Fact]
    public void A_clause_names_its_subjects()
    {
        Shipped.Clause(Agreement.Id, "import-surge-member").Applies.Subjects(_ => ["DE", "EL"], () => ["85076000"]).ShouldBe(
            [new("DE", "CN", "85076000", Flow.Import), new("EL", "CN", "85076000", Flow.Import)]);
        Shipped.Clause(Agreement.Id, "cover-ratio").Applies.Subjects(_ => [], () => []).ShouldBe([Total]);
    }

    private static IReadOnlyList<Finding> Annual(string clause, Dictionary<int, decimal> deficits) => Assessment.Assess(
        Agreement,
        Shipped.Clause(Agreement.Id, clause),
        Total,
        [.. deficits.Keys.Order().Select(Period.OfYear)],
        (need, period) => Make(need, period, -deficits[period.Start.Year] * 1_000_000_000m),
        ReadVintage.Newest);

    private static Finding Assess(string clause, Func<IndicatorNeed, Period, Reading> read) =>
        Assessment.Assess(Agreement, Shipped.Clause(Agreement.Id, clause), Total, [Period.OfYear(2025)], read, ReadVintage.Newest)[0];

    private static Reading Make(IndicatorNeed need, Period period, decimal? value) => new(need.Indicator, Total, period, value, "EUR", "CIF/FOB", Coverage.Full, [], null);
}
