namespace Plimsoll.Agreements.Adoption;

/// <summary>What the logs say about one text of an agreement.</summary>
/// <param name="Text">The text.</param>
/// <param name="ProposedBy">Logs that proposed it or countered with it, in the order of time.</param>
/// <param name="AdoptedBy">Logs that adopted it, with the time of each.</param>
public sealed record AgreementRecord(AgreementText Text, IReadOnlyList<string> ProposedBy, IReadOnlyDictionary<string, DateTimeOffset> AdoptedBy)
{
    /// <summary>True when every signatory adopted it.</summary>
    public bool IsAgreed => Text.Signatories.All(AdoptedBy.ContainsKey);

    /// <summary>When the last signature came; null while one is missing.</summary>
    public DateTimeOffset? AgreedAt => IsAgreed ? Text.Signatories.Max(s => AdoptedBy[s]) : null;
}
