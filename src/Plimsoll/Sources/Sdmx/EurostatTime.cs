using System.Globalization;

namespace Plimsoll.Sources.Sdmx;

/// <summary>Reads the publication times of Eurostat's answers.</summary>
internal static class EurostatTime
{
    private const string Local = "dd/MM/yy HH:mm:ss";

    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>
    /// UTC of <c>13/02/26 11:00:00</c>, which is Brussels time of this century, or of a time with an offset
    /// (<c>2026-09-15T11:00:00+0200</c>); null for any other text.
    /// </summary>
    internal static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var stated))
        {
            return stated.ToUniversalTime();
        }

        if (!DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var thisCentury = local.Year < 2000 ? local.AddYears(100) : local;
        return new DateTimeOffset(thisCentury, BrusselsOffset(thisCentury)).ToUniversalTime();
    }

    /// <summary>
    /// Directive 2000/84/EC: summer time from 02:00 on the last Sunday of March to 03:00 on the last Sunday of October. The rule is
    /// written out, not looked up, so that a machine without time-zone data reads the same vintage. Of the repeated hour in October
    /// the first is meant.
    /// </summary>
    private static TimeSpan BrusselsOffset(DateTime local)
    {
        var summer = local >= LastSunday(local.Year, 3).AddHours(2) && local < LastSunday(local.Year, 10).AddHours(3);
        return TimeSpan.FromHours(summer ? 2 : 1);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
