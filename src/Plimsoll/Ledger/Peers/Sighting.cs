using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>A checkpoint with the signatures below it.</summary>
internal sealed record Sighting(SignedNote Note, Checkpoint Checkpoint)
{
    /// <summary>Faults <c>LED-0014</c> and <c>LED-0016</c> for what is no checkpoint.</summary>
    internal static Parsed<Sighting> Of(SignedNote note) => Checkpoint.Parse(note.Text) is var read && read.Ok ? new Sighting(note, read.Value) : read.Fault!;

    internal static Parsed<Sighting> Parse(string text) => SignedNote.Parse(text) is var note && note.Ok ? Of(note.Value) : note.Fault!;

    /// <summary>The same with the signatures of these keys alone; null when none of them signed, or one of the lines is false.</summary>
    internal Sighting? SignedBy(IReadOnlyList<VerifierKey> keys) => Note.Verify(keys) is { Ok: true }
        ? this with { Note = Note with { Signatures = [.. Note.Signatures.Where(s => keys.Any(s.IsBy))] } }
        : null;
}
