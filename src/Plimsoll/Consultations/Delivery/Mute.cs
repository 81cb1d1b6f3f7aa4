using Plimsoll.Consultations.Notices;

namespace Plimsoll.Consultations.Delivery;

/// <summary>Lines of which nobody is told for a time. They are noticed all the same, and the reason stands beside them.</summary>
/// <param name="Lines">Clause and subject as <c>import-surge@EU27_2020.CN.85*</c>, or the id of a case.</param>
/// <param name="Reason">Why, in somebody's words.</param>
/// <param name="Until">Last day, in UTC.</param>
public sealed record Mute(LinePattern Lines, string Reason, DateOnly Until)
{
    /// <summary>True when the notice is not to be delivered today.</summary>
    public bool Holds(Notice notice, DateOnly today) => today <= Until && Lines.Matches(notice.Line);
}
