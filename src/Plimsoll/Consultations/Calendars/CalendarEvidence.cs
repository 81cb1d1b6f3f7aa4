namespace Plimsoll.Consultations.Calendars;

/// <summary>How the days of a year are known.</summary>
public enum CalendarEvidence
{
    /// <summary>The text of the official notice was read, if only in a copy.</summary>
    Notice,

    /// <summary>Put together from lists that repeat the official one.</summary>
    List,

    /// <summary>By the rule that earlier years followed. Every deadline that reaches such a year is provisional.</summary>
    Rule,
}
