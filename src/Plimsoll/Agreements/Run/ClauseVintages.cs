using Plimsoll.Agreements.Terms;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>
/// The figures that a clause is held against in each period: those known on the run's day or, where the clause says
/// <c>first_release</c>, those known on the days on which figures of the period came out, oldest first.
/// </summary>
internal sealed class ClauseVintages : IDisposable
{
    private readonly TradeStore store;
    private readonly SnapshotSet newest;
    private readonly DateOnly? asOf;
    private readonly Dictionary<DateOnly, SnapshotSet> opened = [];
    private readonly Dictionary<DateOnly, ClauseContext> onDay = [];
    private readonly Dictionary<Period, IReadOnlyList<ClauseContext>> contexts = [];

    internal ClauseVintages(Clause clause, TradeStore store, SnapshotSet newest, DateOnly? asOf)
    {
        this.store = store;
        this.newest = newest;
        this.asOf = asOf;
        Newest = new ClauseContext(clause, newest);
    }

    /// <summary>What was known on the run's day: periods and subjects are taken from it.</summary>
    internal ClauseContext Newest { get; }

    /// <summary>Opens what the periods need; before readers are made.</summary>
    internal void Prepare(IEnumerable<Period> periods)
    {
        foreach (var period in periods)
        {
            contexts[period] = Newest.Clause.Vintage == VintageRule.FirstRelease ? [.. DaysOf(period).Select(ContextOn), Newest] : [Newest];
        }
    }

    /// <summary>The contexts that a period is read from: the first that has every value that the clause needs.</summary>
    internal IReadOnlyList<ClauseContext> Of(Period period) => contexts[period];

    internal PeriodReader NewReader(bool withInputs) =>
        new(this, contexts.Values.SelectMany(c => c).Distinct().ToDictionary(c => c, c => new SubjectReader(c, withInputs)));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var snapshots in opened.Values)
        {
            snapshots.Dispose();
        }
    }

    private IEnumerable<DateOnly> DaysOf(Period period)
    {
        var sources = Newest.Clause.Sides.Select(side => ClauseContext.SourceOf(Newest.Clause, side)).ToHashSet(StringComparer.Ordinal);
        return store.Releases(asOf)
            .Where(r => sources.Contains(r.Source) && r.Scope.Periods.Any(p => p.Start <= period.End && p.End >= period.Start))
            .Select(r => DateOnly.FromDateTime(r.PublishedAt.UtcDateTime))
            .Distinct()
            .Order();
    }

    private ClauseContext ContextOn(DateOnly day)
    {
        if (!onDay.TryGetValue(day, out var context))
        {
            var snapshots = new SnapshotSet(store, day);
            opened.Add(day, snapshots);
            onDay.Add(day, context = new ClauseContext(Newest.Clause, snapshots));
        }

        return context;
    }
}
