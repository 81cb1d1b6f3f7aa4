using System.CommandLine;
using System.Globalization;

namespace Plimsoll.Host.Cli;

/// <summary>An option whose value is a day.</summary>
internal static class DateOption
{
    internal static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"'{text}' is not a day. Write 2026-02-13.");
            return null;
        },
    };
}
