using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>What all subjects of a clause share on one day: the figures of the sides that count, the periods to look at, the subjects.</summary>
internal sealed class ClauseContext
{
    /// <summary>Periods of history for a clause whose zone depends on the past, and for explanations.</summary>
    internal const int LongHistory = 25;

    // Where a clause looks at both sides, its source is the reporter's; the partner's own figures come from here.
    private const string CounterpartSource = "gacc-usd";

    internal ClauseContext(Clause clause, SnapshotSet snapshots)
    {
        Clause = clause;
        Day = snapshots.Day;
        var onYears = clause.Needs.All(n => Indicator.Parse(n.Indicator) is { Ok: true, Value.Window: Window.CalendarYear });
        var found = clause.Sides
            .Select(figures => (Figures: figures, Snapshot: snapshots.Find(SourceOf(clause, figures), onYears)))
            .Where(side => side.Snapshot is not null)
            .Select(side => (side.Figures, Snapshot: side.Snapshot!))
            .ToList();
        Snapshots = found.ConvertAll(side => side.Snapshot);
        Periods = found.Count < clause.Sides.Count
            ? []
            : [.. Snapshots.Select(s => s.Publication.Periods.AsEnumerable()).Aggregate((all, one) => all.Intersect(one))];
        var pairs = SubjectsOf(() => [SubjectSelector.EachCn8]).ToList();

        // Where one side has published nothing, or nothing of the periods of the other, there is no verdict on the other alone.
        Sides = Periods.Count == 0 ? [] : found.ConvertAll(side => new SideFigures(side.Snapshot, side.Figures, clause, pairs));
    }

    internal Clause Clause { get; }

    /// <summary>Day whose vintages are read; null for the newest.</summary>
    internal DateOnly? Day { get; }

    internal IReadOnlyList<SideFigures> Sides { get; }

    /// <summary>Periods published by every side, ascending.</summary>
    internal IReadOnlyList<Period> Periods { get; }

    /// <summary>The last of the first <paramref name="count"/> periods, as many as an explanation looks back over: board, seal and explanation say the same.</summary>
    internal IReadOnlyList<Period> RecentPeriods(int count) => [.. Periods.Take(count).TakeLast(LongHistory)];

    /// <summary>The last month of the last period; January 2026 when there is none.</summary>
    internal Month LastMonth => Periods is [.., var last] ? last.End : Month.Of(2026, 1);

    /// <summary>Every subject of the clause.</summary>
    internal IEnumerable<Subject> Subjects => SubjectsOf(() => Cn8Codes);

    private IReadOnlyList<TradeSnapshot> Snapshots { get; }

    // Every CN code of the sources, one for each family of codes that became or came from each other.
    private IEnumerable<string> Cn8Codes =>
        Snapshots.SelectMany(s => s.Products)
            .Where(p => ProductCode.Parse(p) is { Ok: true, Value.Kind: ProductKind.Cn8 })
            .Distinct(StringComparer.Ordinal)
            .Select(p => Families.Of(p, LastMonth.Year)?.Name.Text ?? p)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>The source of one side's figures.</summary>
    internal static string SourceOf(Clause clause, Figures side) =>
        side == Figures.Counterpart && clause.Sides.Count > 1 ? CounterpartSource : clause.Applies.Source;

    private IEnumerable<Subject> SubjectsOf(Func<IEnumerable<string>> cn8) => Clause.Applies.Subjects(
        group => Country.Parse(group) is { Ok: true } code && CountryGroup.Find(code.Value) is { } named
            ? named.MembersAt(LastMonth).Select(m => m.Code)
            : [group],
        cn8);
}
