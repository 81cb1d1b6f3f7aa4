using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Tests.Indicators;

/// <summary>Series for tests, written down in one line.</summary>
internal static class TestSeries
{
    internal static Series Monthly(Month start, params IEnumerable<decimal> values) => Of(start, 1, values);

    internal static Series Annual(int year, params IEnumerable<decimal> values) => Of(Month.Of(year, 1), 12, values);

    internal static Series With(this Series series, Month month, PointState state) => series with
    {
        Points = [.. series.Points.Select((point, index) => series.PeriodAt(index).Start == month
            ? new SeriesPoint(state >= PointState.Suppressed ? point.Value : null, state, state == PointState.Suppressed ? ObservationFlags.Confidential : ObservationFlags.None)
            : point)],
    };

    private static Series Of(Month start, int step, IEnumerable<decimal> values) =>
        new(start, step, [.. values.Select(value => new SeriesPoint(value, PointState.Published, ObservationFlags.None))]);
}
