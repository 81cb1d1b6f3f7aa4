using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>What all subjects of a clause share: the snapshots of the sides whose figures count, and the periods to look at.</summary>
internal sealed class ClauseContext
{
    /// <summary>Periods of history for a clause whose zone depends on the past, and for explanations.</summary>
    internal const int LongHistory = 25;

    // Figures of the partner itself; the reporter's come from the clause's source.
    private const string CounterpartSource = "gacc";

    internal ClauseContext(Clause clause, SnapshotSet snapshots)
    {
        Clause = clause;
        var own = clause.Applies.Source;
        foreach (var side in clause.Sides)
        {
            var source = side == Figures.Counterpart && clause.Sides.Count > 1 ? CounterpartSource : own;
            if (snapshots.Find(source) is { } snapshot)
            {
                Snapshots.Add(side, snapshot);
            }
        }
    }

    internal Clause Clause { get; }

    internal Dictionary<Figures, TradeSnapshot> Snapshots { get; } = [];

    /// <summary>Periods published by every side, ascending.</summary>
    internal IReadOnlyList<Period> Periods => Snapshots.Count < Clause.Sides.Count
        ? []
        : [.. Snapshots.Values.Select(s => s.Publication.Periods.AsEnumerable()).Aggregate((all, one) => all.Intersect(one))];

    /// <summary>The periods that decide the zone of the last one: more when leaving a zone is harder than entering it.</summary>
    internal IReadOnlyList<Period> RecentPeriods
    {
        get
        {
            var remembers = Clause.Condition.Thresholds.Any(t => t.Values.Any(v => v.ExitAmber is not null || v.ExitRed is not null));
            return [.. Periods.TakeLast(remembers ? LongHistory : Math.Max(2, 2 * Clause.Persistence.N))];
        }
    }

    /// <summary>The last month of the last period; January 2026 when there is none.</summary>
    internal Month LastMonth => Periods is [.., var last] ? last.End : Month.Of(2026, 1);

    /// <summary>Every CN code of the sources, one for each family of codes that became or came from each other.</summary>
    internal IEnumerable<string> Cn8Codes =>
        Snapshots.Values.SelectMany(s => s.Products)
            .Where(p => ProductCode.Parse(p) is { Ok: true, Value.Kind: ProductKind.Cn8 })
            .Distinct(StringComparer.Ordinal)
            .Select(p => Families.Of(p, LastMonth.Year)?.Name.Text ?? p)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    internal SubjectReader NewReader() => new(this);
}
