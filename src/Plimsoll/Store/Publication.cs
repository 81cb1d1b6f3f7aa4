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
    private readonly HashSet<Period> whole;
    private readonly Dictionary<string, HashSet<Period>> covered = new(StringComparer.Ordinal);

    internal Publication(Axes axes, IReadOnlyList<SnapshotSegment> segments, int months)
    {
        this.axes = axes;
        foreach (var segment in segments)
        {
            segment.AddTotals(totals, months);
        }

        Periods = [.. totals.Keys.Order()];
        whole = [.. segments.Where(s => s.Release.Scope.Whole).SelectMany(s => s.Release.Scope.Periods)];
        foreach (var scope in segments.Select(s => s.Release).DistinctBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Scope).Where(s => !s.Whole))
        {
            foreach (var product in scope.Products)
            {
                (covered.TryGetValue(product, out var set) ? set : covered[product] = []).UnionWith(scope.Periods);
            }
        }
    }

    /// <summary>Published periods, ascending.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>True when a release published the period whole, so that a country without rows had no trade.</summary>
    public bool IsWhole(Period period) => whole.Contains(period);

    /// <summary>True when a release speaks about one of the products in the period, so that an absent row means no trade.</summary>
    public bool Covers(IEnumerable<string> products, Period period) =>
        whole.Contains(period) || products.Any(p => covered.TryGetValue(p, out var periods) && periods.Contains(period));

    /// <summary>
    /// Published when every expected pair of reporter and partner has rows in the period, missing when none has, partial otherwise.
    /// Expected are the pairs that had rows in each of the twelve published periods before.
    /// </summary>
    public PointState StateOf(Period period, IReadOnlyList<int> reporters, IReadOnlyList<int> partners, Flow flow)
    {
        if (!totals.TryGetValue(period, out var now))
        {
            return PointState.Missing;
        }

        var history = History(period);
        decimal expected = 0, absent = 0;
        var anyAbsent = false;
        foreach (var reporter in reporters)
        {
            foreach (var partner in partners)
            {
                var slot = axes.Slot(reporter, partner, flow);
                if (history.Count >= ShortestHistory && history.All(h => h[slot] != Fixed3.Null))
                {
                    var weight = history.Sum(h => (decimal)h[slot]);
                    expected += weight;
                    absent += now[slot] == Fixed3.Null ? weight : 0;
                    anyAbsent |= now[slot] == Fixed3.Null;
                }
            }
        }

        return (anyAbsent, absent, expected) switch
        {
            (false, _, _) => PointState.Published,
            (true, _, _) when absent == expected => PointState.Missing,
            (true, _, _) when absent > Tolerance * expected => PointState.Partial,
            _ => PointState.Published,
        };
    }

    // The twelve published periods before; for the first periods of a source, those after.
    private List<long[]> History(Period period)
    {
        var before = Periods.Where(p => p.CompareTo(period) < 0).TakeLast(Lookback).ToList();
        var chosen = before.Count >= ShortestHistory ? before : Periods.Where(p => p.CompareTo(period) > 0).Take(Lookback).ToList();
        return [.. chosen.Select(p => totals[p])];
    }
}
