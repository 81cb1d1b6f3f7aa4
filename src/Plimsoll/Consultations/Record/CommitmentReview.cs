namespace Plimsoll.Consultations.Record;

/// <summary>What a party says of a commitment, with evidence.</summary>
/// <param name="By">Origin of the party's log.</param>
/// <param name="At">When, by the author's clock.</param>
/// <param name="Status">How far it is kept.</param>
/// <param name="Evidence">What shows it: a finding's id, a document, a number with its source.</param>
/// <param name="Link">Document; null when none was given.</param>
public sealed record CommitmentReview(string By, DateTimeOffset At, CommitmentStatus Status, string Evidence, string? Link);
