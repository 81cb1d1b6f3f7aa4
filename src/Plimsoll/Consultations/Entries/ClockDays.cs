namespace Plimsoll.Consultations.Entries;

/// <summary>Which days a clause's clock counts, as its entry says.</summary>
internal enum ClockDays
{
    /// <summary>Every day.</summary>
    CalendarDays,

    /// <summary>Days on which both parties work.</summary>
    WorkingDays,
}
