using Plimsoll.Agreements.Run;
using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary><c>computation.json</c>: from the rows to the colour, period by period.</summary>
/// <param name="Finding">Id of the finding.</param>
/// <param name="Sides">Which cells enter which sum, for each vintage and party.</param>
/// <param name="Periods">The history, oldest period first; the last is the finding's.</param>
internal sealed record Computation(string Finding, IReadOnlyList<Computation.SidePart> Sides, IReadOnlyList<Computation.PeriodPart> Periods)
{
    internal const string Newest = "newest";

    internal static Computation Of(FindingTrace trace) => new(
        trace.Finding.Id,
        [.. trace.Periods.DistinctBy(p => VintageOf(p.Vintage), StringComparer.Ordinal).SelectMany(p => p.Sides.Select(s => Side(VintageOf(p.Vintage), s)))],
        [.. trace.Periods.Zip(trace.History).Select(p => Period(trace.Clause, p.First, p.Second.Zone))]);

    internal static string VintageOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? Newest;

    private static SidePart Side(string vintage, SideCells side) => new(vintage, side.Figures, side.Source, side.Step, side.Currency, side.Products, side.Sums);

    private static PeriodPart Period(Clause clause, PeriodTrace trace, Zone zone)
    {
        var day = trace.Period.End.Plus(1).FirstDay.AddDays(-1);
        return new PeriodPart(
            trace.Period,
            day,
            VintageOf(trace.Vintage),
            [.. trace.Readings.Select(r => Reading(clause, r.Key.Figures, r.Value))],
            [.. clause.Sides.SelectMany(side => Comparisons(clause, side, day, trace.Readings))],
            zone);
    }

    private static ReadingPart Reading(Clause clause, Figures figures, Reading reading) => new(
        figures,
        reading.Indicator,
        reading.Period,
        reading.Value,
        reading.Unit,
        reading.Valuation,
        reading.Coverage.ConfidentialShare,
        reading.Coverage.MissingPeriods,
        reading.Inputs,
        reading.Reason,
        clause.Quality.Refuse(reading));

    private static IEnumerable<ComparisonPart> Comparisons(Clause clause, Figures side, DateOnly day, IReadOnlyDictionary<IndicatorNeed, Reading> readings)
    {
        var values = readings.Where(r => r.Key.Figures == side)
            .ToDictionary(r => r.Key.Indicator, r => clause.Quality.Refuse(r.Value) is null ? r.Value.Value : null, StringComparer.Ordinal);
        ComparisonPart Compare(string threshold, string indicator, Comparator comparator, string level, decimal? limit)
        {
            var value = values.GetValueOrDefault(indicator);
            return new ComparisonPart(side, threshold, indicator, value, comparator.Symbol(), level, limit, value is { } known && limit is { } at ? comparator.IsCrossed(known, at) : null);
        }

        var held = from threshold in clause.Condition.Thresholds
                   from named in threshold.On(day)?.Named ?? []
                   select Compare(threshold.Id, threshold.Indicator, threshold.Comparator, named.Level, named.Limit.At(values));
        return clause.Materiality is { } floor
            ? held.Append(Compare("materiality", floor.Indicator, floor.Comparator, "floor", floor.Value))
            : held;
    }

    /// <summary>Which cells of one party's figures enter which sum.</summary>
    internal sealed record SidePart(
        string Vintage, Figures Figures, string Source, int Step, string Currency, IReadOnlyList<string> Products, IReadOnlyList<SumCells> Sums);

    /// <summary>One period.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="JudgedOn">The limits in force on this day apply.</param>
    /// <param name="Vintage">Vintage that was read.</param>
    /// <param name="Readings">Every reading that the clause needs.</param>
    /// <param name="Comparisons">Each value held against each limit.</param>
    /// <param name="Zone">What the period shows, given those before.</param>
    internal sealed record PeriodPart(
        Period Period, DateOnly JudgedOn, string Vintage, IReadOnlyList<ReadingPart> Readings, IReadOnlyList<ComparisonPart> Comparisons, Zone Zone);

    /// <summary>One reading, with everything that entered it in the order of the formula.</summary>
    /// <param name="Unusable">Why the clause does not use it; null when it does.</param>
    internal sealed record ReadingPart(
        Figures Figures,
        string Indicator,
        Period Period,
        decimal? Value,
        string Unit,
        string Valuation,
        decimal? ConfidentialShare,
        IReadOnlyList<Period> MissingPeriods,
        IReadOnlyList<ReadingInput> Inputs,
        Fault? Reason,
        Fault? Unusable);

    /// <summary>A value held against a limit.</summary>
    /// <param name="Crossed">Null when one of the two is not known.</param>
    internal sealed record ComparisonPart(
        Figures Figures, string Threshold, string Indicator, decimal? Value, string Comparator, string Level, decimal? Limit, bool? Crossed);
}
