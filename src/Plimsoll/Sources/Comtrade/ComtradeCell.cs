using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comtrade;

/// <summary>Reads one record of a Comtrade answer.</summary>
internal static class ComtradeCell
{
    private const string KilogramUnit = "8";
    private static readonly string[] NoUnit = ["", "-1", "1"];

    /// <summary>The observation; fault <c>SRC-0224</c> for a part of a total, <c>TRD-0004</c> or <c>SRC-0227</c> for fields that cannot be read.</summary>
    internal static Parsed<Observation> Read(JsonElement record, ComtradeCountries countries)
    {
        if (Breakdown(record) is { } part)
        {
            return new Fault("SRC-0224", "A breakdown of a total that the answer gives as well; adding both would count the trade twice. Only the totals are stored.", part);
        }

        var period = Period.Parse(Text(record, "period"));
        var (reporter, partner) = (countries.FromNumeric(Text(record, "reporterCode")), countries.FromNumeric(Text(record, "partnerCode")));
        var (product, flow) = (ReadProduct(record), ReadFlow(Text(record, "flowCode")));
        var value = BinaryNoise.Read(Text(record, "primaryValue"), 1m);
        var (weight, quantity) = (Amount(record, "netWgt"), Amount(record, "qty"));
        if ((period.Fault ?? reporter.Fault ?? partner.Fault ?? product.Fault ?? flow.Fault ?? value.Fault ?? weight.Fault ?? quantity.Fault) is { } fault)
        {
            return fault;
        }

        var unit = Text(record, "qtyUnitCode");
        var counted = quantity.Value != Fixed3.Null && unit is not KilogramUnit && !NoUnit.Contains(unit, StringComparer.Ordinal);
        return new Observation(reporter.Value, partner.Value, product.Value, flow.Value, period.Value)
        {
            Value = value.Value,
            QuantityKg = weight.Value,
            SupplementaryQuantity = counted ? quantity.Value : Fixed3.Null,
            SupplementaryUnit = counted ? $"UN{unit}" : "",
            Flags = weight.Value != Fixed3.Null && Text(record, "isNetWgtEstimated") is "true" ? ObservationFlags.Estimated : ObservationFlags.None,
        };
    }

    /// <summary>A field as it is written, numbers with all their digits; empty when absent, null, or not a plain value.</summary>
    internal static string Text(JsonElement record, string name)
    {
        var plain = record.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
        return plain ? Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)).Trim('"') : "";
    }

    /// <summary>The first dimension that is not at its total; null for a total. A dimension that is absent was not asked for.</summary>
    private static string? Breakdown(JsonElement record)
    {
        (string Name, string Total)[] dimensions = [("partner2Code", "0"), ("motCode", "0"), ("mosCode", "0"), ("customsCode", "C00")];
        return dimensions
            .Select(d => (d.Name, d.Total, Value: Text(record, d.Name)))
            .Where(d => d.Value.Length > 0 && !string.Equals(d.Value, d.Total, StringComparison.Ordinal))
            .Select(d => $"{d.Name} {d.Value}")
            .FirstOrDefault();
    }

    private static Parsed<ProductCode> ReadProduct(JsonElement record)
    {
        var code = Text(record, "cmdCode");
        var list = Text(record, "classificationCode");
        return code is "TOTAL" || list.StartsWith('H')
            ? ProductCode.Parse(code)
            : new Fault("SRC-0227", "Not a code of the Harmonized System; other classifications of UN Comtrade are not read.", $"{list} {code}");
    }

    private static Parsed<Flow> ReadFlow(string code) => code switch
    {
        "M" => Flow.Import,
        "X" => Flow.Export,
        _ => new Fault("SRC-0227", "Not the flow M or X; re-exports and re-imports are inside these two.", code),
    };

    /// <summary>Comtrade writes 0 and null alike where no amount was reported.</summary>
    private static Parsed<long> Amount(JsonElement record, string name)
    {
        var text = Text(record, name);
        var read = text.Length == 0 ? Fixed3.Null : BinaryNoise.Read(text, 1m);
        return read.Ok && read.Value == 0 ? Fixed3.Null : read;
    }
}
