using Plimsoll.Store;

namespace Plimsoll.Agreements.Run;

/// <summary>The snapshots that an assessment reads, each opened once.</summary>
internal sealed class SnapshotSet(TradeStore store, DateOnly? asOf) : IDisposable
{
    private readonly Dictionary<(string Source, int Months), TradeSnapshot> open = [];

    /// <summary>A source in its shortest published periods: months where there are any, else years. Null when it has nothing.</summary>
    internal TradeSnapshot? Find(string source)
    {
        var lengths = store.Releases(asOf)
            .Where(r => string.Equals(r.Source, source, StringComparison.Ordinal))
            .SelectMany(r => r.Scope.Periods)
            .Select(p => p.Months)
            .ToHashSet();
        return lengths.Contains(1) ? Open(source, 1) : lengths.Contains(12) ? Open(source, 12) : null;
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
