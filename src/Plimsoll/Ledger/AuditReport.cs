using Plimsoll.Ledger.Notes;

namespace Plimsoll.Ledger;

/// <summary>What an audit found.</summary>
/// <param name="Origin">Name of the log.</param>
/// <param name="Entries">Entries that were read.</param>
/// <param name="Founder">Key that the first entry introduces. Without a trusted key given, everything rests on it. Null when the log does not begin with one.</param>
/// <param name="Checkpoint">Newest signed checkpoint, when it fits the log; else null.</param>
/// <param name="Keys">Who could sign what.</param>
/// <param name="Discrepancies">In the order in which they were met; empty when the log is as it was signed.</param>
public sealed record AuditReport(
    string Origin,
    long Entries,
    VerifierKey? Founder,
    Checkpoint? Checkpoint,
    KeyRing Keys,
    IReadOnlyList<Discrepancy> Discrepancies)
{
    /// <summary>True when nothing was found.</summary>
    public bool Ok => Discrepancies.Count == 0;
}
