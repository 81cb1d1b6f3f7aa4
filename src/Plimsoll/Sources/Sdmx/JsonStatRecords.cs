using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>The values of one JSON-stat answer, by position in the grid of its dimensions.</summary>
internal sealed class JsonStatRecords
{
    private readonly JsonStatHead head;
    private readonly SeriesKey key;
    private readonly int time;
    private readonly CellReader cells;
    private readonly IReleaseSink sink;
    private readonly ObservationWriter writer;
    private readonly HashSet<long> valued = [];
    private readonly int[] places;
    private long record;

    internal JsonStatRecords(JsonStatHead head, Dataset dataset, IReleaseSink sink)
    {
        this.head = head;
        this.sink = sink;
        key = new SeriesKey(dataset.Names, head.Dimensions);
        time = head.Dimensions.Index().First(d => d.Item is "time" or "TIME_PERIOD").Index;
        cells = new CellReader(dataset.Balances);
        writer = new ObservationWriter(sink);
        places = new int[head.Dimensions.Count];
    }

    /// <summary>Reads every cell with a value, then those that have only a status. Fault <c>SRC-0112</c> when there is none.</summary>
    internal Fault? Read(JsonElement values, ReleaseHeader header, CancellationToken cancel)
    {
        if (values.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return new Fault("SRC-0152", "Not a JSON-stat 2.0 dataset: value is neither an object nor an array.");
        }

        sink.Describe(header);
        if (values.ValueKind == JsonValueKind.Array)
        {
            ReadDense(values, cancel);
        }
        else
        {
            ReadSparse(values, cancel);
        }

        foreach (var position in head.Statuses.Keys.Where(p => !valued.Contains(p)).Order())
        {
            Take(position, "");
        }

        writer.Flush();
        return record == 0 ? ColumnHeader.Empty : null;
    }

    private void ReadSparse(JsonElement values, CancellationToken cancel)
    {
        foreach (var entry in values.EnumerateObject())
        {
            cancel.ThrowIfCancellationRequested();
            var name = JsonMarshal.GetRawUtf8PropertyName(entry);
            var numbered = Utf8Parser.TryParse(name, out long position, out var used) && used == name.Length;
            Take(numbered ? position : -1, TextOf(entry.Value));
        }
    }

    private void ReadDense(JsonElement values, CancellationToken cancel)
    {
        foreach (var (position, value) in values.EnumerateArray().Index())
        {
            cancel.ThrowIfCancellationRequested();

            // An array has to list every cell, so a null is only filling, unless a status says more.
            if (value.ValueKind != JsonValueKind.Null)
            {
                Take(position, TextOf(value));
            }
        }
    }

    private void Take(long position, string value)
    {
        record++;
        if (position < 0 || position >= head.Cells)
        {
            sink.Refuse(record, 0, new Fault("SRC-0153", $"The value does not lie in the {head.Cells} cells of the dimensions.", value));
            return;
        }

        if (cells.Read(CellAt(position, value), out var observation) is { } misread)
        {
            sink.Refuse(record, 0, misread.Fault);
        }
        else
        {
            writer.Add(observation);
        }
    }

    private Cell CellAt(long position, string value)
    {
        var rest = position;
        for (var dimension = places.Length - 1; dimension >= 0; dimension--)
        {
            (rest, var place) = long.DivRem(rest, head.Categories[dimension].Length);
            places[dimension] = (int)place;
        }

        if (head.Statuses.TryGetValue(position, out var status))
        {
            valued.Add(position);
        }

        return new Cell
        {
            Frequency = key.Frequency < 0 ? default : CodeOf(key.Frequency),
            Reporter = CodeOf(key.Reporter),
            Partner = CodeOf(key.Partner),
            Product = CodeOf(key.Product),
            Flow = CodeOf(key.Flow),
            Indicator = CodeOf(key.Indicator),
            Period = CodeOf(time),
            Value = value,
            Flag = status ?? head.StatusOfAll,
        };
    }

    private string CodeOf(int dimension) => head.Categories[dimension][places[dimension]];

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? "" : Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value));
}
