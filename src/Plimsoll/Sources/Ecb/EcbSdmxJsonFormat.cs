using System.Globalization;
using System.Text.Json;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Ecb;

/// <summary>The ECB's euro reference rates (dataflow EXR) as SDMX-JSON: averages over periods, every decimal kept.</summary>
public sealed class EcbSdmxJsonFormat : ISourceFormat
{
    private static readonly string[] Dimensions = ["FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_SUFFIX"];

    /// <inheritdoc/>
    public string Id => "ecb-sdmx-json/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head)
    {
        var text = head.Text;
        return text.TrimStart().StartsWith('{') && text.Contains("\"sender\":{\"id\":\"ECB\"", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var answer = ReadAnswer(content);
        if (!answer.Ok)
        {
            return answer.Fault;
        }

        sink.Describe(new ReleaseHeader("ecb", "EXR", "EUR", Id, WholePeriods: false, answer.Value.Prepared));
        foreach (var (position, rate) in answer.Value.Rates)
        {
            if (rate.Ok)
            {
                sink.Store(rate.Value);
            }
            else
            {
                sink.Refuse(position, 0, rate.Fault!);
            }
        }

        return null;
    }

    private static Parsed<Answer> ReadAnswer(Stream content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var dimensions = document.RootElement.GetProperty("structure").GetProperty("dimensions");
            var series = dimensions.GetProperty("series").EnumerateArray().ToList();
            if (!series.Select(d => d.GetProperty("id").GetString()).SequenceEqual(Dimensions, StringComparer.Ordinal))
            {
                return new Fault("SRC-0240", "Not exchange rates: the series are not described by frequency, currency, base, type and suffix.");
            }

            var prepared = document.RootElement.GetProperty("header").GetProperty("prepared").GetDateTimeOffset().ToUniversalTime();
            var sets = document.RootElement.GetProperty("dataSets")[0].GetProperty("series").EnumerateObject();
            var (codes, times) = (series.ConvertAll(Ids), Ids(dimensions.GetProperty("observation")[0]));
            return new Answer(prepared, [.. sets.SelectMany(set => ReadSeries(set, codes, times)).Index().Select(rate => (rate.Index + 1L, rate.Item))]);
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException
            or ArgumentOutOfRangeException or FormatException or OverflowException)
        {
            return new Fault("SRC-0240", "Not an answer of the ECB's EXR dataflow, or cut off. Ask again.", damage.Message);
        }
    }

    private static IEnumerable<Parsed<ExchangeRate>> ReadSeries(JsonProperty series, List<List<string>> codes, List<string> times)
    {
        var key = series.Name.Split(':').Zip(codes, (part, ids) => ids[Number(part)]).ToList();
        return series.Value.GetProperty("observations").EnumerateObject().Select(observation => ReadRate(key, observation, times));
    }

    private static Parsed<ExchangeRate> ReadRate(List<string> key, JsonProperty observation, List<string> times)
    {
        var text = observation.Value[0].GetRawText();
        var period = Period.Parse(times[Number(observation.Name)]);
        var average = key is [not "D", _, _, "SP00", "A"];
        var read = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate > 0;
        return period.Fault ?? (average && read
            ? new ExchangeRate(key[1], key[2], period.Value, rate)
            : (Parsed<ExchangeRate>)new Fault("SRC-0241", "Not an average reference rate above zero (type SP00, suffix A).", $"{string.Join('.', key)} {text}"));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static List<string> Ids(JsonElement dimension) =>
        [.. dimension.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("id").GetString() ?? "")];

    private sealed record Answer(DateTimeOffset Prepared, IReadOnlyList<(long Position, Parsed<ExchangeRate> Rate)> Rates);
}
