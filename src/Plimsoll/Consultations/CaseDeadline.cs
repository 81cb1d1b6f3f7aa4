using Plimsoll.Consultations.Calendars;

namespace Plimsoll.Consultations;

/// <summary>Until when a step is due.</summary>
/// <param name="Id"><c>consultation</c>, from the clause's clock, or <c>acknowledgement</c>.</param>
/// <param name="MetBy">The states any of which meets it.</param>
/// <param name="From">Day of the step or finding that started it; not counted itself.</param>
/// <param name="Days">Days that count.</param>
/// <param name="Count">Which days count, in words.</param>
/// <param name="Due">Last day.</param>
/// <param name="WaitsFor">Origins of the logs that have to enter such a step and have not: every party for talks, the notified one for an acknowledgement.</param>
/// <param name="MetOn">Day on which the last of them entered it, which may be late; null while it is open.</param>
/// <param name="LapsedOn">Day of the first entry that says that it lapsed; null when none does.</param>
public sealed record CaseDeadline(
    string Id, IReadOnlyList<CaseState> MetBy, DateOnly From, int Days, string Count, DueDate Due, IReadOnlyList<string> WaitsFor, DateOnly? MetOn, DateOnly? LapsedOn)
{
    /// <summary>True when the step came after the last day.</summary>
    public bool Late => MetOn > Due.Day;

    /// <summary>True when the last day is over and the step has not come. A provisional day is never over: it may still move.</summary>
    public bool IsOver(DateOnly today) => MetOn is null && Due.Provisional is null && today > Due.Day;
}
