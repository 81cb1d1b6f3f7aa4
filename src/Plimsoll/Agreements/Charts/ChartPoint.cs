using Plimsoll.Trade;

namespace Plimsoll.Agreements.Charts;

/// <summary>One period of a chart.</summary>
/// <param name="Period">The period.</param>
/// <param name="Value">Null when there is none: a gap in the line.</param>
/// <param name="Zone">What the period shows.</param>
/// <param name="Amber">Amber limit in force; null when there is none.</param>
/// <param name="Red">Red limit in force; null when there is none.</param>
public sealed record ChartPoint(Period Period, decimal? Value, Zone Zone, decimal? Amber, decimal? Red);
