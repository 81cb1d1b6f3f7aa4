namespace Plimsoll.Agreements.Terms;

/// <summary>What a zone leads to.</summary>
/// <param name="Amber">Word for what amber leads to, e.g. <c>signal</c>; <c>none</c> for nothing.</param>
/// <param name="Red">Word for what red leads to, e.g. <c>consultation</c>; <c>none</c> for nothing.</param>
/// <param name="Ladder">The additional duty that a price clause allows; null when it allows none.</param>
public sealed record Effect(string Amber, string Red, DutyLadder? Ladder);
