namespace Plimsoll.Agreements.Adoption;

/// <summary>What the signatories of a text made of it, with the entries that say so: anybody who has the logs can look them up.</summary>
/// <param name="Signatories">Origins of the logs whose signatures make it agreed, in ascending order.</param>
/// <param name="Status">Status of the text.</param>
/// <param name="Signatures">Those that there are, in the order of the signatories.</param>
public sealed record TextAdoption(IReadOnlyList<string> Signatories, AgreementStatus Status, IReadOnlyList<TextAdoption.Signature> Signatures)
{
    /// <summary>An entry that signs the text.</summary>
    /// <param name="Log">Origin of the log.</param>
    /// <param name="Entry">Position of the entry in it.</param>
    /// <param name="At">When, by the author's clock.</param>
    /// <param name="Hash">Hash of the entry, as the log's tree has it (docs/ledger.md), in base64.</param>
    public sealed record Signature(string Log, long Entry, DateTimeOffset At, string Hash);
}
