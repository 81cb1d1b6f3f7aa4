using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Notes;

/// <summary>A public key with the name of its owner: the verifier key of C2SP signed-note, for Ed25519 (RFC 8032).</summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    private const int NameLimit = 200;

    // Texts that are signed with the same key begin with these lines, so no origin may look like one.
    private static readonly string[] Reserved = ["cosignature/v1", Entry.MessageHeader, KeyProof.MessageHeader];

    private readonly PublicKey key;

    private VerifierKey(string name, NoteSignatureType type, PublicKey key)
    {
        this.key = key;
        Name = name;
        Type = type;
        KeyId = IdOf(name, type, key.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>Whose key it is; for a log its origin.</summary>
    public string Name { get; }

    /// <summary>What it signs.</summary>
    public NoteSignatureType Type { get; }

    /// <summary>First four bytes of a hash of name, type and key. Tells keys of one name apart; it is no fingerprint.</summary>
    public uint KeyId { get; }

    /// <summary>The id as eight hexadecimal digits, as entries name their author.</summary>
    public string Id => KeyId.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The same key for cosignatures under the same name.</summary>
    public VerifierKey Cosigner => new(Name, NoteSignatureType.Cosignature, key);

    /// <summary>Reads <c>name+id+base64</c>; a fault <c>LED-0012</c> when a part does not fit the others.</summary>
    public static Parsed<VerifierKey> Parse(string text)
    {
        var fault = new Fault("LED-0012", "A public key is written NAME+ID+BASE64, of which ID follows from the other two.", text);
        if (text.Split('+', 3) is not [var name, var id, var material] || !IsName(name) || Base64.Decode(material) is not { Length: 33 } bytes)
        {
            return fault;
        }

        var type = (NoteSignatureType)bytes[0];
        return Enum.IsDefined(type) && Of(name, type, bytes.AsSpan(1)) is { Ok: true } key && key.Value.Id == id ? key : fault;
    }

    /// <summary>True for a name that a key may have: no spaces, no plus, no control characters, at most 200 characters.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= NameLimit && !name.Any(c => c == '+' || char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c)) && !Reserved.Contains(name, StringComparer.Ordinal);

    /// <summary>True when <paramref name="signature"/> is this key's over the bytes of <paramref name="message"/>.</summary>
    public bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureAlgorithm.Ed25519.SignatureSize && SignatureAlgorithm.Ed25519.Verify(key, message, signature);

    /// <summary>True when <paramref name="signature"/>, without the key id, is this key's over the text of a note.</summary>
    public bool VerifiesNote(string text, ReadOnlySpan<byte> signature) => Type switch
    {
        NoteSignatureType.Ed25519 => Verifies(Encoding.UTF8.GetBytes(text), signature),
        _ => Cosignature.TimeOf(signature) is { } seconds && Verifies(Cosignature.Message(text, seconds), signature[8..]),
    };

    /// <inheritdoc/>
    public bool Equals(VerifierKey? other) => other is not null && Type == other.Type && Name == other.Name && key.Equals(other.key);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(KeyId >> 1);

    /// <summary>Writes <c>name+id+base64</c>.</summary>
    public override string ToString() => $"{Name}+{Id}+{Convert.ToBase64String([(byte)Type, .. key.Export(KeyBlobFormat.RawPublicKey)])}";

    internal static Parsed<VerifierKey> Of(string name, NoteSignatureType type, ReadOnlySpan<byte> publicKey) =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out var key)
            ? new VerifierKey(name, type, key!)
            : new Fault("LED-0012", "These bytes are no public key of Ed25519.", Convert.ToBase64String(publicKey));

    private static uint IdOf(string name, NoteSignatureType type, ReadOnlySpan<byte> publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. publicKey]));
}
