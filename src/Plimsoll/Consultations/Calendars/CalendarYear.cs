namespace Plimsoll.Consultations.Calendars;

/// <summary>One year of a calendar: the days that differ from Monday to Friday.</summary>
/// <param name="Year">The year, in which all its days lie.</param>
/// <param name="Evidence">How the days are known.</param>
/// <param name="Source">What was read.</param>
/// <param name="Link">Where.</param>
/// <param name="Off">Days that are not worked; days of a weekend may be among them.</param>
/// <param name="Worked">Days of a weekend that are worked.</param>
public sealed record CalendarYear(int Year, CalendarEvidence Evidence, string Source, Uri Link, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Worked);
