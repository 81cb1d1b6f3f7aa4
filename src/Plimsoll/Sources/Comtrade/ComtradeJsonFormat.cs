using System.Text.Json;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comtrade;

/// <summary>
/// Answers of UN Comtrade's API, version 1. Only rows that are totals over second partner, transport, customs procedure and mode of supply
/// are stored; a row that repeats a cell is refused.
/// </summary>
public sealed class ComtradeJsonFormat : ISourceFormat
{
    /// <inheritdoc/>
    public string Id => "comtrade-json/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head)
    {
        var text = head.Text;
        return text.TrimStart().StartsWith('{') && text.Contains("\"elapsedTime\"", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        try
        {
            return ReadRecords(new JsonRecords(content), sink, cancel);
        }
        catch (JsonException damage)
        {
            return new Fault("SRC-0220", "The JSON is damaged or cut off. Ask again.", damage.Message);
        }
    }

    private Fault? ReadRecords(JsonRecords records, IReleaseSink sink, CancellationToken cancel)
    {
        var seen = new Dictionary<(Country, Country, ProductCode, Flow, Period), Observation>();
        var rows = new ObservationWriter(sink);
        var countries = new ComtradeCountries();
        long position = 0;
        while (records.Next() is { } document)
        {
            using var record = document;
            cancel.ThrowIfCancellationRequested();
            position++;
            if (record.RootElement.TryGetProperty("fileUrl", out _))
            {
                return new Fault("SRC-0222", "A listing of bulk files, not data. Download the files that it names.");
            }

            if (position == 1)
            {
                sink.Describe(new ReleaseHeader("comtrade", Dataset(record.RootElement), "USD", Id, WholePeriods: false, PublishedAt: null));
            }

            Write(position, ComtradeCell.Read(record.RootElement, countries), seen, rows, sink);
        }

        rows.Flush();
        return position > 0 ? null : Empty(records);
    }

    private static void Write(
        long position, Parsed<Observation> read, Dictionary<(Country, Country, ProductCode, Flow, Period), Observation> seen, ObservationWriter rows, IReleaseSink sink)
    {
        if (!read.Ok)
        {
            sink.Refuse(position, 0, read.Fault!);
            return;
        }

        var row = read.Value;
        if (seen.TryAdd((row.Reporter, row.Partner, row.Product, row.Flow, row.Period), row))
        {
            rows.Add(row);
            return;
        }

        var cell = $"{row.Reporter} {row.Partner} {row.Product} {row.Flow} {row.Period}";
        sink.Refuse(position, 0, seen[(row.Reporter, row.Partner, row.Product, row.Flow, row.Period)] == row
            ? new Fault("SRC-0223", "An exact repetition of a row above.", cell)
            : new Fault("SRC-0225", "The answer gives this cell twice with different figures; the first is kept.", cell));
    }

    private static Fault Empty(JsonRecords records) => true switch
    {
        _ when records.Error.Length > 0 => new Fault("SRC-0220", "UN Comtrade answered with an error.", records.Error),
        _ when records.HasData => new Fault("SRC-0221", "UN Comtrade answered with no rows. That is not zero trade: it answers the same for a period not yet published, an unknown code and a wrong flow."),
        _ => new Fault("SRC-0220", "The answer has no array 'data'. Ask again."),
    };

    /// <summary>Type, frequency and classification, as in Comtrade's own addresses: <c>C/A/HS</c>.</summary>
    private static string Dataset(JsonElement record) =>
        $"{ComtradeCell.Text(record, "typeCode")}/{ComtradeCell.Text(record, "freqCode")}/{ComtradeCell.Text(record, "classificationSearchCode")}";
}
