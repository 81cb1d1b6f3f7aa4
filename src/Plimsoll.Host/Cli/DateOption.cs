using System.CommandLine;
using System.Globalization;

namespace Plimsoll.Host.Cli;

/// <summary>An option whose value is a day.</summary>
internal static class DateOption
{
    /// <summary>The day whose knowledge counts.</summary>
    internal static Option<DateOnly?> AsOf(string description = "Figures as they were known on this day.") =>
        Create("--as-of", description, TryReadAsOf, " of the years 1900 to 2200");

    internal static Option<DateOnly?> Create(string name, string description) => Create(name, description, TryRead, "");

    /// <summary>Reads the day whose knowledge counts. Before 1900 and after 2200 no period can be written, and no finding of one be named.</summary>
    internal static bool TryReadAsOf(string text, out DateOnly day) => TryRead(text, out day) && day.Year is >= 1900 and <= 2200;

    private static bool TryRead(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static Option<DateOnly?> Create(string name, string description, DayReader read, string range) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (read(text, out var day))
            {
                return day;
            }

            result.AddError($"'{text}' is not a day{range}. Write 2026-02-13.");
            return null;
        },
    };

    private delegate bool DayReader(string text, out DateOnly day);
}
