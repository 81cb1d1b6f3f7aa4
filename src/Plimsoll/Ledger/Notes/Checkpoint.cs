using System.Globalization;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Notes;

/// <summary>What a log is at one moment: the text of a C2SP tlog-checkpoint.</summary>
/// <param name="Origin">Name of the log.</param>
/// <param name="Size">Entries in it.</param>
/// <param name="Root">Hash of the tree of that size.</param>
public sealed record Checkpoint(string Origin, long Size, TreeHash Root)
{
    /// <summary>Reads the text of a note; a fault <c>LED-0016</c> for anything else. Lines after the third are allowed and not read.</summary>
    public static Parsed<Checkpoint> Parse(string text)
    {
        var fault = new Fault("LED-0016", "A checkpoint has three lines: the name of the log, its size, and the hash of its tree in base64.", text);
        if (text.Split('\n') is not [{ Length: > 0 } origin, var size, var root, .. var rest]
            || rest is not [.. var further, ""] || further.Contains("")
            || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            || entries.ToString(CultureInfo.InvariantCulture) != size)
        {
            return fault;
        }

        return TreeHash.Parse(root) is { Ok: true } hash ? new Checkpoint(origin, entries, hash.Value) : fault;
    }

    /// <summary>The text with the signature of <paramref name="key"/> below.</summary>
    public SignedNote Sign(SigningKey key) => new(ToString(), [key.SignNote(ToString())]);

    /// <summary>The text of the note.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root}\n");
}
