using System.Globalization;
using Plimsoll.Consultations.Calendars;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Calendars;

/// <summary>Counted by hand on a wall calendar, and the legal limit of 45 working days for an export licence.</summary>
public sealed class DayCountTests
{
    private static readonly DayCount China = new([Of("china")]);
    private static readonly DayCount Union = new([Of("eu-institutions")]);
    private static readonly DayCount Both = new([Of("china"), Of("eu-institutions")]);

    [Theory]
    [InlineData("2026-08-03", 45, "2026-10-10")] // 25 September and 1 to 7 October off, 20 September and 10 October worked.
    [InlineData("2026-02-13", 1, "2026-02-14")] // The Saturday before the Spring Festival is worked.
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-02-27", 2, "2026-03-02")] // Saturday 28 February is worked, then the month ends.
    [InlineData("2025-12-31", 1, "2026-01-04")] // A Sunday.
    [InlineData("2025-09-26", 3, "2025-09-30")] // Sunday 28, Monday 29, Tuesday 30.
    [InlineData("2025-09-30", 1, "2025-10-09")]
    public void Working_days_of_China(string start, int days, string due) => China.After(Day(start), days).ShouldBe(new DueDate(Day(due), null));

    [Theory]
    [InlineData("2026-04-01", 1, "2026-04-07")] // Maundy Thursday to Easter Monday.
    [InlineData("2026-05-13", 1, "2026-05-18")] // Ascension and the day after, then a weekend.
    [InlineData("2026-07-20", 1, "2026-07-22")]
    [InlineData("2026-10-30", 1, "2026-11-03")] // All Saints is a Sunday, All Souls a Monday.
    [InlineData("2026-02-27", 1, "2026-03-02")]
    [InlineData("2025-12-23", 1, "2026-01-05")] // 24 December to 2 January, then a weekend.
    public void Working_days_of_the_institutions(string start, int days, string due) => Union.After(Day(start), days).ShouldBe(new DueDate(Day(due), null));

    [Theory]
    [InlineData("2026-09-29", 10, "2026-10-20")] // 30 September; 8, 9, 12 to 16, 19 and 20 October. Saturday 10 October is worked in China alone.
    [InlineData("2026-04-30", 1, "2026-05-06")] // 1 to 5 May in China.
    [InlineData("2026-05-13", 2, "2026-05-19")]
    public void A_day_counts_for_both_when_both_work(string start, int days, string due) => Both.After(Day(start), days).ShouldBe(new DueDate(Day(due), null));

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-01")]
    [InlineData("2026-02-27", 2, "2026-03-01")]
    [InlineData("2026-12-31", 1, "2027-01-01")]
    [InlineData("2028-02-28", 2, "2028-03-01")]
    public void Every_day_counts_among_calendar_days(string start, int days, string due) =>
        DayCount.CalendarDays.After(Day(start), days).ShouldBe(new DueDate(Day(due), null));

    [Fact]
    public void Beyond_what_is_known_a_deadline_is_provisional_and_says_why()
    {
        China.After(Day("2026-12-30"), 1).ShouldBe(new DueDate(Day("2026-12-31"), null));
        var beyond = China.After(Day("2026-12-31"), 1);
        beyond.Provisional.ShouldBe("the calendar china is known from 2025-01-01 through 2026-12-31");
        Both.After(Day("2026-12-31"), 1).Provisional!.ShouldContain("china");
        Union.After(Day("2026-12-23"), 1).ShouldBe(new DueDate(Day("2027-01-04"), "the calendar eu-institutions is known from 2025-01-01 through 2026-12-31"));
        China.After(Day("2024-12-30"), 1).Provisional.ShouldNotBeNull();
    }

    [Fact]
    public void Without_a_calendar_nothing_is_certain()
    {
        var due = new DayCount([new WorkingCalendar("XX", "", "XX", [])]).After(Day("2026-09-04"), 1);
        due.ShouldBe(new DueDate(Day("2026-09-07"), "no holidays of XX are known"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(DayCount.Longest + 1)]
    public void A_count_that_no_clause_has_is_a_mistake_of_the_caller(int days) =>
        Should.Throw<ArgumentOutOfRangeException>(() => China.After(Day("2026-09-04"), days));

    private static WorkingCalendar Of(string id) => CalendarFile.Bundled.Single(calendar => calendar.Id == id);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
