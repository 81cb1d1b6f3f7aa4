using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>One column of figures of a transcript; <paramref name="Last"/> is 0 for the month of the line, <paramref name="Year"/> 0 for its year.</summary>
internal sealed record TranscriptFigure(int Index, bool IsQuantity, int Last, int Year, decimal Multiplier)
{
    internal Period Over(Period line)
    {
        var year = Year == 0 ? line.Start.Year : Year;
        return Last == 0 ? line with { Start = Month.Of(year, line.Start.Number) } : new Period(Month.Of(year, 1), Math.Clamp(Last, 1, 12));
    }
}
