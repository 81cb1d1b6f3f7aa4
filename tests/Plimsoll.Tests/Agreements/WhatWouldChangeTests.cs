using CsCheck;
using Plimsoll.Agreements;
using Plimsoll.Indicators;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

/// <summary>What would begin or end a colour, over all conditions of a clause. Differences to the limits are by hand.</summary>
public sealed class WhatWouldChangeTests
{
    private const string Surge = "import-surge";
    private static readonly Subject Total = new("EU27_2020", "CN", "TOTAL", Flow.None);

    // Two of three criteria: a surplus of 15 billion dollars; a current account of 3 % or 1 percentage point of gap; purchases of 2 % in
    // 8 of 12 months.
    private const string Surplus = "external:goods-services-surplus.roll12";
    private const string Account = "external:current-account-gdp.roll12";
    private const string Gap = "external:current-account-gap-gdp.roll12";
    private const string Purchases = "external:net-fx-purchases-gdp.roll12";
    private const string Buying = "external:months-with-net-purchases.roll12";

    [Fact]
    public void A_red_deficit_ends_at_its_limits()
    {
        // 359.8 is 9.8 beyond red and 59.8 beyond amber; back at the limit it is no longer beyond it.
        var changes = Of("annual-goods-deficit", ("balance.calendar_year", -359.8e9m));
        changes.Select(c => (c.Level, c.Ends, c.Needed)).ShouldBe([("amber", true, 1), ("red", true, 1)]);
        changes.SelectMany(c => c.Changes).Select(d => (d.Limit, d.Change, d.MustPass)).ShouldBe([("amber", 59.8e9m, false), ("red", 9.8e9m, false)]);
        changes[1].Changes[0].Share!.Value.ShouldBe(9.8m / 359.8m);
    }

    [Fact]
    public void A_green_deficit_must_pass_a_strict_limit()
    {
        var begins = Of("annual-goods-deficit", ("balance.calendar_year", -291e9m))[0];
        (begins.Level, begins.Ends).ShouldBe(("amber", false));
        begins.Changes.ShouldHaveSingleItem().ShouldBe(new Distance("balance.calendar_year", "EUR", "CIF/FOB", "amber", -300e9m, -9e9m, -9m / 291m, MustPass: true));
    }

    [Fact]
    public void Exactly_at_a_strict_limit_any_step_past_it_is_enough() =>
        Of("annual-goods-deficit", ("balance.calendar_year", -300e9m))[0].Changes.ShouldHaveSingleItem().Change.ShouldBe(0m);

    [Fact]
    public void Without_a_value_nothing_can_be_said_to_change_it() => Of("annual-goods-deficit", ("balance.calendar_year", null)).ShouldBeEmpty();

    [Fact]
    public void A_settled_colour_is_left_at_its_exit_limit()
    {
        Rolling(-310e9m, -310e9m, -310e9m).Select(c => (c.Level, c.Ends, c.Changes.Single().Limit, c.Changes.Single().Change))
            .ShouldBe([("amber", true, "exit_amber", 25e9m), ("red", false, "red", -40e9m)]);
    }

    [Fact]
    public void Of_joined_conditions_only_the_one_that_is_missing_is_named()
    {
        // Quantity +2 %, unit value −8 %, 300,000 euro a week: for amber (5 % and −5 %) only the quantity is missing, for red (25 % and
        // −10 %) both are.
        var changes = Of(Surge, ("quantity.roll12.vs_prev_window", 0.02m), ("unit_value.roll12.vs_prev_window", -0.08m), ("value.avg_weekly", 300_000m));
        (changes[0].Level, changes[0].Ends, changes[0].Needed).ShouldBe(("amber", false, 1));
        changes[0].Changes.ShouldHaveSingleItem().ShouldBe(new Distance("quantity.roll12.vs_prev_window", "ratio", "CIF/FOB", "amber", 0.05m, 0.03m, 1.5m, MustPass: false));
        (changes[1].Level, changes[1].Needed).ShouldBe(("red", 2));
        changes[1].Changes.Select(d => (d.Indicator.Split('.')[0], d.Change)).ShouldBe([("unit_value", -0.02m), ("quantity", 0.23m)]);
    }

    [Fact]
    public void A_joined_condition_ends_with_any_of_its_parts_and_with_the_floor()
    {
        var changes = Of(Surge, ("quantity.roll12.vs_prev_window", 0.30m), ("unit_value.roll12.vs_prev_window", -0.12m), ("value.avg_weekly", 250_000m));
        var amber = changes.Single(c => c.Level == "amber");
        (amber.Ends, amber.Needed).ShouldBe((true, 1));
        amber.Changes.Select(d => (d.Limit, d.Change, d.MustPass)).Order().ShouldBe([("amber", -0.25m, true), ("amber", 0.07m, true), ("floor", -50_000m, true)]);
    }

    [Fact]
    public void Of_two_in_three_criteria_any_that_completes_the_second_is_enough()
    {
        // The surplus counts, and of the purchases only the months are missing: 5 instead of 8.
        var amber = Treasury((Surplus, 20e9m), (Account, 0.01m), (Gap, 0m), (Purchases, 0.03m), (Buying, 5m)).Single(c => c.Level == "amber");
        (amber.Ends, amber.Needed).ShouldBe((false, 1));
        amber.Changes.Select(d => d.Indicator).Order(StringComparer.Ordinal).ShouldBe([Gap, Account, Buying], ignoreOrder: true);
    }

    [Fact]
    public void What_is_crossed_but_not_yet_for_long_enough_can_be_averted()
    {
        // Two months of a surplus, then −310 billion: amber (300) needs a second month; back at 300 it is averted.
        var amber = Rolling(50e9m, 50e9m, -310e9m).Single(c => c.Level == "amber");
        (amber.Held, amber.Ends, amber.Needed).ShouldBe((false, true, 1));
        amber.Changes.ShouldHaveSingleItem().Change.ShouldBe(10e9m);
    }

    [Fact]
    public void What_is_recovering_goes_on_past_the_exit_limit()
    {
        // Amber for two months, then −250 billion: it is held as long as two of three months lie past −285.
        var amber = Rolling(-310e9m, -310e9m, -250e9m).Single(c => c.Level == "amber");
        (amber.Held, amber.Ends, amber.Needed).ShouldBe((true, false, 1));
        var distance = amber.Changes.ShouldHaveSingleItem();
        (distance.Limit, distance.Change, distance.MustPass).ShouldBe(("exit_amber", -35e9m, true));
    }

    [Fact]
    public void The_fewest_changes_are_named_and_not_the_nearest()
    {
        // Nothing counts yet. The purchases are near (2 % and 8 months) but are two changes for one criterion, and a second is needed; the
        // surplus and one of the accounts are two for two. Of the accounts the gap is nearer: 0.5 to 1 point, 1 % to 3 %.
        var amber = Treasury((Surplus, 10e9m), (Account, 0.01m), (Gap, 0.005m), (Purchases, 0.018m), (Buying, 7m)).Single(c => c.Level == "amber");
        (amber.Needed, amber.OtherWays).ShouldBe((2, true));
        amber.Changes.Select(d => (d.Indicator, d.Change)).ShouldBe([(Surplus, 5e9m), (Gap, 0.005m)]);
    }

    [Fact]
    public void What_one_change_is_said_to_do_it_does()
    {
        var amount = Gen.Int[-5, 30];
        Gen.Select(amount, amount, amount, amount, Gen.Int[0, 12]).Sample((surplus, account, gap, purchases, months) =>
        {
            (string, decimal?)[] values = [(Surplus, surplus * 1e9m), (Account, account / 1000m), (Gap, gap / 1000m), (Purchases, purchases / 1000m), (Buying, months)];
            foreach (var change in Treasury(values))
            {
                foreach (var distance in change.Changes.Where(_ => change.Needed == 1))
                {
                    var moved = values.Select(v => v.Item1 == distance.Indicator ? (v.Item1, distance.At) : v).ToArray();
                    Zone(moved).ShouldBe(Plimsoll.Agreements.Zone.Amber);
                }

                if (change.Needed > 1)
                {
                    foreach (var distance in change.Changes)
                    {
                        var moved = values.Select(v => v.Item1 == distance.Indicator ? (v.Item1, distance.At) : v).ToArray();
                        Zone(moved).ShouldBe(Zone(values));
                    }

                    var chosen = change.Changes.Take(change.Needed).ToDictionary(d => d.Indicator, d => d.At, StringComparer.Ordinal);
                    Zone([.. values.Select(v => chosen.TryGetValue(v.Item1, out var at) ? (v.Item1, at) : v)]).ShouldBe(Plimsoll.Agreements.Zone.Amber);
                }
            }
        });
    }

    private static IReadOnlyList<ColourChange> Rolling(params decimal[] values)
    {
        var clause = Shipped.Clause(Shipped.Agreement("eu-china-illustrative").Id, "rolling-goods-deficit");
        var months = values.Select((_, i) => Period.Of(Month.Of(2026, 1).Plus(i))).ToList();
        return WhatWouldChange.Of(clause, Assessment.Assess(Shipped.Agreement("eu-china-illustrative"), clause, Total, months, (need, period) => Make(need, period, values[months.IndexOf(period)]), ReadVintage.Newest)[^1]);
    }

    private static Zone Zone((string, decimal?)[] values) => TreasuryFinding(values).Finding.Zone;

    // Where a colour ends the limits must be passed: the criteria are of the kind "at least".
    private static List<ColourChange> Treasury(params (string, decimal?)[] values) => TreasuryFinding(values) is var (clause, finding) ? [.. WhatWouldChange.Of(clause, finding).Where(c => !c.Ends)] : [];

    private static (Clause Clause, Finding Finding) TreasuryFinding((string Indicator, decimal? Value)[] values)
    {
        var agreement = Shipped.Agreement("us-treasury-fx");
        var clause = agreement.Clauses[0];
        var finding = Assessment.Assess(agreement, clause, Total, [Period.Of(Month.Of(2025, 12))], (need, period) => Make(need, period, values.Single(v => v.Indicator == need.Indicator).Value), ReadVintage.Newest)[0];
        return (clause, finding);
    }

    private static IReadOnlyList<ColourChange> Of(string name, params (string Indicator, decimal? Value)[] values)
    {
        var agreement = Shipped.Agreement("eu-china-illustrative");
        var clause = Shipped.Clause(agreement.Id, name);
        var periods = clause.Persistence.N == 1 ? [Period.OfYear(2025)] : Enumerable.Range(0, clause.Persistence.N).Select(i => Period.Of(Month.Of(2025, 10).Plus(i))).ToList();
        var finding = Assessment.Assess(agreement, clause, Total, periods, (need, period) => Make(need, period, values.Single(v => v.Indicator == need.Indicator).Value), ReadVintage.Newest)[^1];
        return WhatWouldChange.Of(clause, finding);
    }

    private static Reading Make(IndicatorNeed need, Period period, decimal? value) =>
        new(need.Indicator, Total, period, value, need.Indicator.Contains("vs_", StringComparison.Ordinal) ? "ratio" : "EUR", "CIF/FOB", Coverage.Full, [], null);
}
