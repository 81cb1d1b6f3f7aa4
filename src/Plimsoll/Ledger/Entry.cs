using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Plimsoll.Ledger.Json;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger;

/// <summary>One signed line of a party's log. The format is docs/ledger.md.</summary>
public sealed class Entry
{
    /// <summary>First line of what is signed, so that no other text can be taken for an entry.</summary>
    internal const string MessageHeader = "plimsoll-entry/v1";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int SignatureLength = 64;

    // The signature is the last member in canonical order, and always as long as this.
    private static readonly int TailLength = ",\"signature\":\"\"}".Length + ((SignatureLength + 2) / 3 * 4);

    private readonly byte[] signature;

    private Entry(ReadOnlyMemory<byte> bytes, EntryFields fields, EntryKind kind, DateTimeOffset at, byte[] signature)
    {
        this.signature = signature;
        (Bytes, Kind, At) = (bytes, kind, at);
        (Index, Log, Author, Body) = (fields.Index, fields.Log, fields.Author, fields.Body);
    }

    /// <summary>Position in the log, from 0.</summary>
    public long Index { get; }

    /// <summary>Origin of the log that it was written for.</summary>
    public string Log { get; }

    /// <summary>What happened.</summary>
    public EntryKind Kind { get; }

    /// <summary>What the author's clock said. Order is the index's, not the clock's.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Id of the key that signed: eight hexadecimal digits.</summary>
    public string Author { get; }

    /// <summary>A JSON object; what is in it depends on the kind.</summary>
    public JsonElement Body { get; }

    /// <summary>The canonical JSON, which is what the tree hashes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Reads an entry; faults <c>LED-0001</c> to <c>LED-0005</c>. The signature is not checked: see <see cref="IsSignedBy"/>.</summary>
    public static Parsed<Entry> Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > EntryBundle.EntryLimit)
        {
            return TooLong(bytes.Length);
        }

        var read = CanonicalJson.Read(bytes);
        if (!read.Ok || CanonicalJson.Of(read.Value) is not { Ok: true } canonical)
        {
            return read.Fault ?? CanonicalJson.Of(read.Value).Fault!;
        }

        if (!canonical.Value.AsSpan().SequenceEqual(bytes.Span))
        {
            return new Fault("LED-0001", "The entry is JSON, but not the canonical form of it.", Encoding.UTF8.GetString(bytes.Span));
        }

        return EntryFields.Of(read.Value) is { } fields ? Of(bytes, fields) : Malformed(bytes);
    }

    /// <summary>Writes and signs an entry; faults <c>LED-0001</c> to <c>LED-0003</c> for a body that cannot be entered.</summary>
    public static Parsed<Entry> Sign(SigningKey key, long index, DateTimeOffset at, EntryDraft draft)
    {
        if (draft.Body.ValueKind != JsonValueKind.Object || WholeNumbers.Fault(draft.Body) is not null)
        {
            return WholeNumbers.Fault(draft.Body) ?? new Fault("LED-0005", "The body of an entry is a JSON object.", draft.Body.GetRawText());
        }

        var body = CanonicalJson.Of(draft.Body);
        if (!body.Ok)
        {
            return body.Fault!;
        }

        var time = at.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);
        var bytes = new ArrayBufferWriter<byte>(body.Value.Length + 300);
        Encoding.UTF8.GetBytes($$"""{"at":"{{time}}","author":"{{key.Verifier.Id}}","body":""", bytes);
        bytes.Write(body.Value);
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"index\":{index},\"kind\":\"{draft.Kind.Text()}\",\"log\":"), bytes);
        StringText.Write(key.Verifier.Name, bytes);
        var signed = key.Sign(Message(bytes.WrittenSpan));
        Encoding.UTF8.GetBytes($",\"signature\":\"{Convert.ToBase64String(signed)}\"}}", bytes);
        if (bytes.WrittenCount > EntryBundle.EntryLimit)
        {
            return TooLong(bytes.WrittenCount);
        }

        var seconds = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
        return new Entry(bytes.WrittenMemory, new EntryFields(time, key.Verifier.Id, draft.Body, index, draft.Kind.Text(), key.Verifier.Name, ""), draft.Kind, seconds, signed);
    }

    /// <summary>True when the key signed these bytes.</summary>
    public bool IsSignedBy(VerifierKey key) => key.Verifies(Message(Bytes.Span[..^TailLength]), signature);

    /// <summary>The entry's hash in the tree.</summary>
    public TreeHash Hash() => TreeHash.OfLeaf(Bytes.Span);

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Bytes.Span);

    // What is signed: the header, and the object without its signature.
    private static byte[] Message(ReadOnlySpan<byte> withoutTail) => [.. Encoding.ASCII.GetBytes($"{MessageHeader}\n"), .. withoutTail, (byte)'}'];

    private static Parsed<Entry> Of(ReadOnlyMemory<byte> bytes, EntryFields fields)
    {
        if (EntryKinds.Of(fields.Kind) is not { } kind)
        {
            return new Fault("LED-0004", "The kind of the entry is none that this program knows. A newer one may.", fields.Kind);
        }

        var at = DateTimeOffset.TryParseExact(fields.At, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time);
        return at && Base64.Decode(fields.Signature) is { Length: SignatureLength } decoded && fields.Index >= 0 && fields.Author.Length == 8
            ? WholeNumbers.Fault(fields.Body) ?? (Parsed<Entry>)new Entry(bytes, fields, kind, time, decoded)
            : Malformed(bytes);
    }

    private static Fault TooLong(int length) => new(
        "LED-0003",
        string.Create(CultureInfo.InvariantCulture, $"The entry has {length} bytes, and {EntryBundle.EntryLimit} are the most. Enter the hash of a document instead of the document."));

    private static Fault Malformed(ReadOnlyMemory<byte> bytes) => new(
        "LED-0005",
        "An entry has the members at, author, body, index, kind, log and signature, each in its form, and no other.",
        Encoding.UTF8.GetString(bytes.Span));
}
