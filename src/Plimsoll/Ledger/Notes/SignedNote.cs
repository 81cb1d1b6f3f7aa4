using Plimsoll.Trade;

namespace Plimsoll.Ledger.Notes;

/// <summary>A text and the signatures below it, as C2SP signed-note lays them out.</summary>
/// <param name="Text">Ends in a line end; the blank line before the signatures is not part of it.</param>
/// <param name="Signatures">At least one. They prove nothing before <see cref="Verify"/>.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const int LengthLimit = 1_000_000;
    private const int SignatureLimit = 100;

    /// <summary>Reads a note; a fault <c>LED-0014</c> for anything else.</summary>
    public static Parsed<SignedNote> Parse(string note)
    {
        var fault = new Fault("LED-0014", "This is no signed note: a text, a blank line, and lines of signatures that begin with a dash.", note);
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || note.Length > LengthLimit || note[^1] != '\n' || note.Any(c => c < ' ' && c != '\n') || note.Contains('\ufffd', StringComparison.Ordinal))
        {
            return fault;
        }

        var lines = note[(end + 2)..].Split('\n')[..^1];
        var signatures = lines.Select(NoteSignature.Parse).OfType<NoteSignature>().ToList();
        return signatures.Count == lines.Length && lines.Length is > 0 and <= SignatureLimit ? new SignedNote(note[..(end + 1)], signatures) : fault;
    }

    /// <summary>
    /// The keys of <paramref name="known"/> that signed; lines of other keys are ignored. A fault <c>LED-0015</c> when no known key
    /// signed, and also when the line of a known key is wrong, whatever the others say.
    /// </summary>
    public Parsed<IReadOnlyList<VerifierKey>> Verify(params IReadOnlyCollection<VerifierKey> known)
    {
        var signers = new List<VerifierKey>();
        foreach (var signature in Signatures)
        {
            if (known.FirstOrDefault(signature.IsBy) is not { } key)
            {
                continue;
            }

            if (!key.VerifiesNote(Text, signature.Bytes))
            {
                return new Fault("LED-0015", "A signature below the note is not that of the key that it names.", signature.ToString());
            }

            signers.Add(key);
        }

        return signers.Count > 0 ? signers : new Fault("LED-0015", "None of the keys that are trusted here signed the note.", Text);
    }

    /// <summary>The note with further signature lines below those that it has.</summary>
    public SignedNote With(params IReadOnlyList<NoteSignature> further) => this with { Signatures = [.. Signatures, .. further] };

    /// <summary>The note as it is stored and served.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => $"{s}\n"))}";
}
