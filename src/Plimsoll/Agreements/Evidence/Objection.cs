namespace Plimsoll.Agreements.Evidence;

/// <summary>What a party holds against a finding, or says of it; it travels with the evidence until it is withdrawn.</summary>
/// <param name="Party">Code of the party, or origin of its ledger.</param>
/// <param name="RaisedOn">Day on which it was raised.</param>
/// <param name="Text">Its words.</param>
/// <param name="Source">Where they can be read: a ledger entry with its hash, or an address.</param>
/// <param name="Objects">False for a position that objects to nothing.</param>
public sealed record Objection(string Party, DateOnly RaisedOn, string Text, string Source, bool Objects = true);
