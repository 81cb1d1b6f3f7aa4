using System.Buffers.Binary;

namespace Plimsoll.Ledger.Notes;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">Name of the key.</param>
/// <param name="KeyId">Id of the key, which with the name also tells the kind of signature.</param>
/// <param name="Bytes">The signature without the id before it.</param>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes)
{
    private const string Dash = "— ";

    /// <summary>The line without its end.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.CopyTo(bytes, 4);
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }

    /// <summary>True when the line names this key.</summary>
    internal bool IsBy(VerifierKey key) => key.KeyId == KeyId && key.Name == Name;

    /// <summary>Null for a line that is none.</summary>
    internal static NoteSignature? Parse(string line) =>
        line.StartsWith(Dash, StringComparison.Ordinal)
        && line[Dash.Length..].Split(' ') is [var name, var base64]
        && name.Length > 0 && !name.Any(c => c == '+' || char.IsWhiteSpace(c))
        && Base64.Decode(base64) is { Length: > 4 } bytes
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..])
            : null;
}
