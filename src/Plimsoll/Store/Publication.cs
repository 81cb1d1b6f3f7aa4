using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>
/// What the source has published: whether a period is there at all, and whether it is there for every reporter that one would
/// expect. The rule is docs/methods/coverage.md.
/// </summary>
public sealed class Publication
{
    private const int Lookback = 12;
    private const int ShortestHistory = 3;

    // Reporters that stand for less than this of the cell's trade may be late without the total being called partial.
    private const decimal Tolerance = 0.01m;

    private readonly Axes axes;
    private readonly Dictionary<Period, long[]> totals = [];
    private readonly Dictionary<Period, HashSet<int>> lateReporters = [];
    private readonly HashSet<Period> whole;
    private readonly ILookup<Period, ReleaseScope> partial;

    internal Publication(Axes axes, IReadOnlyList<SnapshotSegment> segments, int months)
    {
        this.axes = axes;
        foreach (var segment in segments)
        {
            segment.AddTotals(totals, months);
        }

        Periods = [.. totals.Keys.Order()];
        whole = [.. segments.Where(s => s.Release.Scope is { Whole: true, Exhaustive: true }).SelectMany(s => s.Release.Scope.Periods)];
        partial = segments.Select(s => s.Release).DistinctBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Scope).Where(s => s is { Whole: false, Exhaustive: true })
            .SelectMany(s => s.Periods.Select(p => (Period: p, Scope: s)))
            .ToLookup(s => s.Period, s => s.Scope);
    }

    /// <summary>Published periods, ascending.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>
    /// True when exhaustive releases speak about every pair of these reporters and partners in the period, for at least one of the product codes: only
    /// then does an absent row mean no trade.
    /// </summary>
    public bool Covers(IReadOnlyList<string> products, Period period, IReadOnlyList<Country> reporters, IReadOnlyList<Country> partners, Flow flow)
    {
        if (whole.Contains(period))
        {
            return true;
        }

        var scopes = partial[period].Where(s => s.Flows.Contains(flow) && products.Any(s.Products.Holds)).ToList();
        return reporters.All(r => partners.All(p => scopes.Exists(s => s.Reporters.Holds(r.Code) && s.Partners.Holds(p.Code))));
    }

    /// <summary>
    /// Published when nothing that one would expect is missing, missing when everything is, partial in between. A pair of reporter and
    /// partner is expected when it had rows in each of the twelve published periods before. An expected pair without rows had no trade,
    /// unless its reporter lacks more than half of its expected pairs: then the reporter's month is not all there.
    /// </summary>
    public PointState StateOf(Period period, IReadOnlyList<int> reporters, IReadOnlyList<int> partners, Flow flow)
    {
        if (!totals.TryGetValue(period, out var now))
        {
            return PointState.Missing;
        }

        var late = LateReporters(period);
        if (late.Count == 0)
        {
            return PointState.Published;
        }

        var history = History(period);
        decimal expected = 0, absent = 0;
        foreach (var reporter in reporters)
        {
            foreach (var slot in partners.Select(partner => axes.Slot(reporter, partner, flow)).Where(slot => IsExpected(history, slot)))
            {
                var weight = history.Sum(h => (decimal)h[slot]);
                expected += weight;
                absent += now[slot] == Fixed3.Null && late.Contains(reporter) ? weight : 0;
            }
        }

        return absent == 0 ? PointState.Published
            : absent == expected ? PointState.Missing
            : absent > Tolerance * expected ? PointState.Partial
            : PointState.Published;
    }

    private HashSet<int> LateReporters(Period period)
    {
        lock (lateReporters)
        {
            if (!lateReporters.TryGetValue(period, out var late))
            {
                lateReporters.Add(period, late = [.. Enumerable.Range(0, axes.Reporters.Count).Where(reporter => IsLate(reporter, period))]);
            }

            return late;
        }
    }

    private bool IsLate(int reporter, Period period)
    {
        var history = History(period);
        var first = axes.Slot(reporter, 0, Flow.None);
        var end = axes.Slot(reporter + 1, 0, Flow.None);
        int expected = 0, present = 0;
        for (var slot = first; slot < end; slot++)
        {
            if (IsExpected(history, slot))
            {
                expected++;
                present += totals[period][slot] == Fixed3.Null ? 0 : 1;
            }
        }

        return present * 2 < expected;
    }

    private static bool IsExpected(List<long[]> history, int slot) =>
        history.Count >= ShortestHistory && history.TrueForAll(h => h[slot] != Fixed3.Null);

    // The twelve published periods before; for the first periods of a source, those after.
    private List<long[]> History(Period period)
    {
        var before = Periods.Where(p => p.CompareTo(period) < 0).TakeLast(Lookback).ToList();
        var chosen = before.Count >= ShortestHistory ? before : Periods.Where(p => p.CompareTo(period) > 0).Take(Lookback).ToList();
        return [.. chosen.Select(p => totals[p])];
    }
}
