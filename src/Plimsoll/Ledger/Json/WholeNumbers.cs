using System.Globalization;
using System.Text.Json;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Json;

/// <summary>Numbers that every reader of JSON reads alike: whole, and within ±(2^53 − 1) as RFC 7493 §2.2 asks. Anything else goes into a string.</summary>
internal static class WholeNumbers
{
    private const long Limit = (1L << 53) - 1;

    /// <summary>The first number, at any depth, that is none; null when all are whole.</summary>
    internal static Fault? Fault(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(m => Fault(m.Value)).FirstOrDefault(f => f is not null),
        JsonValueKind.Array => value.EnumerateArray().Select(Fault).FirstOrDefault(f => f is not null),
        JsonValueKind.Number when !IsWhole(value.GetRawText()) => new Fault(
            "LED-0002",
            "A number in an entry is whole and has at most 15 digits. Write a decimal as a string.",
            value.GetRawText()),
        _ => null,
    };

    private static bool IsWhole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= -Limit and <= Limit && text != "-0";
}
