using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>One period of a trace.</summary>
/// <param name="Period">The period.</param>
/// <param name="Vintage">Day whose vintages were read; null for the newest.</param>
/// <param name="Readings">Every reading that the clause needs.</param>
/// <param name="Sides">The cells behind the readings, for each side of which the store has figures.</param>
internal sealed record PeriodTrace(Period Period, DateOnly? Vintage, IReadOnlyDictionary<IndicatorNeed, Reading> Readings, IReadOnlyList<SideCells> Sides);
