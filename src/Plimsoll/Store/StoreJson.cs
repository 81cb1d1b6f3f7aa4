using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>How the store writes JSON: snake case, enumerations as words, periods the SDMX way.</summary>
internal static class StoreJson
{
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PeriodConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private sealed class PeriodConverter : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var period = Period.Parse(reader.GetString() ?? "");
            return period.Ok ? period.Value : throw new JsonException(period.Fault!.ToString());
        }

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
