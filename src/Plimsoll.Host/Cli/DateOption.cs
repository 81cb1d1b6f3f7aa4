using System.CommandLine;
using System.Globalization;

namespace Plimsoll.Host.Cli;

/// <summary>An option whose value is a day.</summary>
internal static class DateOption
{
    /// <summary>The day whose knowledge counts.</summary>
    internal static Option<DateOnly?> AsOf(string description = "Figures as they were known on this day.") => Create("--as-of", description);

    internal static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (TryRead(text, out var day))
            {
                return day;
            }

            result.AddError($"'{text}' is not a day of the years 1900 to 2200. Write 2026-02-13.");
            return null;
        },
    };

    /// <summary>Reads <c>2026-02-13</c>. Days of years that no period can be written in, before 1900 and after 2200, are none.</summary>
    internal static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and <= 2200;
}
