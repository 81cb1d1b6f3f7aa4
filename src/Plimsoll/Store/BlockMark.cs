using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>A flagged cell.</summary>
/// <param name="Period">Months covered.</param>
/// <param name="Slot">Cell, see <see cref="Axes.Slot"/>.</param>
/// <param name="Flags">The source's flags.</param>
public readonly record struct BlockMark(Period Period, int Slot, ObservationFlags Flags);
