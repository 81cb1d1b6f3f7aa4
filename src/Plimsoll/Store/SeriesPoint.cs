using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>One period of a series.</summary>
/// <param name="Value">Currency units or quantity units, exact; null when <paramref name="State"/> is missing or partial.</param>
/// <param name="State">What kind of point it is.</param>
/// <param name="Flags">All flags of the cells that entered, together.</param>
public readonly record struct SeriesPoint(decimal? Value, PointState State, ObservationFlags Flags)
{
    /// <summary>Nothing published.</summary>
    public static SeriesPoint None { get; } = new(null, PointState.Missing, ObservationFlags.None);
}
