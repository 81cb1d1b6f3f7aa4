namespace Plimsoll.Consultations;

/// <summary>What a party says of a case; stands beside the evidence and changes nothing in it.</summary>
/// <param name="By">Origin of the party's log.</param>
/// <param name="At">When, by the author's clock.</param>
/// <param name="Objection">True when it objects.</param>
/// <param name="Finding">Id of the finding that it is about; null for the case as a whole.</param>
/// <param name="Text">In the party's words.</param>
/// <param name="Link">Document; null when none was given.</param>
public sealed record CasePosition(string By, DateTimeOffset At, bool Objection, string? Finding, string Text, string? Link);
