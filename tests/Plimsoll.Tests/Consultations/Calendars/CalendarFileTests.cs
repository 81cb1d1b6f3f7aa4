using Plimsoll.Consultations.Calendars;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Calendars;

public sealed class CalendarFileTests
{
    private const string Good =
        """
        calendar: {id: x, title: X, party: CN}
        years:
          - year: 2026
            evidence: notice
            source: {title: A notice, link: "https://example.org/"}
            off:
              - {name: A, from: 2026-05-01, to: 2026-05-05}
            worked: [2026-05-09]
        """;

    [Fact]
    public void The_calendars_of_both_parties_ship_and_say_how_far_they_are_known()
    {
        CalendarFile.Bundled.Select(calendar => (calendar.Party, calendar.KnownThrough))
            .ShouldBe([("CN", new DateOnly(2026, 12, 31)), ("EU27_2020", new DateOnly(2026, 12, 31))]);
        CalendarFile.Bundled.SelectMany(calendar => calendar.Years).ShouldAllBe(year => year.Link.Scheme == "https");
    }

    // The numbers of days that the State Council's notices give in brackets, and the decision's own rule for the institutions.
    [Theory]
    [InlineData("china", 2025, 28, 5)]
    [InlineData("china", 2026, 33, 6)]
    [InlineData("eu-institutions", 2025, 22, 0)]
    [InlineData("eu-institutions", 2026, 22, 0)]
    [InlineData("eu-institutions", 2027, 22, 0)]
    public void A_year_has_as_many_days_off_and_worked_as_its_source(string id, int year, int off, int worked)
    {
        var found = CalendarFile.Bundled.Single(calendar => calendar.Id == id).Years.Single(one => one.Year == year);
        (found.Off.Count, found.Worked.Count).ShouldBe((off, worked));
    }

    [Fact]
    public void A_good_file_reads() => CalendarFile.Parse(Good, "x.yaml").Calendar.ShouldNotBeNull().IsWorkingDay(new DateOnly(2026, 5, 9)).ShouldBeTrue();

    [Theory]
    [InlineData("to: 2026-05-05", "to: 2027-05-05", "CON-0020")]
    [InlineData("to: 2026-05-05", "to: 2026-04-30", "CON-0020")]
    [InlineData("worked: [2026-05-09]", "worked: [2026-05-08]", "CON-0020")]
    [InlineData("worked: [2026-05-09]", "worked: [2026-05-02]", "CON-0020")]
    [InlineData("worked: [2026-05-09]", "worked: [2025-05-10]", "CON-0020")]
    [InlineData("evidence: notice", "evidence: rule", "CON-0020")]
    [InlineData("evidence: notice", "evidence: hearsay", "AGR-0007")]
    [InlineData("    worked: [2026-05-09]", "", "AGR-0004")]
    [InlineData("link: \"https://example.org/\"", "link: nowhere", "AGR-0006")]
    public void A_bad_file_is_refused_with_its_place(string good, string bad, string code)
    {
        var read = CalendarFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "x.yaml");
        read.Calendar.ShouldBeNull();
        read.Faults[0].Fault.Code.ShouldBe(code);
        read.Faults[0].Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_gap_between_years_is_refused() =>
        CalendarFile.Parse(Good + "\n" + string.Join('\n', Good.Split('\n').Skip(2)).Replace("2026", "2028", StringComparison.Ordinal).Replace("[2028-05-09]", "none", StringComparison.Ordinal), "x.yaml")
            .Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("CON-0020");
}
