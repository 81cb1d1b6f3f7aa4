using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>A slice of a product's history, one point for each period from <see cref="Start"/> on, without gaps.</summary>
/// <param name="Start">First month of the first point.</param>
/// <param name="Step">Months in each point: 1 for monthly series, 12 for annual ones.</param>
/// <param name="Points">Points in order.</param>
public sealed record Series(Month Start, int Step, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>Last month of the last point.</summary>
    public Month End => Start.Plus((Points.Count * Step) - 1);

    /// <summary>The period of a point.</summary>
    public Period PeriodAt(int index) => new(Start.Plus(index * Step), Step);

    /// <summary>The point of a period; missing outside the series.</summary>
    public SeriesPoint this[Period period]
    {
        get
        {
            var offset = period.Start.Index - Start.Index;
            return period.Months == Step && offset >= 0 && offset % Step == 0 && offset / Step < Points.Count
                ? Points[offset / Step]
                : SeriesPoint.None;
        }
    }

    /// <summary>
    /// The sum over a window of months: complete only when every point is. A window with a missing or partial point has no value.
    /// </summary>
    public SeriesPoint Sum(Period window)
    {
        var total = 0m;
        var state = PointState.Published;
        var flags = ObservationFlags.None;
        for (var month = window.Start; month <= window.End; month = month.Plus(Step))
        {
            var point = this[new Period(month, Step)];
            flags |= point.Flags;
            state = point.State < state ? point.State : state;
            total += point.Value ?? 0m;
        }

        return new SeriesPoint(state >= PointState.Suppressed ? total : null, state, flags);
    }
}
