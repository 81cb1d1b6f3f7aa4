using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>One pass over the records of a delimited answer: each is stored or refused, once.</summary>
internal sealed class RecordPass(DelimitedReader reader, ColumnHeader header, IReleaseSink sink)
{
    /// <summary>
    /// Reads from the record that the reader stands on to the last. <paramref name="check"/> sees each well-formed record first and
    /// may refuse it.
    /// </summary>
    internal void Run(RecordColumns columns, CellReader cells, Func<Misread?>? check, CancellationToken cancel)
    {
        var writer = new ObservationWriter(sink);
        do
        {
            if (RefusedAsText())
            {
                continue;
            }

            var observation = default(Observation);
            if ((check?.Invoke() ?? cells.Read(columns.Cell(reader), out observation)) is { } misread)
            {
                sink.Refuse(reader.Line, columns.Number(misread.Part), misread.Fault);
            }
            else
            {
                writer.Add(observation);
            }
        }
        while (reader.Read(cancel));
        writer.Flush();
    }

    /// <summary>Refuses the current record when it is not text or has another number of fields than the header.</summary>
    internal bool RefusedAsText()
    {
        if (reader.Fault is { } unreadable)
        {
            sink.Refuse(reader.Line, reader.FaultColumn, unreadable);
            return true;
        }

        if (reader.Count != header.Count)
        {
            sink.Refuse(reader.Line, 0, new Fault("SRC-0120", $"The record has {reader.Count} fields, the header {header.Count}."));
            return true;
        }

        return false;
    }
}
