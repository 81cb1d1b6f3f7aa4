namespace Plimsoll.Consultations;

/// <summary>A deadline that is to be brought up.</summary>
/// <param name="Case">Case id.</param>
/// <param name="Deadline">Which.</param>
/// <param name="On">Day of the reminder.</param>
public sealed record Reminder(string Case, CaseDeadline Deadline, DateOnly On);
