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

    /// <summary>
    /// Selects cells of a snapshot. Countries without any row in the snapshot are passed over; <see cref="IsEmpty"/> tells when none is left.
    /// </summary>
    public Selection(TradeSnapshot snapshot, IEnumerable<Country> reporters, IEnumerable<Country> partners, Flow flow)
    {
        this.snapshot = snapshot;
        var axes = snapshot.Axes;
        int[] rows = [.. reporters.Select(axes.Reporter).Where(n => n >= 0)];
        int[] columns = [.. partners.Select(axes.Partner).Where(n => n >= 0)];
        IsEmpty = rows.Length == 0 || columns.Length == 0;
        chosen = new bool[axes.SlotCount];
        foreach (var slot in rows.SelectMany(r => columns.Select(p => axes.Slot(r, p, flow))))
        {
            chosen[slot] = true;
        }

        states = [.. snapshot.Publication.Periods.Select(p => IsEmpty ? PointState.Missing : snapshot.Publication.StateOf(p, rows, columns, flow))];
    }

    /// <summary>True when no reporter or no partner has a row in the snapshot.</summary>
    public bool IsEmpty { get; }

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
        int At(Period period) => (period.Start.Index - periods[0].Start.Index) / step;
        foreach (var run in block.Runs)
        {
            sums[At(run.Period)] += Sum(run, measure);
        }

        foreach (var mark in block.Marks.Where(m => Includes(m.Slot)))
        {
            flags[At(mark.Period)] |= mark.Flags;
        }

        var points = Enumerable.Repeat(SeriesPoint.None, count).ToArray();
        foreach (var (index, period) in periods.Index())
        {
            points[At(period)] = Point(block.Codes, period, states[index], sums[At(period)], flags[At(period)]);
        }

        return new Series(periods[0].Start, step, points);
    }

    private Int128 Sum(in BlockRun run, Measure measure)
    {
        var column = measure switch
        {
            Measure.Value => run.Values,
            Measure.Kilograms => run.Kilograms,
            _ => run.Supplementary,
        };
        Int128 sum = 0;
        for (var row = 0; row < column.Length; row++)
        {
            sum += Includes(run.Slot(row)) ? column[row] : 0;
        }

        return sum;
    }

    private SeriesPoint Point(IReadOnlyList<string> codes, Period period, PointState state, Int128 sum, ObservationFlags flags)
    {
        if (!snapshot.Publication.Covers(codes, period) || (sum == 0 && flags.HasFlag(ObservationFlags.Missing)))
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
