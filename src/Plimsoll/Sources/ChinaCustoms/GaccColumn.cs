using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>One column of figures, as its head describes it.</summary>
/// <param name="Index">Position in the table, from 0.</param>
/// <param name="Flow">Direction that the head names; <see cref="Flow.None"/> in tables of one direction.</param>
/// <param name="IsQuantity">True for a quantity, false for a value.</param>
/// <param name="Period">Months that the figures cover.</param>
internal sealed record GaccColumn(int Index, Flow Flow, bool IsQuantity, Period Period)
{
    private static readonly Regex Span = new(@"^(?<first>[0-9]{1,2})(?:\s*(?:-|to|\s)+\s*(?<last>[0-9]{1,2}))?\s*(?:Total)?\s*(?:,\s*(?<year>20[0-9]{2}))?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>
    /// Reads the head of a column, its cells from top to bottom: <c>Export | 1- to-2</c>, <c>5 | Quantity</c>, <c>1-5 Total,2025 | Value</c>.
    /// Null for names, units, growth rates, and the sum of exports and imports, which are no observations.
    /// </summary>
    internal static GaccColumn? Read(int index, IReadOnlyList<string> head, int year)
    {
        var all = string.Join(' ', head);
        if (all.Contains('%', StringComparison.Ordinal) || all.Contains("Year-on-Year", StringComparison.OrdinalIgnoreCase) || all.Contains('&', StringComparison.Ordinal))
        {
            return null;
        }

        var period = head.Select(cell => ReadPeriod(cell, year)).FirstOrDefault(p => p is not null);
        var flow = head.Contains("Export", StringComparer.OrdinalIgnoreCase) ? Flow.Export
            : head.Contains("Import", StringComparer.OrdinalIgnoreCase) ? Flow.Import : Flow.None;
        var quantity = head.Contains("Quantity", StringComparer.OrdinalIgnoreCase);
        var measured = flow != Flow.None || quantity || head.Contains("Value", StringComparer.OrdinalIgnoreCase);
        return period is { } found && measured ? new GaccColumn(index, flow, quantity, found) : null;
    }

    /// <summary>Reads <c>5</c>, <c>1-5 Total</c>, <c>1- to-5</c>, <c>1 to 5</c> and <c>1-5 Total,2025</c>.</summary>
    private static Period? ReadPeriod(string cell, int year)
    {
        if (Span.Match(cell) is not { Success: true } match)
        {
            return null;
        }

        var first = Number(match.Groups["first"]);
        var last = match.Groups["last"].Success ? Number(match.Groups["last"]) : first;
        var of = match.Groups["year"].Success ? Number(match.Groups["year"]) : year;
        return first is >= 1 && last <= 12 && first <= last ? new Period(Month.Of(of, first), last - first + 1) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
