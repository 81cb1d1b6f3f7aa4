using System.Text.Json;

namespace Plimsoll.Ledger;

/// <summary>What is to be entered.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Body">A JSON object. Its numbers are whole; decimals are written as strings.</param>
public sealed record EntryDraft(EntryKind Kind, JsonElement Body);
