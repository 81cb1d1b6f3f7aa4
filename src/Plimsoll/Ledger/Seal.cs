using System.Globalization;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger;

/// <summary>Whether signed checkpoints fit a log.</summary>
internal static class Seal
{
    /// <summary>Holds a note against what the log is; null when it fits, else a fault <c>LED-0105</c>, <c>LED-0106</c>, <c>LED-0108</c> or <c>LED-0112</c>.</summary>
    internal static Fault? Check(string? note, Checkpoint actual, KeyRing keys)
    {
        if (note is null || Read(note, keys) is not { } said)
        {
            return new Fault("LED-0108", string.Create(CultureInfo.InvariantCulture, $"The checkpoint of {actual.Size} entries is missing, unreadable, or not signed by a key that could sign it."), note ?? "");
        }

        if (said.Size != actual.Size)
        {
            return said.Size > actual.Size ? Truncated(said.Size, actual.Size) : Surplus(said.Size, actual.Size);
        }

        return said == actual ? null : new Fault(
            "LED-0106",
            string.Create(CultureInfo.InvariantCulture, $"The tree of the {actual.Size} entries is not the one that was signed."),
            said.Root.ToString());
    }

    /// <summary>
    /// Holds the checkpoint beside the database against it. An older one that the database knows is what a stop between the two
    /// leaves, as is none beside a first entry.
    /// </summary>
    internal static Fault? Compare(string? beside, LogFile file)
    {
        if (beside is null && file.Size() == 1)
        {
            return null;
        }

        if (beside is null || SignedNote.Parse(beside) is not { Ok: true } note || Checkpoint.Parse(note.Value.Text) is not { Ok: true } said)
        {
            return new Fault("LED-0109", "The file beside the database that holds the newest checkpoint is missing or unreadable.", beside ?? "");
        }

        if (said.Value.Size > file.Size())
        {
            return Truncated(said.Value.Size, file.Size());
        }

        return file.Checkpoint(said.Value.Size) == beside ? null : new Fault("LED-0109", "The checkpoint beside the database is none that the database knows.", beside);
    }

    /// <summary>The checkpoint in a note, when a key that could sign it did; else null.</summary>
    internal static Checkpoint? Read(string note, KeyRing keys) =>
        SignedNote.Parse(note) is { Ok: true } parsed
        && Checkpoint.Parse(parsed.Value.Text) is { Ok: true } checkpoint
        && parsed.Value.Verify(keys.ValidAt(checkpoint.Value.Size)).Ok
            ? checkpoint.Value
            : null;

    internal static Fault Surplus(long said, long actual) => new(
        "LED-0112",
        string.Create(CultureInfo.InvariantCulture, $"The log holds {actual} entries, and its newest checkpoint covers {said}: the rest was added by somebody who could not sign."));

    internal static Fault Truncated(long said, long actual) => new(
        "LED-0105",
        string.Create(CultureInfo.InvariantCulture, $"A checkpoint was signed over {said} entries, and {actual} are there: the end of the log is gone."));
}
