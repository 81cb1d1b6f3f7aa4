using System.Globalization;

namespace Plimsoll.Consultations.Calendars;

/// <summary>Which days a deadline counts. The method is docs/methods/working-days.md.</summary>
/// <param name="Calendars">A day counts when it is worked by every one of these; without any, every day counts.</param>
public sealed record DayCount(IReadOnlyList<WorkingCalendar> Calendars)
{
    /// <summary>Longest deadline, in days: ten years.</summary>
    public const int Longest = 3660;

    /// <summary>Every day counts.</summary>
    public static DayCount CalendarDays { get; } = new([]);

    /// <summary>As people read it: <c>calendar days</c>, <c>working days of china</c>.</summary>
    public string Words => Calendars.Count == 0 ? "calendar days" : $"working days of {string.Join(" and ", Calendars.Select(calendar => calendar.Id))}";

    /// <summary>True when the day counts.</summary>
    public bool Counts(DateOnly day) => Calendars.All(calendar => calendar.IsWorkingDay(day));

    /// <summary>The day that is the n-th to count after <paramref name="start"/>, which itself does not count.</summary>
    /// <param name="start">Day of the event that starts the deadline.</param>
    /// <param name="days">From 1 to <see cref="Longest"/>.</param>
    public DueDate After(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Longest);
        var day = start;
        for (var left = days; left > 0;)
        {
            if (day == DateOnly.MaxValue)
            {
                return new DueDate(day, "no later day can be written");
            }

            day = day.AddDays(1);
            left -= Counts(day) ? 1 : 0;
        }

        return new DueDate(day, Doubt(start, day));
    }

    private string? Doubt(DateOnly start, DateOnly end)
    {
        var unknown = Calendars.Where(calendar => start.AddDays(1) < calendar.KnownFrom || end > calendar.KnownThrough).ToList();
        return unknown.Count == 0
            ? null
            : string.Join("; ", unknown.Select(calendar => calendar.Years.Count == 0
                ? $"no holidays of {calendar.Party} are known"
                : string.Create(CultureInfo.InvariantCulture, $"the calendar {calendar.Id} is known from {calendar.KnownFrom:yyyy-MM-dd} through {calendar.KnownThrough:yyyy-MM-dd}")));
    }
}
