using System.Globalization;

namespace Plimsoll.Host.Languages;

/// <summary>Numbers as a language writes them, scaled with the words that it counts in. Rounded for reading, never for judging.</summary>
public sealed class NumberText
{
    private readonly NumberFormatInfo format;
    private readonly (decimal From, string Word)[] scales;
    private readonly Func<string, string, string> withCurrency;
    private readonly string percent;
    private readonly string points;

    private NumberText(string group, string point, (decimal From, string Word)[] scales, string percent, string points, Func<string, string, string> withCurrency)
    {
        format = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point, NegativeSign = "\u2212" };
        (this.scales, this.percent, this.points, this.withCurrency) = (scales, percent, points, withCurrency);
    }

    // Before a unit stands a space that no line breaks at; the currency's place follows the Interinstitutional style guide.
    internal static NumberText English { get; } = new(",", ".", [(1e9m, "\u00A0bn"), (1e6m, "\u00A0mn"), (1e3m, "\u00A0k")], "\u00A0%", "\u00A0pp", (number, code) => $"{code}\u00A0{number}");

    internal static NumberText German { get; } = new(".", ",", [(1e9m, "\u00A0Mrd."), (1e6m, "\u00A0Mio."), (1e3m, "\u00A0Tsd.")], "\u00A0%", "\u00A0PP", (number, code) => $"{number}\u00A0{code}");

    internal static NumberText French { get; } = new("\u202F", ",", [(1e9m, "\u00A0Md"), (1e6m, "\u00A0M"), (1e3m, "\u00A0k")], "\u00A0%", "\u00A0pt", (number, code) => $"{number}\u00A0{code}");

    internal static NumberText Chinese { get; } = new(",", ".", [(1e8m, "亿"), (1e4m, "万")], "%", "个百分点", (number, code) => $"{number}{Yuan(code)}");

    /// <summary>An amount in any unit: a currency, <c>EUR/KG</c>, <c>ratio</c> (1 = 100 %), <c>points</c>. A dash for null.</summary>
    internal string Amount(decimal? value, string unit) => value is not { } number ? "–" : unit switch
    {
        "ratio" => Plain(number * 100, 1) + percent,
        "points" => (number > 0 ? "+" : "") + Plain(number * 100, 1) + points,
        _ when unit.Contains('/', StringComparison.Ordinal) => $"{Plain(number, 4)}\u00A0{unit}",
        _ => Scaled(number, unit),
    };

    /// <summary>A number with at most so many decimals.</summary>
    internal string Plain(decimal number, int decimals) => number.ToString("#,0." + new string('#', decimals), format);

    /// <summary>The largest scale that a number reaches: what it is divided by, and the word for it with the currency.</summary>
    internal (decimal Divisor, string Word) Scale(decimal largest, string unit)
    {
        var (from, word) = scales.FirstOrDefault(s => Math.Abs(largest) >= s.From, (From: 1m, Word: ""));
        return unit switch
        {
            "ratio" => (0.01m, percent.Trim()),
            "points" => (0.01m, points.Trim()),
            _ when unit.Contains('/', StringComparison.Ordinal) => (1m, unit),
            _ => (from, withCurrency(word.Trim(), unit).Trim('\u00A0')),
        };
    }

    private string Scaled(decimal number, string unit)
    {
        var (from, word) = scales.FirstOrDefault(s => Math.Abs(number) >= s.From, (From: 1m, Word: ""));
        var text = Plain(number / from, Math.Abs(number / from) >= 100 ? 1 : 2) + word;
        return unit.Length == 3 ? withCurrency(text, unit) : $"{text}\u00A0{unit.ToLowerInvariant()}";
    }

    private static string Yuan(string code) => code switch
    {
        "EUR" => "欧元",
        "USD" => "美元",
        "CNY" => "元",
        _ => code,
    };
}
