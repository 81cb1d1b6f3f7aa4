using System.Globalization;
using Cronos;

namespace Plimsoll.Host.Notices;

/// <summary>When to look again: a cron expression of five fields in UTC, or a duration such as <c>90s</c>, <c>15m</c>, <c>6h</c>, <c>1d</c>.</summary>
internal sealed class Schedule
{
    private const int LongestDays = 31;
    private static readonly Dictionary<char, TimeSpan> Units = new()
    {
        ['s'] = TimeSpan.FromSeconds(1),
        ['m'] = TimeSpan.FromMinutes(1),
        ['h'] = TimeSpan.FromHours(1),
        ['d'] = TimeSpan.FromDays(1),
    };

    private readonly Func<DateTimeOffset, DateTimeOffset?> next;

    private Schedule(Func<DateTimeOffset, DateTimeOffset?> next) => this.next = next;

    /// <summary>Null when the text is neither, or when its moment never comes.</summary>
    internal static Schedule? Parse(string text)
    {
        if (text.Length > 1 && Units.TryGetValue(text[^1], out var unit) && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            var every = TimeSpan.FromTicks(Math.Min(unit.Ticks, TimeSpan.MaxValue.Ticks / Math.Max(count, 1)) * count);
            return every > TimeSpan.Zero && every <= TimeSpan.FromDays(LongestDays) ? new Schedule(now => now + every) : null;
        }

        return CronExpression.TryParse(text, out var cron) && cron.GetNextOccurrence(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc) is not null
            ? new Schedule(now => cron.GetNextOccurrence(now, TimeZoneInfo.Utc))
            : null;
    }

    /// <summary>The first moment after now.</summary>
    internal DateTimeOffset Next(DateTimeOffset now) => next(now) ?? DateTimeOffset.MaxValue;
}
