using System.Text.Json;
using System.Text.RegularExpressions;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>
/// JSON-stat 2.0, the form of Eurostat's statistics API. The dimensions may follow the values, so the answer is held in memory and
/// limited to <see cref="ByteLimit"/>; longer ones are to be asked for as SDMX-CSV, which is read in constant memory. A record is a
/// cell that has a value or a status; cells that the answer leaves out are not records.
/// </summary>
public sealed partial class JsonStatFormat : ISourceFormat
{
    /// <summary>Longest answer that is read, bytes.</summary>
    public const int ByteLimit = 64 * 1024 * 1024;

    /// <inheritdoc/>
    public string Id => "json-stat/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head) => JsonStatMark().IsMatch(head.Text);

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        if (Hold(content, cancel) is not { } json)
        {
            return new Fault("SRC-0151", $"The JSON is longer than {ByteLimit} bytes. Ask for format=SDMX-CSV, which is read whatever its length.");
        }

        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json);
            return Read(document.RootElement, sink, cancel);
        }
        catch (JsonException broken)
        {
            return new Fault("SRC-0150", $"The JSON is broken or cut off in line {broken.LineNumber + 1}. Download it again.");
        }
    }

    /// <summary>The whole content; null when it is longer than the limit.</summary>
    private static ReadOnlyMemory<byte>? Hold(Stream content, CancellationToken cancel)
    {
        var held = new MemoryStream();
        var chunk = new byte[81_920];
        while (content.Read(chunk) is var read and > 0)
        {
            cancel.ThrowIfCancellationRequested();
            if (held.Length + read > ByteLimit)
            {
                return null;
            }

            held.Write(chunk, 0, read);
        }

        return held.GetBuffer().AsMemory(0, (int)held.Length);
    }

    private Fault? Read(JsonElement root, IReleaseSink sink, CancellationToken cancel)
    {
        var head = JsonStatHead.Read(root);
        if (head.Fault is { } unfit)
        {
            return unfit;
        }

        var dataset = Dataset.Find(head.Value.DatasetName);
        var time = head.Value.Dimensions.Any(id => id is "time" or "TIME_PERIOD") ? [] : new[] { "time" };
        var missing = (dataset?.Names ?? DimensionNames.Comext).MissingFrom([.. head.Value.Dimensions]).Concat(time).ToList();
        if (dataset is null || missing.Count > 0)
        {
            return Dataset.NotUnderstood(head.Value.DatasetName, missing);
        }

        var records = new JsonStatRecords(head.Value, dataset, sink);
        return records.Read(root.GetProperty("value"), new ReleaseHeader(dataset.Source, dataset.Id, "EUR", Id, WholePeriods: false, head.Value.Published) { Exhaustive = dataset.Exhaustive }, cancel);
    }

    [GeneratedRegex(@"^\s*\{(?=.*""(?:class""\s*:\s*""dataset""|version""\s*:\s*""2\.))(?=.*""(?:value|id|dimension)"")", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonStatMark();
}
