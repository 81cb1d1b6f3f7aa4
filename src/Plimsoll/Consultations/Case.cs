namespace Plimsoll.Consultations;

#pragma warning disable CA1716 // It is the field's word; nothing here is called from Visual Basic.
/// <summary>A consultation from the finding that opened it to its outcome: the record that crosses from Consultations to Host.</summary>
/// <param name="Id"><c>agreement/sector@A.B/period</c>, with <c>.2</c> for the second of the same.</param>
/// <param name="Scope">What its findings share.</param>
/// <param name="Parties">Origins of the logs that have a say in it: who signed the agreement, or its author alone where nobody signed.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OpenedAt">When, by the clock of the first who opened it.</param>
/// <param name="OpenedBy">Origins of the logs in which it was opened.</param>
/// <param name="Findings">In the order in which they came in; none ever leaves.</param>
/// <param name="Steps">In order.</param>
/// <param name="Proposals">Steps that not every party has entered, in order; also those that no longer stand.</param>
/// <param name="Deadlines">In the order in which they started.</param>
/// <param name="Positions">Of both parties, in order.</param>
/// <param name="Outcome">What all parties entered, or <see cref="CaseOutcome.Disputed"/> by one; null while there is none, and again when the case went back to talks.</param>
public sealed record Case(
    string Id,
    CaseScope Scope,
    IReadOnlyList<string> Parties,
    CaseState State,
    DateTimeOffset OpenedAt,
    IReadOnlyList<string> OpenedBy,
    IReadOnlyList<CaseFinding> Findings,
    IReadOnlyList<CaseStep> Steps,
    IReadOnlyList<CaseProposal> Proposals,
    IReadOnlyList<CaseDeadline> Deadlines,
    IReadOnlyList<CasePosition> Positions,
    CaseOutcome? Outcome)
{
    /// <summary>True until it is closed.</summary>
    public bool IsOpen => State != CaseState.Closed;

    /// <summary>How much the parties had agreed to, from the first finding.</summary>
    public string Status => Findings.Count == 0 ? "" : Findings[0].Status;
}
