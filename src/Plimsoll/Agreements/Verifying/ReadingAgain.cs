using Plimsoll.Agreements.Evidence;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Verifying;

/// <summary>
/// A reading computed a second time, from the pages under docs/methods and not from the code of the indicators, so that an error in
/// one of the two shows.
/// </summary>
/// <param name="Indicator">Id with version.</param>
/// <param name="Period">Last period that enters.</param>
/// <param name="Value">Null where the method gives none.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Valuation">CIF or FOB, and whose statistics.</param>
/// <param name="ConfidentialShare">Share without known partner, where the rows tell; else null.</param>
/// <param name="Derived">Lines of the computation that follow from sums.</param>
internal sealed record ReadingAgain(
    string Indicator, Period Period, decimal? Value, string Unit, string Valuation, decimal? ConfidentialShare, IReadOnlyList<(string Name, decimal? Value)> Derived)
{
    private const decimal MostUnknown = 0.1m;

    internal static ReadingAgain Of(Computation.ReadingPart said, Computation.PeriodPart period, RowTotals? rows, Subject subject)
    {
        var id = said.Indicator.Split('/')[0];
        var read = Indicators.Indicator.Parse(id);
        if (!read.Ok || rows is null)
        {
            return new ReadingAgain(said.Indicator, said.Period, null, said.Unit, said.Valuation, null, []);
        }

        var indicator = read.Value;
        var window = WindowOf(indicator.Window, period.Period.End);
        var published = said.Inputs.Any(i => NamedInput.Parse(i.Name) is { Sum: "published balance" } one && one.Window == window);
        var now = Level(indicator, [window], rows, subject, published);
        var (value, derived) = indicator.Baseline == Baseline.None ? (now, []) : Change(indicator, now, window, said, rows, subject);
        return new ReadingAgain(
            $"{id}/{IndicatorRun.MethodVersion}",
            indicator.Window == Indicators.Window.CalendarYear ? window : Period.Of(window.End),
            value,
            UnitOf(indicator, rows),
            ValuationOf(indicator.Measure, rows.Side.Figures == Figures.Reporter ? subject.Reporter : subject.Partner, subject.Flow),
            Secret(indicator.Measure, rows, window),
            derived);
    }

    private static (decimal? Value, IReadOnlyList<(string, decimal?)> Derived) Change(
        Indicator indicator, decimal? now, Period window, Computation.ReadingPart said, RowTotals rows, Subject subject)
    {
        var windows = Earlier(indicator, window);
        var published = said.Inputs.Any(i => NamedInput.Parse(i.Name) is { Sum: "published balance" } one && windows.Contains(one.Window));
        var then = Level(indicator, windows, rows, subject, published);
        var name = said.Indicator.Split('.')[0];
        if (said.Value is null || now is not { } after || then is not { } before)
        {
            return (null, []);
        }

        decimal? change = indicator.Measure switch
        {
            IndicatorMeasure.Share or IndicatorMeasure.CoverRatio or IndicatorMeasure.Ratio or IndicatorMeasure.Hhi => after - before,
            IndicatorMeasure.Balance when after >= 0 || before >= 0 => null,
            _ => before == 0 ? null : (after / before) - 1m,
        };
        return (change, [($"{name} now", after), ($"{name} in the baseline", before), ("change", after - before)]);
    }

    private static decimal? Level(Indicator indicator, IReadOnlyList<Period> windows, RowTotals rows, Subject subject, bool published)
    {
        decimal? Sum(string name) => rows.Sum(name, null, windows);
        decimal? Flow() => Sum(subject.Flow == Trade.Flow.Export ? "exports" : "imports");
        return indicator.Measure switch
        {
            IndicatorMeasure.Value => Average(indicator.Window, Flow(), windows),
            IndicatorMeasure.Quantity => Average(indicator.Window, Sum("quantity"), windows),
            IndicatorMeasure.UnitValue => Quotient(Flow(), Sum("quantity")),
            IndicatorMeasure.Share => Quotient(Flow(), Sum("denominator")),
            IndicatorMeasure.Balance => Average(indicator.Window, published ? Sum("published balance") : Sum("exports") - Sum("imports"), windows),
            IndicatorMeasure.CoverRatio => Quotient(Sum("exports"), Sum("imports")),
            IndicatorMeasure.Ratio => Quotient(Sum("imports"), Sum("exports")),
            _ => Concentration(rows, windows),
        };
    }

    private static decimal? Average(Window window, decimal? sum, IReadOnlyList<Period> windows) => window switch
    {
        Indicators.Window.AvgWeekly => sum * 7 / windows.Sum(w => w.End.Plus(1).FirstDay.DayNumber - w.Start.FirstDay.DayNumber),
        Indicators.Window.Avg3y => sum / (3 * windows.Count),
        _ => sum / windows.Count,
    };

    private static decimal? Quotient(decimal? amount, decimal? divisor) => divisor is null or 0 ? null : amount / divisor;

    private static decimal? Secret(IndicatorMeasure measure, RowTotals rows, Period window)
    {
        if (measure == IndicatorMeasure.Hhi)
        {
            var (named, all) = Suppliers(rows, [window]);
            return all == 0 ? null : (all - named.Sum()) / all;
        }

        return Quotient(rows.Sum("secret partners", null, [window]), rows.Sum("denominator", null, [window]));
    }

    // Squares of the shares of named suppliers in what named suppliers bring; none when more than a tenth has no name.
    private static decimal? Concentration(RowTotals rows, IReadOnlyList<Period> windows)
    {
        var (named, all) = Suppliers(rows, windows);
        var known = named.Sum();
        return known <= 0 || (all - known) / all > MostUnknown ? null : named.Sum(a => a / known * (a / known));
    }

    private static (List<decimal> Named, decimal All) Suppliers(RowTotals rows, IReadOnlyList<Period> windows)
    {
        var suppliers = rows.ByPartner("imports from", windows);
        var named = suppliers.Where(s => !s.Partner.IsSecret && !s.Partner.IsAggregate && s.Amount != 0).Select(s => s.Amount).OrderDescending().ToList();
        return (named, rows.Sum("denominator", null, windows) ?? named.Sum() + suppliers.Where(s => s.Partner.IsSecret).Sum(s => s.Amount));
    }

    private static Period WindowOf(Window window, Month end) => window switch
    {
        Indicators.Window.Month => Period.Of(end),
        Indicators.Window.Roll3 => new Period(end.Plus(-2), 3),
        Indicators.Window.CalendarYear => Period.OfYear(end.Number == 12 ? end.Year : end.Year - 1),
        Indicators.Window.Avg3y => new Period(end.Plus(-35), 36),
        _ => new Period(end.Plus(-11), 12),
    };

    private static IReadOnlyList<Period> Earlier(Indicator indicator, Period now)
    {
        Period Before(int months) => now with { Start = now.Start.Plus(-months) };
        return indicator.Baseline switch
        {
            Baseline.PrevYear => [Before(12)],
            Baseline.PrevWindow => [Before(now.Months)],
            Baseline.Avg3y => [Before(36), Before(24), Before(12)],
            _ => [WindowOf(indicator.Window, indicator.FixedPeriod!.Value.End)],
        };
    }

    private static string UnitOf(Indicator indicator, RowTotals rows)
    {
        var currency = rows.Side.Currency;
        var quantity = rows.Side.Sums.Any(s => s is { Name: "quantity", Measure: Store.Measure.Supplementary }) ? rows.SupplementaryUnit : "KG";
        var isShare = indicator.Measure is IndicatorMeasure.Share or IndicatorMeasure.CoverRatio or IndicatorMeasure.Ratio or IndicatorMeasure.Hhi;
        return (indicator.Baseline, indicator.Measure) switch
        {
            (not Baseline.None, _) => isShare ? "points" : "ratio",
            (_, IndicatorMeasure.Value or IndicatorMeasure.Balance) => currency,
            (_, IndicatorMeasure.Quantity) => quantity,
            (_, IndicatorMeasure.UnitValue) => $"{currency}/{quantity}",
            _ => "ratio",
        };
    }

    private static string ValuationOf(IndicatorMeasure measure, string whose, Flow flow) => whose + measure switch
    {
        IndicatorMeasure.Quantity => "",
        IndicatorMeasure.Balance or IndicatorMeasure.CoverRatio or IndicatorMeasure.Ratio => " CIF/FOB",
        IndicatorMeasure.Hhi => " CIF",
        _ => flow == Trade.Flow.Export ? " FOB" : " CIF",
    };
}
