using System.Globalization;

namespace Plimsoll.Host.Cli;

/// <summary>Writes a value for people: rounded for reading, never for judging.</summary>
internal static class Amount
{
    private const int MostDigits = 9;
    private static readonly (decimal From, string Word)[] Scales = [(1e9m, " bn"), (1e6m, " mn"), (1e3m, " k")];

    /// <summary>As <see cref="Write(decimal?, string)"/>, with as many digits as tell the value apart from the limits that it is held against.</summary>
    internal static string Apart(decimal? value, string unit, IEnumerable<decimal> limits)
    {
        var others = limits.Where(limit => limit != value).ToList();
        return Write(value, unit, Digits(d => others.TrueForAll(limit => Write(limit, unit, d) != Write(value, unit, d))));
    }

    internal static string Write(decimal? value, string unit) => Write(value, unit, 1);

    // Of ratios at least so many digits after the point; amounts have one to three, or so many.
    private static string Write(decimal? value, string unit, int digits)
    {
        if (value is not { } number)
        {
            return "–";
        }

        return unit switch
        {
            "ratio" => $"{Percent(number, digits)} %",
            "points" => $"{(number > 0 ? "+" : "")}{Percent(number, digits)} pp",
            _ when unit.Contains('/', StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"{number:#,0.####} {unit}"),
            _ => Scaled(number, unit, Math.Max(3, digits)),
        };
    }

    /// <summary>A difference with its sign, never rounded to none; of two ratios in percentage points.</summary>
    internal static string Change(decimal change, string unit) => unit is "ratio" or "points"
        ? Write(change, "points", Digits(d => change == 0 || Math.Round(change * 100, d) != 0))
        : $"{(change > 0 ? "+" : "")}{Write(change, unit)}";

    private static int Digits(Func<int, bool> enough) => Enumerable.Range(1, MostDigits).FirstOrDefault(enough, MostDigits);

    private static string Percent(decimal number, int digits) => (number * 100).ToString("0." + new string('0', digits), CultureInfo.InvariantCulture);

    private static string Scaled(decimal number, string unit, int digits)
    {
        var (from, word) = Scales.FirstOrDefault(s => Math.Abs(number) >= s.From, (From: 1m, Word: ""));
        return $"{(number / from).ToString("#,0.0" + new string('#', digits - 1), CultureInfo.InvariantCulture)}{word} {unit}";
    }
}
