using Plimsoll.Indicators;
using Plimsoll.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators;

public sealed class IndicatorRunTests
{
    private static readonly Month January = Month.Of(2024, 1);
    private static readonly Period LastMonth = Period.Of(Month.Of(2025, 12));
    private static readonly Subject Imports = new("EU27_2020", "CN", "TOTAL", Flow.Import);

    // Imports 1, 2, 3, … 24; exports half of them.
    private static readonly Series Rising = TestSeries.Monthly(January, Enumerable.Range(1, 24).Select(n => (decimal)n));
    private static readonly Series Halves = TestSeries.Monthly(January, Enumerable.Range(1, 24).Select(n => n / 2m));

    [Fact]
    public void A_reading_lists_its_inputs_in_order_with_unit_and_valuation()
    {
        var reading = IndicatorRun.Compute("balance.roll12", Imports with { Flow = Flow.None }, new IndicatorInputs(Rising, Halves), LastMonth);
        reading.Value.ShouldBe(-111m); // 13 + … + 24 = 222, and half of it.
        reading.Unit.ShouldBe("EUR");
        reading.Valuation.ShouldBe("EU27_2020 CIF/FOB");
        reading.Period.ShouldBe(LastMonth);
        reading.Inputs.ShouldBe([new ReadingInput("exports 2025-01..2025-12", 111m, "EUR"), new ReadingInput("imports 2025-01..2025-12", 222m, "EUR")]);
        reading.Coverage.ConfidentialShare.ShouldBe(0m);
    }

    [Theory]
    [InlineData("value.month", Flow.Import, "EUR", "EU27_2020 CIF")]
    [InlineData("value.month", Flow.Export, "EUR", "EU27_2020 FOB")]
    [InlineData("unit_value.month", Flow.Import, "EUR/PST", "EU27_2020 CIF")]
    [InlineData("quantity.month", Flow.Import, "PST", "EU27_2020")]
    [InlineData("quantity.month.vs_prev_year", Flow.Import, "ratio", "EU27_2020")]
    [InlineData("share.month", Flow.Import, "ratio", "EU27_2020 CIF")]
    [InlineData("share.month.vs_prev_year", Flow.Import, "points", "EU27_2020 CIF")]
    public void Unit_and_valuation_follow_the_measure(string id, Flow flow, string unit, string valuation)
    {
        var inputs = new IndicatorInputs(Rising, Halves) { Quantity = Rising, QuantityUnit = "PST", Denominator = Rising };
        var reading = IndicatorRun.Compute(id, Imports with { Flow = flow }, inputs, LastMonth);
        reading.Unit.ShouldBe(unit);
        reading.Valuation.ShouldBe(valuation);
        reading.Reason.ShouldBeNull();
    }

    [Theory]
    [InlineData(PointState.Missing, "IND-0003")]
    [InlineData(PointState.Partial, "IND-0004")]
    public void A_hole_in_the_window_leaves_no_value_and_names_the_month(PointState state, string code)
    {
        var hole = Month.Of(2025, 11);
        var reading = IndicatorRun.Compute("value.roll3", Imports, new IndicatorInputs(Rising.With(hole, state), null), LastMonth);
        reading.Value.ShouldBeNull();
        reading.Reason!.Code.ShouldBe(code);
        reading.Coverage.MissingPeriods.ShouldBe([Period.Of(hole)]);
    }

    [Fact]
    public void A_hole_in_the_baseline_leaves_no_growth_and_still_shows_the_window()
    {
        var hole = Month.Of(2024, 12);
        var reading = IndicatorRun.Compute("value.month.vs_prev_year", Imports, new IndicatorInputs(Rising.With(hole, PointState.Missing), null), LastMonth);
        reading.Value.ShouldBeNull();
        reading.Reason!.Code.ShouldBe("IND-0003");
        reading.Coverage.MissingPeriods.ShouldBe([Period.Of(hole)]);
        reading.Inputs[0].ShouldBe(new ReadingInput("imports 2025-12", 24m, "EUR"));
    }

    [Fact]
    public void A_suppressed_cell_leaves_a_value_of_unknown_coverage()
    {
        var reading = IndicatorRun.Compute("value.roll3", Imports, new IndicatorInputs(Rising.With(Month.Of(2025, 11), PointState.Suppressed), null), LastMonth);
        reading.Value.ShouldBe(69m);
        reading.Coverage.ConfidentialShare.ShouldBeNull();
        reading.Coverage.MissingPeriods.ShouldBeEmpty();
    }

    [Fact]
    public void Secret_partners_give_the_coverage()
    {
        var inputs = new IndicatorInputs(Rising, null) { Denominator = TestSeries.Monthly(January, Enumerable.Repeat(100m, 24)), Secret = TestSeries.Monthly(January, Enumerable.Repeat(4m, 24)) };
        IndicatorRun.Compute("share.month", Imports, inputs, LastMonth).Coverage.ConfidentialShare.ShouldBe(0.04m);
    }

    [Theory]
    [InlineData("share.month", "IND-0004")]
    [InlineData("value.month", null)]
    public void A_share_is_refused_when_its_denominator_is_partial(string id, string? code)
    {
        var inputs = new IndicatorInputs(Rising, null) { Denominator = Rising.With(LastMonth.Start, PointState.Partial) };
        (IndicatorRun.Compute(id, Imports, inputs, LastMonth).Reason?.Code).ShouldBe(code);
    }

    [Fact]
    public void A_new_flow_has_no_growth_rate()
    {
        var series = TestSeries.Monthly(January, Enumerable.Range(0, 24).Select(n => n < 12 ? 0m : 5m));
        IndicatorRun.Compute("value.roll12.vs_prev_window", Imports, new IndicatorInputs(series, null), LastMonth).Reason!.Code.ShouldBe("IND-0005");
        IndicatorRun.Compute("value.month.vs_prev_year", Imports, new IndicatorInputs(series, null), Period.Of(Month.Of(2024, 12))).Reason!.Code.ShouldBe("IND-0003");
    }

    [Fact]
    public void Trade_that_nobody_weighed_is_not_a_new_flow()
    {
        var inputs = new IndicatorInputs(Rising, null) { Quantity = TestSeries.Monthly(January, Enumerable.Range(0, 24).Select(n => n < 12 ? 0m : 5m)) };
        IndicatorRun.Compute("quantity.roll12.vs_prev_window", Imports, inputs, LastMonth).Reason!.Code.ShouldBe("IND-0009");
        IndicatorRun.Compute("unit_value.roll12.vs_prev_window", Imports, inputs, LastMonth).Reason!.Code.ShouldBe("IND-0009");
    }

    [Theory]
    [InlineData("value.month", "IND-0013")]
    [InlineData("share.month", "IND-0013")]
    [InlineData("balance.month", "IND-0002")]
    [InlineData("hhi.month", "IND-0002")]
    public void What_was_not_given_is_the_reason(string id, string code) =>
        IndicatorRun.Compute(id, Imports with { Flow = Flow.None }, new IndicatorInputs(Rising, null), LastMonth).Reason!.Code.ShouldBe(code);

    [Fact]
    public void Annual_series_support_years_and_refuse_months()
    {
        var inputs = new IndicatorInputs(TestSeries.Annual(2023, 517.8m, 520m), null);
        var year = IndicatorRun.Compute("value.calendar_year", Imports, inputs, Period.OfYear(2024));
        year.Value.ShouldBe(520m);
        year.Period.ShouldBe(Period.OfYear(2024));
        IndicatorRun.Compute("value.roll12", Imports, inputs, Period.OfYear(2024)).Value.ShouldBe(520m);
        IndicatorRun.Compute("value.roll3", Imports, inputs, Period.Of(Month.Of(2024, 3))).Reason!.Code.ShouldBe("IND-0012");
        IndicatorRun.Compute("value.roll12", Imports, inputs, Period.Of(Month.Of(2024, 11))).Reason!.Code.ShouldBe("IND-0003");
    }

    [Fact]
    public void A_calendar_year_is_the_last_one_that_is_over()
    {
        var inputs = new IndicatorInputs(Rising, null);
        IndicatorRun.Compute("value.calendar_year", Imports, inputs, Period.Of(Month.Of(2025, 11))).Period.ShouldBe(Period.OfYear(2024));
        IndicatorRun.Compute("value.calendar_year", Imports, inputs, Period.Of(Month.Of(2025, 12))).Period.ShouldBe(Period.OfYear(2025));
    }

    [Fact]
    public void Concentration_names_suppliers_largest_first_and_what_is_secret()
    {
        var inputs = new IndicatorInputs(null, null) { Suppliers = [Supplier("US", 30m), Supplier("CN", 60m), Supplier("QZ", 10m), Supplier("WORLD", 100m)] };
        var reading = IndicatorRun.Compute("hhi.month", Imports, inputs, LastMonth);
        (reading.Value!.Value - (5m / 9m)).ShouldBeInRange(-1e-27m, 1e-27m); // 60 and 30 of 90: 4/9 + 1/9.
        reading.Coverage.ConfidentialShare.ShouldBe(0.1m);
        reading.Inputs.Select(i => i.Name).Take(3).ShouldBe(["imports from CN 2025-12", "imports from US 2025-12", "imports from QZ 2025-12"]);
        var named = reading.Inputs.ToDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal);
        named["hhi lowest"].ShouldBe(0.45m); // 0.36 + 0.09
        named["hhi highest"].ShouldBe(0.58m); // 0.7² + 0.3²
    }

    [Fact]
    public void Concentration_without_a_known_supplier_for_more_than_a_tenth_gives_an_interval_and_no_verdict()
    {
        var inputs = new IndicatorInputs(null, null)
        {
            Suppliers = [Supplier("US", 30m), Supplier("CN", 60m)],
            Denominator = TestSeries.Monthly(January, Enumerable.Repeat(100.01m, 24)),
        };
        var reading = IndicatorRun.Compute("hhi.month", Imports, inputs, LastMonth);
        reading.Reason!.Code.ShouldBe("IND-0011");
        reading.Inputs.ShouldContain(i => i.Name.Equals("hhi highest", StringComparison.Ordinal) && i.Value > 0.55m);
    }

    [Fact]
    public void A_suppressed_supplier_needs_a_total()
    {
        var suppressed = Supplier("US", 30m) with { Imports = Supplier("US", 30m).Imports.With(LastMonth.Start, PointState.Suppressed) };
        var inputs = new IndicatorInputs(null, null) { Suppliers = [suppressed, Supplier("CN", 60m)] };
        IndicatorRun.Compute("hhi.month", Imports, inputs, LastMonth).Reason!.Code.ShouldBe("IND-0014");
        var bounded = inputs with { Denominator = TestSeries.Monthly(January, Enumerable.Repeat(95m, 24)) };
        IndicatorRun.Compute("hhi.month", Imports, bounded, LastMonth).Coverage.ConfidentialShare.ShouldBe(5m / 95m);
        var tooSmall = inputs with { Denominator = TestSeries.Monthly(January, Enumerable.Repeat(80m, 24)) };
        IndicatorRun.Compute("hhi.month", Imports, tooSmall, LastMonth).Reason!.Code.ShouldBe("IND-0010");
    }

    private static SupplierSeries Supplier(string code, decimal amount) =>
        new(BlockBuilder.Country(code), TestSeries.Monthly(January, Enumerable.Repeat(amount, 24)));
}
