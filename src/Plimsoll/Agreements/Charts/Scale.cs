using System.Globalization;

namespace Plimsoll.Agreements.Charts;

/// <summary>How numbers of a unit are shown to people: one scale for a whole chart, so that its numbers can be compared.</summary>
/// <param name="Divisor">What a number is divided by.</param>
/// <param name="Word">What stands behind it, e.g. <c>bn EUR</c>.</param>
internal sealed record Scale(decimal Divisor, string Word)
{
    private static readonly (decimal From, string Word)[] Steps = [(1e9m, "bn "), (1e6m, "mn "), (1e3m, "thousand ")];

    /// <summary>The scale for numbers up to a size.</summary>
    internal static Scale For(string unit, decimal largest)
    {
        if (unit is "ratio" or "points")
        {
            return new Scale(0.01m, unit == "ratio" ? "%" : "percentage points");
        }

        var (from, word) = Steps.FirstOrDefault(s => Math.Abs(largest) >= s.From, (From: 1m, Word: ""));
        return unit.Contains('/', StringComparison.Ordinal) ? new Scale(1m, unit) : new Scale(from, word + unit);
    }

    /// <summary>The number alone, rounded for reading; minus as minus sign.</summary>
    internal string Number(decimal value) =>
        (value / Divisor).ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>The number and its unit.</summary>
    internal string Write(decimal? value) => value is { } number ? $"{Number(number)} {Word}" : "no value";
}
