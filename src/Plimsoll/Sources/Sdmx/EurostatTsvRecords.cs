using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>The lines of one TSV answer. A line whose cells cannot be told apart is one record, refused.</summary>
internal sealed class EurostatTsvRecords(DelimitedReader reader, SeriesKey key, string[] periods, CellReader cells, IReleaseSink sink)
{
    private readonly Range[] parts = new Range[key.Count + 1];

    /// <summary>Reads from the line that the reader stands on to the last.</summary>
    internal void Read(CancellationToken cancel)
    {
        var writer = new ObservationWriter(sink);
        do
        {
            if (reader.Fault is { } unreadable)
            {
                sink.Refuse(reader.Line, reader.FaultColumn, unreadable);
            }
            else if (reader.Count != periods.Length + 1)
            {
                sink.Refuse(reader.Line, 0, new Fault("SRC-0120", $"The line has {reader.Count} fields, the header {periods.Length + 1}."));
            }
            else
            {
                ReadLine(writer);
            }
        }
        while (reader.Read(cancel));
        writer.Flush();
    }

    private void ReadLine(ObservationWriter writer)
    {
        var whole = reader[0].Split(parts, ',') == key.Count;
        for (var column = 1; column <= periods.Length; column++)
        {
            if (!whole)
            {
                sink.Refuse(reader.Line, 1, new Fault("SRC-0120", $"The series key does not have the {key.Count} parts that the header names.", reader[0].ToString()));
            }
            else if (cells.Read(CellAt(column), out var observation) is { } misread)
            {
                sink.Refuse(reader.Line, misread.Part is Part.Value or Part.Flag or Part.Period ? column + 1 : 1, misread.Fault);
            }
            else
            {
                writer.Add(observation);
            }
        }
    }

    private Cell CellAt(int column)
    {
        var series = reader[0];
        var cell = reader[column].Trim();
        var split = cell.StartsWith(':') ? 1 : cell.IndexOf(' ');
        return new Cell
        {
            Frequency = key.Frequency < 0 ? default : series[parts[key.Frequency]],
            Reporter = series[parts[key.Reporter]],
            Partner = series[parts[key.Partner]],
            Product = series[parts[key.Product]],
            Flow = series[parts[key.Flow]],
            Indicator = series[parts[key.Indicator]],
            Period = periods[column - 1],
            Value = split < 0 ? cell : cell[..split],
            Flag = split < 0 ? default : cell[split..].Trim(),
        };
    }
}
