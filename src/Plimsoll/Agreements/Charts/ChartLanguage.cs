using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Charts;

/// <summary>How a chart speaks.</summary>
/// <param name="Scale">For a unit and the largest number: what numbers are divided by, and the word for it with the unit.</param>
/// <param name="Number">A number after the division.</param>
/// <param name="Zone">The word of a zone.</param>
/// <param name="Period">A period on the axis.</param>
/// <param name="Status">The sentence about the status of limits and colours.</param>
public sealed record ChartLanguage(
    Func<string, decimal, (decimal Divisor, string Word)> Scale,
    Func<decimal, string> Number,
    Func<Zone, string> Zone,
    Func<Period, string> Period,
    Func<string, string> Status)
{
    /// <summary>As evidence is written: the same for every reader.</summary>
    public static ChartLanguage English { get; } = new(
        (unit, largest) => Charts.Scale.For(unit, largest) is var scale ? (scale.Divisor, scale.Word) : default,
        number => number.ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', '−'),
        ZoneMark.Word,
        period => period.ToString(),
        status => $"Colours and limits: {status}.");
}
