using Plimsoll.Store;

namespace Plimsoll.Agreements.Run;

/// <summary>The snapshots that an assessment reads, each opened once.</summary>
internal sealed class SnapshotSet(TradeStore store, DateOnly? asOf) : IDisposable
{
    private static readonly int[] MonthsFirst = [1, 12];
    private static readonly int[] YearsFirst = [12, 1];
    private readonly Dictionary<(string Source, int Months), TradeSnapshot> open = [];

    /// <summary>The day; null for the newest.</summary>
    internal DateOnly? Day => asOf;

    /// <summary>
    /// A source in months where it publishes any, else in years; the other way round for a clause on calendar years, so that a
    /// published annual figure is not added up again. Null when it has neither.
    /// </summary>
    internal TradeSnapshot? Find(string source, bool preferYears)
    {
        var lengths = store.Releases(asOf)
            .Where(r => string.Equals(r.Source, source, StringComparison.Ordinal))
            .SelectMany(r => r.Scope.Periods)
            .Select(p => p.Months)
            .ToHashSet();
        int[] order = preferYears ? YearsFirst : MonthsFirst;
        var months = order.FirstOrDefault(lengths.Contains);
        return months == 0 ? null : Open(source, months);
    }

    public void Dispose()
    {
        foreach (var snapshot in open.Values)
        {
            snapshot.Dispose();
        }
    }

    private TradeSnapshot Open(string source, int months)
    {
        if (!open.TryGetValue((source, months), out var snapshot))
        {
            open.Add((source, months), snapshot = store.Snapshot(source, months, asOf));
        }

        return snapshot;
    }
}
