using System.Text.Json;
using Plimsoll.Ledger;

namespace Plimsoll.Agreements.Sealing;

/// <summary>What a party answered to a sealed assessment.</summary>
/// <param name="Log">The party's log.</param>
/// <param name="At">When.</param>
/// <param name="Difference">Null for a countersignature; else why it is disputed.</param>
public sealed record SealAnswer(string Log, DateTimeOffset At, SealDifference? Difference)
{
    /// <summary>The difference that the body of a dispute names; null in that of a countersignature.</summary>
    public static SealDifference? DifferenceIn(JsonElement body) => Text(body, "kind") is { } kind
        ? new SealDifference(kind, Text(body, "place") ?? "", Text(body, "sealed"), Text(body, "computed"))
        : null;

    internal static SealAnswer Of(Entry entry) =>
        new(entry.Log, entry.At, entry.Kind == EntryKind.AssessmentCountersigned ? null : DifferenceIn(entry.Body) ?? new SealDifference("unknown", "", null, null));

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
