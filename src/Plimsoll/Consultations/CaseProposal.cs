namespace Plimsoll.Consultations;

/// <summary>A step that every party has to enter before it counts, and that some have not.</summary>
/// <param name="Step">What was proposed. Its author's latest word stands beside a differing one of the other party.</param>
/// <param name="WaitsFor">Origins of the logs that have not entered the same; empty when it no longer stands, because its author proposed something else or the case moved on.</param>
public sealed record CaseProposal(CaseStep Step, IReadOnlyList<string> WaitsFor)
{
    /// <summary>True while the other party can confirm it.</summary>
    public bool Stands => WaitsFor.Count > 0;
}
