using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>One line of a transcript.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Record">Fields: what it was taken from, month, commodity or partner, then unit and figures.</param>
/// <param name="Columns">The columns with figures.</param>
/// <param name="Flag">Position of the flag column, −1 when there is none.</param>
internal sealed record Transcribed(long Line, IReadOnlyList<string> Record, IReadOnlyList<TranscriptFigure> Columns, int Flag)
{
    /// <summary>All goods with one partner.</summary>
    internal void WritePartner(GaccRows writer, IReleaseSink sink)
    {
        if (Head(sink) is not { } head)
        {
            return;
        }

        foreach (var column in Columns.Where(column => Record[column.Index].Length > 0))
        {
            writer.WritePartner((Line, column.Index + 1), (Record[2], head.Flow, column.Over(head.Period)), GaccFigure.Read(Record[column.Index], column.Multiplier), head.Flags);
        }
    }

    /// <summary>One commodity with all partners.</summary>
    internal void WriteCommodity(GaccRows writer, IReleaseSink sink)
    {
        if (Head(sink) is not { } head)
        {
            return;
        }

        var unit = GaccFigure.ReadQuantityUnit(Record[3]);
        foreach (var pair in Columns.GroupBy(column => column.Over(head.Period)))
        {
            var (value, quantity) = (pair.FirstOrDefault(c => !c.IsQuantity), pair.FirstOrDefault(c => c.IsQuantity));
            if (pair.Any(column => Record[column.Index].Length > 0))
            {
                writer.WritePair(
                    (Line, pair.First().Index + 1),
                    (Record[2], head.Flow, pair.Key),
                    value is null ? Fixed3.Null : GaccFigure.Read(Record[value.Index], value.Multiplier),
                    quantity is null ? Fixed3.Null : GaccFigure.Read(Record[quantity.Index], unit.Multiplier),
                    unit.Unit);
            }
        }
    }

    private (Flow Flow, Period Period, ObservationFlags Flags)? Head(IReleaseSink sink)
    {
        var flow = Record[0].Contains("exports", StringComparison.OrdinalIgnoreCase) ? Flow.Export
            : Record[0].Contains("imports", StringComparison.OrdinalIgnoreCase) ? Flow.Import : Flow.None;
        var period = Period.Parse(Record[1]);
        var flags = FlagText.Parse(Flag < 0 ? "" : Record[Flag]);
        if (flow != Flow.None && period.Ok && flags.Ok)
        {
            return (flow, period.Value, flags.Value);
        }

        var column = !period.Ok ? 2 : !flags.Ok ? Flag + 1 : 1;
        sink.Refuse(Line, column, period.Fault ?? flags.Fault ?? new Fault("SRC-0208", "The first column says neither exports nor imports.", Record[0]));
        return null;
    }
}
