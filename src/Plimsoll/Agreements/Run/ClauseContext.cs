using Plimsoll.Indicators;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>What all subjects of a clause share: the snapshots of the sides whose figures count, and the periods to look at.</summary>
internal sealed class ClauseContext
{
    /// <summary>Periods of history for a clause whose zone depends on the past, and for explanations.</summary>
    internal const int LongHistory = 25;

    // Where a clause looks at both sides, its source is the reporter's; the partner's own figures come from here.
    private const string CounterpartSource = "gacc-usd";

    internal ClauseContext(Clause clause, SnapshotSet snapshots)
    {
        Clause = clause;
        var onYears = clause.Needs.All(n => Indicator.Parse(n.Indicator) is { Ok: true, Value.Window: Window.CalendarYear });
        foreach (var side in clause.Sides)
        {
            if (snapshots.Find(SourceOf(clause, side), onYears) is { } snapshot)
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

    /// <summary>The source of one side's figures.</summary>
    internal static string SourceOf(Clause clause, Figures side) =>
        side == Figures.Counterpart && clause.Sides.Count > 1 ? CounterpartSource : clause.Applies.Source;
}
