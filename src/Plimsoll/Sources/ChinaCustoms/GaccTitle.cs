using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>What the title of a release page says.</summary>
/// <param name="Table">Number of the table: 4 by country, 5 major exports, 6 major imports.</param>
/// <param name="Period">Months named: one, or the combined January and February.</param>
internal sealed record GaccTitle(int Table, Period Period)
{
    private const string MonthNames = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    private static readonly Regex TitlePeriod = new(
        @"\b(?<first>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?" +
        @"(?:\s*(?:-|–|to|and)\s*(?<last>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)?,?\s*(?<year>20\d\d)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>Name of the dataset, e.g. <c>table-4</c>.</summary>
    internal string Dataset => string.Create(CultureInfo.InvariantCulture, $"table-{Table}");

    /// <summary>
    /// Reads <c>(4) China's Total Export &amp; Import Values by Country/Region, January-February 2025 (in CNY)</c> and the older
    /// wordings; null for the title of any other page.
    /// </summary>
    internal static GaccTitle? Read(string title)
    {
        var table = true switch
        {
            _ when title.Contains("by Country", StringComparison.OrdinalIgnoreCase) => 4,
            _ when title.Contains("by Major Country", StringComparison.OrdinalIgnoreCase) => 4,
            _ when title.Contains("Major Export", StringComparison.OrdinalIgnoreCase) => 5,
            _ when title.Contains("Major Import", StringComparison.OrdinalIgnoreCase) => 6,
            _ => 0,
        };
        return table > 0 && ReadPeriod(title) is { } period ? new GaccTitle(table, period) : null;
    }

    /// <summary>The months named in a title.</summary>
    private static Period? ReadPeriod(string title)
    {
        if (TitlePeriod.Match(title) is not { Success: true } match)
        {
            return null;
        }

        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var first = MonthNumber(match.Groups["first"].Value);
        var last = match.Groups["last"].Success ? MonthNumber(match.Groups["last"].Value) : first;
        return last >= first ? new Period(Month.Of(year, first), last - first + 1) : null;
    }

    private static int MonthNumber(string name) => (MonthNames.IndexOf(name[..3], StringComparison.OrdinalIgnoreCase) / 3) + 1;
}
