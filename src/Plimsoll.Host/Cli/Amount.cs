using System.Globalization;

namespace Plimsoll.Host.Cli;

/// <summary>Writes a value for people: rounded for reading, never for judging.</summary>
internal static class Amount
{
    private static readonly (decimal From, string Word)[] Scales = [(1e9m, " bn"), (1e6m, " mn"), (1e3m, " k")];

    internal static string Write(decimal? value, string unit)
    {
        if (value is not { } number)
        {
            return "–";
        }

        return unit switch
        {
            "ratio" => string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.0} %"),
            "points" => string.Create(CultureInfo.InvariantCulture, $"{number * 100:+0.0;-0.0;0.0} pp"),
            _ when unit.Contains('/', StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"{number:#,0.####} {unit}"),
            _ => Scaled(number, unit),
        };
    }

    /// <summary>A difference with its sign; of two ratios in percentage points.</summary>
    internal static string Change(decimal change, string unit) => $"{(change > 0 ? "+" : "")}{(unit is "ratio" ? Write(change, "points").TrimStart('+') : Write(change, unit))}";

    private static string Scaled(decimal number, string unit)
    {
        var (from, word) = Scales.FirstOrDefault(s => Math.Abs(number) >= s.From, (From: 1m, Word: ""));
        return string.Create(CultureInfo.InvariantCulture, $"{number / from:#,0.0##}{word} {unit}");
    }
}
