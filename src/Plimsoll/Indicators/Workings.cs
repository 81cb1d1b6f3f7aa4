using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>What one computation read and found on its way: the lines that <c>explain</c> prints, and what was missing.</summary>
/// <param name="keepsLines">False for sweeps, which compute millions of readings and print none of the lines.</param>
internal sealed class Workings(bool keepsLines)
{
    private readonly List<ReadingInput> lines = [];
    private SortedSet<Period>? missing;

    internal bool KeepsLines => keepsLines;

    internal IReadOnlyList<ReadingInput> Lines => keepsLines ? lines : [];

    internal IReadOnlyList<Period> MissingPeriods => missing is null ? [] : [.. missing];

    /// <summary>True once a suppressed cell entered: the sums are lower bounds.</summary>
    internal bool Suppressed { get; private set; }

    /// <summary>Share of the current window that has no known partner; null while no input says.</summary>
    internal decimal? SecretShare { get; set; }

    /// <summary>The sum of a series over a span, noted; a fault when the series is absent, too coarse, or not complete.</summary>
    internal Parsed<decimal> Sum(string name, Series? series, WindowSpan span, string unit)
    {
        if (series is null)
        {
            return IndicatorFaults.NotGiven(name);
        }

        var total = 0m;
        Fault? fault = null;
        foreach (var period in span.Periods)
        {
            var point = period.Months % series.Step == 0 ? series.Sum(period) : SeriesPoint.None;
            if (keepsLines)
            {
                Note($"{name} {Words(period)}", point.Value, unit);
            }

            fault ??= Defect(series, period, point, name);
            total += point.Value ?? 0m;
        }

        return fault is null ? total : fault;
    }

    /// <summary>Adds a line to what <c>explain</c> prints.</summary>
    internal void Note(string name, decimal? value, string unit)
    {
        if (keepsLines)
        {
            lines.Add(new ReadingInput(name, value, unit));
        }
    }

    internal static string Words(Period period) => period.Months == 1 ? period.Start.ToString() : $"{period.Start}..{period.End}";

    private Fault? Defect(Series series, Period period, SeriesPoint point, string name)
    {
        if (period.Months % series.Step != 0)
        {
            return IndicatorFaults.TooCoarse(name);
        }

        Suppressed |= point.State == PointState.Suppressed;
        if (point.State < PointState.Suppressed)
        {
            NoteMissing(series, period);
        }

        return point.State switch
        {
            PointState.Missing => IndicatorFaults.NotPublished($"{name} {Words(period)}"),
            PointState.Partial => IndicatorFaults.PartlyPublished($"{name} {Words(period)}"),
            _ => null,
        };
    }

    private void NoteMissing(Series series, Period period)
    {
        missing ??= [];
        for (var start = period.Start; start <= period.End; start = start.Plus(series.Step))
        {
            var step = new Period(start, series.Step);
            if (series[step].State < PointState.Suppressed)
            {
                missing.Add(step);
            }
        }
    }
}
