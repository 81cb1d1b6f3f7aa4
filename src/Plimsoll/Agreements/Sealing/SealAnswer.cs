using Plimsoll.Ledger;

namespace Plimsoll.Agreements.Sealing;

/// <summary>What a party answered to a sealed assessment.</summary>
/// <param name="Log">The party's log.</param>
/// <param name="At">When.</param>
/// <param name="Difference">Null for a countersignature; else why it is disputed.</param>
public sealed record SealAnswer(string Log, DateTimeOffset At, SealDifference? Difference)
{
    /// <summary>Reads an entry that countersigns or disputes.</summary>
    public static SealAnswer Of(Entry entry) => new(
        entry.Log,
        entry.At,
        entry.Kind == EntryKind.AssessmentCountersigned
            ? null
            : new SealDifference(AssessmentSeal.Text(entry, "kind"), AssessmentSeal.Text(entry, "place"), Known(entry, "sealed"), Known(entry, "computed")));

    private static string? Known(Entry entry, string name) => AssessmentSeal.Text(entry, name) is [_, ..] text ? text : null;
}
