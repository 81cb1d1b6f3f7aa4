namespace Plimsoll.Consultations;

#pragma warning disable CA1716 // It is the field's word; nothing here is called from Visual Basic.
/// <summary>A consultation from the finding that opened it to its outcome: the record that crosses from Consultations to Host.</summary>
/// <param name="Id"><c>agreement/sector@A.B/period</c>, with <c>.2</c> for the second of the same.</param>
/// <param name="Scope">What its findings share.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OpenedAt">When, by the clock of the first who opened it.</param>
/// <param name="OpenedBy">Origins of the logs in which it was opened.</param>
/// <param name="Findings">In the order in which they came in; none ever leaves.</param>
/// <param name="Steps">In order.</param>
/// <param name="Deadlines">In the order in which they started.</param>
/// <param name="Positions">Of both parties, in order.</param>
/// <param name="Outcome">Newest that a party entered; null when there is none.</param>
public sealed record Case(
    string Id,
    CaseScope Scope,
    CaseState State,
    DateTimeOffset OpenedAt,
    IReadOnlyList<string> OpenedBy,
    IReadOnlyList<CaseFinding> Findings,
    IReadOnlyList<CaseStep> Steps,
    IReadOnlyList<CaseDeadline> Deadlines,
    IReadOnlyList<CasePosition> Positions,
    CaseOutcome? Outcome)
{
    /// <summary>True until it is closed.</summary>
    public bool IsOpen => State != CaseState.Closed;

    /// <summary>How much the parties had agreed to, from the first finding.</summary>
    public string Status => Findings.Count == 0 ? "" : Findings[0].Status;
}
