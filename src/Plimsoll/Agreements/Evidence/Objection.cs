namespace Plimsoll.Agreements.Evidence;

/// <summary>What a party holds against a finding; it travels with the evidence until it is withdrawn.</summary>
/// <param name="Party">Code of the party.</param>
/// <param name="RaisedOn">Day on which it was raised.</param>
/// <param name="Text">Its words.</param>
/// <param name="Source">Where they can be read: a ledger entry or an address.</param>
public sealed record Objection(string Party, DateOnly RaisedOn, string Text, string Source);
