using Plimsoll.Agreements.Terms;
using Plimsoll.Consultations.Calendars;

namespace Plimsoll.Consultations;

/// <summary>What the clauses leave open about the time of a case. The numbers here are illustrative, as the clauses are.</summary>
public sealed record CaseTerms
{
    /// <summary>Calendars of the parties; a party without one works from Monday to Friday, and its deadlines are provisional.</summary>
    public IReadOnlyList<WorkingCalendar> Calendars { get; init; } = CalendarFile.Bundled;

    /// <summary>Until when a notified party is to say that it knows, in days of both parties.</summary>
    public ConsultationClock Acknowledgement { get; init; } = new(5, WorkingDays: true);

    /// <summary>How many calendar days before its last day a deadline is brought up, each once.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [5, 1];

    /// <summary>Which days a clock counts: every day, or those that are worked by all parties.</summary>
    internal DayCount Count(ConsultationClock clock, IEnumerable<string> parties) => clock.WorkingDays ? new DayCount([.. parties.Select(Calendar)]) : DayCount.CalendarDays;

    private WorkingCalendar Calendar(string party) => Calendars.FirstOrDefault(calendar => calendar.Party == party) ?? new WorkingCalendar(party, "", party, []);
}
