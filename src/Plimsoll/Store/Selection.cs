using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>
/// A sum over reporters and partners in one direction, prepared once and applied to many blocks. Says for each period whether the
/// sum would be complete.
/// </summary>
public sealed class Selection
{
    private readonly bool[] chosen;
    private readonly PointState[] states;
    private readonly TradeSnapshot snapshot;
    private readonly Country[] reporters;
    private readonly Country[] partners;
    private readonly Flow flow;

    /// <summary>
    /// Selects cells of a snapshot; groups are read as <see cref="GroupMembers"/> says. A country without any row had no trade where the
    /// source publishes whole periods; elsewhere nobody asked for it, and the sum is missing.
    /// </summary>
    public Selection(TradeSnapshot snapshot, IEnumerable<Country> reporters, IEnumerable<Country> partners, Flow flow)
    {
        this.snapshot = snapshot;
        var axes = snapshot.Axes;
        this.reporters = [.. reporters.SelectMany(c => GroupMembers.Of(c, m => axes.Reporter(m) >= 0)).Distinct()];
        this.partners = [.. partners.SelectMany(c => GroupMembers.Of(c, m => axes.Partner(m) >= 0)).Distinct()];
        this.flow = flow;
        int[] rows = [.. this.reporters.Select(axes.Reporter).Where(n => n >= 0)];
        int[] columns = [.. this.partners.Select(axes.Partner).Where(n => n >= 0)];
        chosen = new bool[axes.SlotCount];
        foreach (var slot in rows.SelectMany(r => columns.Select(p => axes.Slot(r, p, flow))))
        {
            chosen[slot] = true;
        }

        states = [.. snapshot.Publication.Periods.Select(p => snapshot.Publication.StateOf(p, rows, columns, flow))];
    }

    /// <summary>True when the cell enters the sum.</summary>
    public bool Includes(int slot) => slot >= 0 && chosen[slot];

    /// <summary>The sum over a block, for every published period.</summary>
    public Series Series(ProductBlock block, Measure measure)
    {
        var periods = snapshot.Publication.Periods;
        if (periods.Count == 0)
        {
            return new Series(default, 1, []);
        }

        var step = periods[0].Months;
        var count = ((periods[^1].Start.Index - periods[0].Start.Index) / step) + 1;
        var sums = new Int128[count];
        var flags = new ObservationFlags[count];
        var given = new HashSet<int>?[count];
        int At(Period period) => (period.Start.Index - periods[0].Start.Index) / step;
        foreach (var run in block.Runs)
        {
            sums[At(run.Period)] += Sum(run, measure, given[At(run.Period)] ??= []);
        }

        foreach (var mark in block.Marks.Where(m => Includes(m.Slot)))
        {
            flags[At(mark.Period)] |= mark.Flags;
        }

        var points = Enumerable.Repeat(SeriesPoint.None, count).ToArray();
        foreach (var (index, period) in periods.Index())
        {
            points[At(period)] = Point(block.Codes, period, states[index], sums[At(period)], flags[At(period)], given[At(period)]?.Count ?? 0);
        }

        return new Series(periods[0].Start, step, points);
    }

    private Int128 Sum(in BlockRun run, Measure measure, HashSet<int> given)
    {
        var column = measure switch
        {
            Measure.Value => run.Values,
            Measure.Kilograms => run.Kilograms,
            _ => run.Supplementary,
        };
        Int128 sum = 0;
        for (var row = 0; row < run.Count; row++)
        {
            var slot = run.Slot(row);
            if (Includes(slot))
            {
                given.Add(slot);
                sum += row < column.Length ? column[row] : 0;
            }
        }

        return sum;
    }

    private SeriesPoint Point(IReadOnlyList<string> codes, Period period, PointState state, Int128 sum, ObservationFlags flags, int given)
    {
        // Where the source does not list all trade, every cell of the sum must have been given.
        var complete = given == reporters.Length * partners.Length || snapshot.Publication.Covers(codes, period, reporters, partners, flow);
        if (!complete || (sum == 0 && flags.HasFlag(ObservationFlags.Missing)))
        {
            state = PointState.Missing;
        }
        else if (state == PointState.Published && flags.HasFlag(ObservationFlags.Confidential))
        {
            state = PointState.Suppressed;
        }

        return new SeriesPoint(state >= PointState.Suppressed ? Fixed3.ToDecimal(sum) : null, state, flags);
    }
}
