using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary>
/// The one way in which a pack's documents are written, byte for byte: snake case, two spaces, line feeds. Exact numbers are strings,
/// since many readers of JSON round numbers to sixteen digits.
/// </summary>
internal static class PackJson
{
    private const string Exact = "0.############################";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new ExactConverter(), new PeriodConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    internal static byte[] Write<T>(T document) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(document, Options) + "\n");

    /// <summary>The document; fault <c>EVI-0004</c> when the bytes are not what <see cref="Write"/> would write of one.</summary>
    internal static Parsed<T> Read<T>(string file, byte[] bytes)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options) is { } document && Write(document).AsSpan().SequenceEqual(bytes)
                ? document
                : new Fault("EVI-0004", "The file is not in the form in which evidence packs are written.", file);
        }
        catch (Exception bad) when (bad is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            return new Fault("EVI-0004", $"The file cannot be read as a part of an evidence pack: {bad.Message}", file);
        }
    }

    /// <summary>Every digit of an exact number.</summary>
    internal static string Digits(decimal number) => number.ToString(Exact, CultureInfo.InvariantCulture);

    private sealed class ExactConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new JsonException("Not a number.");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue(Digits(value));
    }

    private sealed class PeriodConverter : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var period = Period.Parse(reader.GetString() ?? "");
            return period.Ok ? period.Value : throw new JsonException("Not a period.");
        }

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
