namespace Plimsoll.Consultations.Calendars;

/// <summary>On which days a party works, and up to which day that is known.</summary>
public sealed class WorkingCalendar
{
    private readonly HashSet<DateOnly> off;
    private readonly HashSet<DateOnly> worked;

    /// <summary>A calendar of consecutive years, the first of them known by more than a rule. Without any year nothing is known, and Monday to Friday are worked.</summary>
    public WorkingCalendar(string id, string title, string party, IReadOnlyList<CalendarYear> years)
    {
        (Id, Title, Party, Years) = (id, title, party, years);
        off = [.. years.SelectMany(year => year.Off)];
        worked = [.. years.SelectMany(year => year.Worked)];
        KnownFrom = years.Count == 0 ? DateOnly.MaxValue : new DateOnly(years[0].Year, 1, 1);
        KnownThrough = years.Count == 0 ? DateOnly.MinValue : new DateOnly(years.TakeWhile(year => year.Evidence != CalendarEvidence.Rule).Last().Year, 12, 31);
    }

    /// <summary>Name of its file.</summary>
    public string Id { get; }

    /// <summary>Name for people.</summary>
    public string Title { get; }

    /// <summary>Code of the party that works by it.</summary>
    public string Party { get; }

    /// <summary>Oldest first, without gaps.</summary>
    public IReadOnlyList<CalendarYear> Years { get; }

    /// <summary>First day that is known.</summary>
    public DateOnly KnownFrom { get; }

    /// <summary>Last day that is known from something published. What comes after is counted, and called provisional.</summary>
    public DateOnly KnownThrough { get; }

    /// <summary>Monday to Friday without the days off, and the weekend days that are worked.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? worked.Contains(day) : !off.Contains(day);
}
