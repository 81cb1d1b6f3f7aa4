using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>Figures and units as China Customs prints them.</summary>
internal static class GaccFigure
{
    private const decimal MultiplierLimit = 1e12m;

    private static readonly Regex Printed = new(@"^-?([0-9]{1,3}(,[0-9]{3}){1,4}|[0-9]{1,12})(\.[0-9]{1,6})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex MoneyUnit = new(
        @"(?<currency>CNY|RMB|USD|US\$)\s*(?<number>[0-9][0-9,]{0,8})?\s*(?<word>million|billion)?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    private static readonly Regex QuantityUnit = new(
        @"^(?<number>[0-9][0-9,]{0,8})?\s*((?<word>million|billion)\s+)?(?<name>\p{L}[\w\s.]{0,31})$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>True for the dashes and blanks that stand for no figure.</summary>
    internal static bool IsNone(string printed) => printed is "" or "-" or "—" or "–" or "--";

    /// <summary>
    /// Thousandths of <paramref name="printed"/> × <paramref name="multiplier"/>, exact; <see cref="Fixed3.Null"/> for no figure,
    /// fault <c>SRC-0205</c> for anything else.
    /// </summary>
    internal static Parsed<long> Read(string printed, decimal multiplier)
    {
        if (IsNone(printed))
        {
            return Fixed3.Null;
        }

        var read = Printed.IsMatch(printed) && multiplier <= MultiplierLimit
            ? Fixed3.FromDecimal(decimal.Parse(printed, NumberStyles.Number, CultureInfo.InvariantCulture) * multiplier)
            : null;
        return read is { } thousandths
            ? thousandths
            : new Fault("SRC-0205", "Not a figure. China Customs prints numbers such as 5,682.6 and a dash for none.", printed);
    }

    /// <summary>
    /// Reads <c>CNY 100 Million</c>, <c>USD1 Million</c>, <c>US$1,000,000</c>, <c>USD 1,000</c> and the like; null when the text is no unit of money.
    /// </summary>
    internal static (string Currency, decimal Multiplier)? ReadMoneyUnit(string text)
    {
        if (MoneyUnit.Match(text) is not { Success: true } match)
        {
            return null;
        }

        var currency = match.Groups["currency"].Value.ToUpperInvariant() is "CNY" or "RMB" ? "CNY" : "USD";
        return (currency, Size(match));
    }

    /// <summary>
    /// Reads a commodity's unit: <c>10,000 Tons</c> is 10,000,000 KG, <c>100 Million PCS</c> is 100,000,000 PCS; no unit for a dash.
    /// </summary>
    internal static (string Unit, decimal Multiplier) ReadQuantityUnit(string text)
    {
        if (IsNone(text) || QuantityUnit.Match(text) is not { Success: true } match)
        {
            return ("", 1m);
        }

        var number = Size(match);
        return match.Groups["name"].Value.ToUpperInvariant() switch
        {
            "TON" or "TONS" or "TONNE" or "TONNES" => ("KG", number * 1000m),
            "KG" or "KILOGRAM" or "KILOGRAMS" => ("KG", number),
            var name => (name.Replace(' ', '_'), number),
        };
    }

    /// <summary>The number and the word before a unit, multiplied; 1 where there is neither.</summary>
    private static decimal Size(Match unit)
    {
        var digits = unit.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        var number = digits.Length == 0 ? 1m : decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return unit.Groups["word"].Value.ToUpperInvariant() switch
        {
            "MILLION" => number * 1_000_000m,
            "BILLION" => number * 1_000_000_000m,
            _ => number,
        };
    }
}
