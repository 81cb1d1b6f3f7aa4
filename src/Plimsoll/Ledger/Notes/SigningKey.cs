using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Notes;

/// <summary>A private key with the name of its owner. The text that holds it must never be shown; see <see cref="Files.KeyFile"/>.</summary>
public sealed class SigningKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly Key key;

    private SigningKey(Key key, VerifierKey verifier)
    {
        this.key = key;
        Verifier = verifier;
    }

    /// <summary>The public key.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>A new key from the system's random numbers. The name has to be one that <see cref="VerifierKey.IsName"/> allows.</summary>
    public static SigningKey Create(string name)
    {
        var seed = RandomNumberGenerator.GetBytes(32);
        try
        {
            return OfSeed(name, seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Reads <c>PRIVATE+KEY+name+id+base64</c>; the fault <c>LED-0011</c> does not repeat the text.</summary>
    public static Parsed<SigningKey> Parse(string text)
    {
        var fault = new Fault("LED-0011", "A private key is written PRIVATE+KEY+NAME+ID+BASE64, of which ID follows from the other two.");
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)
            || text[Prefix.Length..].TrimEnd().Split('+', 3) is not [var name, var id, var material]
            || !VerifierKey.IsName(name)
            || Base64.Decode(material) is not [(byte)NoteSignatureType.Ed25519, .. { Length: 32 } seed])
        {
            return fault;
        }

        var read = OfSeed(name, seed);
        return read.Verifier.Id == id ? read : fault;
    }

    /// <summary>The signature of RFC 8032 over the bytes: 64 bytes, the same each time.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(key, message);

    /// <summary>A signature line for the text of a note.</summary>
    public NoteSignature SignNote(string text) => new(Verifier.Name, Verifier.KeyId, Sign(Encoding.UTF8.GetBytes(text)));

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    /// <summary>The key as text, as <see cref="Parse"/> reads it. Only for a file that nobody else reads.</summary>
    internal string Secret() => $"{Prefix}{Verifier.Name}+{Verifier.Id}+{Convert.ToBase64String([(byte)NoteSignatureType.Ed25519, .. key.Export(KeyBlobFormat.RawPrivateKey)])}";

    internal static SigningKey OfSeed(string name, ReadOnlySpan<byte> seed)
    {
        if (!VerifierKey.IsName(name))
        {
            throw new ArgumentException($"'{name}' cannot name a key.", nameof(name));
        }

        var secret = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        return new SigningKey(secret, VerifierKey.Of(name, NoteSignatureType.Ed25519, secret.PublicKey.Export(KeyBlobFormat.RawPublicKey)).Value);
    }
}
