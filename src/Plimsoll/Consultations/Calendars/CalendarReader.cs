using System.Globalization;
using Plimsoll.Agreements.Yaml;
using YamlDotNet.RepresentationModel;

namespace Plimsoll.Consultations.Calendars;

/// <summary>Reads a calendar file and holds its days against each other.</summary>
internal static class CalendarReader
{
    private const int LongestHoliday = 31;
    private static readonly string[] FileKeys = ["calendar", "years"];
    private static readonly string[] CalendarKeys = ["id", "title", "party"];
    private static readonly string[] YearKeys = ["year", "evidence", "source", "off", "worked"];
    private static readonly string[] SourceKeys = ["title", "link"];
    private static readonly string[] HolidayKeys = ["name", "from", "to"];

    private static readonly Dictionary<string, CalendarEvidence> Evidence = new(StringComparer.Ordinal)
    {
        ["notice"] = CalendarEvidence.Notice,
        ["list"] = CalendarEvidence.List,
        ["rule"] = CalendarEvidence.Rule,
    };

    internal static WorkingCalendar? Read(YamlMappingNode root, FaultLog faults)
    {
        var file = YamlMap.Open(root, "file", FileKeys, faults);
        var head = YamlMap.Open(file.Node("calendar"), "calendar", CalendarKeys, faults);
        var (id, title, party) = (head.Id("id"), head.Text("title"), head.Text("party"));
        var years = file.List("years").Select(node => ReadYear(node, faults)).ToList();
        if (years.Zip(years.Skip(1)).Any(pair => pair.Second.Year != pair.First.Year + 1) || years is [{ Evidence: CalendarEvidence.Rule }, ..])
        {
            faults.Add(file.At("years"), "CON-0020", "Years must follow each other without gaps, and the first must be known by more than a rule.");
        }

        return faults.IsEmpty ? new WorkingCalendar(id, title, party, years) : null;
    }

    private static CalendarYear ReadYear(YamlNode node, FaultLog faults)
    {
        var map = YamlMap.Open(node, "year", YearKeys, faults);
        var year = map.Whole("year", 1990, 2100);
        var source = YamlMap.Open(map.Node("source"), "source", SourceKeys, faults);
        IReadOnlyList<DateOnly> off = [.. map.List("off").SelectMany(holiday => ReadHoliday(holiday, year, faults))];
        IReadOnlyList<DateOnly> worked = map.IsNone("worked") ? [] : [.. map.List("worked").Select(day => ReadWorked(day, year, off, faults))];
        return new CalendarYear(year, map.Word("evidence", Evidence), source.Text("title"), source.Link("link"), off, worked);
    }

    private static IEnumerable<DateOnly> ReadHoliday(YamlNode node, int year, FaultLog faults)
    {
        var map = YamlMap.Open(node, "holiday", HolidayKeys, faults);
        var (name, from, to) = (map.Text("name"), map.Date("from"), map.Date("to"));
        if (from.Year == year && to.Year == year && from <= to && to.DayNumber - from.DayNumber < LongestHoliday)
        {
            return Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);
        }

        faults.Add(map.Place, "CON-0020", string.Create(CultureInfo.InvariantCulture, $"A holiday begins and ends in {year}, in that order, and is no longer than {LongestHoliday} days."), name);
        return [];
    }

    private static DateOnly ReadWorked(YamlNode node, int year, IReadOnlyList<DateOnly> off, FaultLog faults)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year == year && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !off.Contains(day))
        {
            return day;
        }

        faults.Add(node.Start, "CON-0020", string.Create(CultureInfo.InvariantCulture, $"A day that is worked besides is a Saturday or Sunday of {year} that is no holiday."), text);
        return default;
    }
}
