using System.Text.Json;
using System.Text.Json.Nodes;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger;

/// <summary>Who may sign which entry of a log: the fold of its entries about keys.</summary>
/// <param name="origin">Name of the log, and of every key that signs in it.</param>
public sealed class KeyRing(string origin)
{
    private readonly List<KeyTerm> terms = [];

    /// <summary>Name of the log.</summary>
    public string Origin => origin;

    /// <summary>All keys that ever could sign, in the order of their introduction.</summary>
    public IReadOnlyList<KeyTerm> Terms => terms;

    /// <summary>The keys that may sign entry <paramref name="index"/>, and the checkpoint of that size.</summary>
    public IReadOnlyList<VerifierKey> ValidAt(long index) => [.. terms.Where(t => t.Covers(index)).Select(t => t.Key)];

    /// <summary>The key with that id, when it may sign entry <paramref name="index"/>; else null.</summary>
    public VerifierKey? Find(string id, long index) => terms.Find(t => t.Key.Id == id && t.Covers(index))?.Key;

    /// <summary>
    /// Takes an entry into the fold; entries of other kinds change nothing. A fault <c>LED-0110</c>, and no change, when the entry
    /// does not follow the rules for keys. That its author signed it has to be known already.
    /// </summary>
    public Fault? Apply(Entry entry)
    {
        if (terms.Count == 0)
        {
            return First(entry);
        }

        return entry.Kind switch
        {
            EntryKind.KeyIntroduced => Introduce(entry, entry.Index + 1),
            EntryKind.KeyRotated => Rotate(entry),
            EntryKind.KeyRevoked => Revoke(entry),
            _ => null,
        };
    }

    /// <summary>The key that a first entry introduces and is signed by; null when it does not.</summary>
    internal static VerifierKey? Founder(Entry first) =>
        first is { Index: 0, Kind: EntryKind.KeyIntroduced } && Text(first, "key") is { } text && VerifierKey.Parse(text) is { Ok: true } key && key.Value.Id == first.Author
            ? key.Value
            : null;

    internal static EntryDraft Introduction(SigningKey key, long index) =>
        Draft(EntryKind.KeyIntroduced, new JsonObject { ["key"] = key.Verifier.ToString(), ["proof"] = KeyProof.Of(key, index) });

    internal static EntryDraft Rotation(SigningKey key, long index, string replaced) =>
        Draft(EntryKind.KeyRotated, new JsonObject { ["key"] = key.Verifier.ToString(), ["proof"] = KeyProof.Of(key, index), ["replaces"] = replaced });

    internal static EntryDraft Revocation(string id, string reason) =>
        Draft(EntryKind.KeyRevoked, new JsonObject { ["key"] = id, ["reason"] = reason });

    private static EntryDraft Draft(EntryKind kind, JsonObject body) => new(kind, JsonSerializer.SerializeToElement(body));

    private static string? Text(Entry entry, string name) =>
        entry.Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Fault Against(Entry entry, string rule) => new("LED-0110", $"The entry about keys does not stand: {rule}", entry.ToString());

    private Fault? First(Entry entry) => Founder(entry) is null ? Against(entry, "a log begins with the introduction of the key that signs it.") : Introduce(entry, 0);

    private Fault? Introduce(Entry entry, long from)
    {
        if (Text(entry, "key") is not { } text || VerifierKey.Parse(text) is not { Ok: true } key || key.Value.Type != NoteSignatureType.Ed25519)
        {
            return Against(entry, "its key is none.");
        }

        if (key.Value.Name != origin)
        {
            return Against(entry, $"the keys of a log bear its name, {origin}.");
        }

        if (terms.Exists(t => t.Key.Id == key.Value.Id))
        {
            return Against(entry, "a key comes into a log once, and ids are not shared.");
        }

        if (Text(entry, "proof") is not { } proof || !KeyProof.Holds(key.Value, entry.Index, proof))
        {
            return Against(entry, "the new key did not sign for itself.");
        }

        terms.Add(new KeyTerm(key.Value, from, Until: null, Reason: null));
        return null;
    }

    private Fault? Rotate(Entry entry)
    {
        var replaced = TermOf(entry, "replaces");
        if (replaced < 0)
        {
            return Against(entry, "it replaces a key that cannot sign.");
        }

        if (Introduce(entry, entry.Index + 1) is { } fault)
        {
            return fault;
        }

        terms[replaced] = terms[replaced] with { Until = entry.Index + 1 };
        return null;
    }

    private Fault? Revoke(Entry entry)
    {
        var revoked = TermOf(entry, "key");
        if (revoked < 0 || Text(entry, "reason") is not { Length: > 0 } reason)
        {
            return Against(entry, "it revokes a key that cannot sign, or does not say why.");
        }

        if (ValidAt(entry.Index + 1).Count == 1)
        {
            return Against(entry, "a log whose last key is revoked could not go on. Rotate the key instead.");
        }

        terms[revoked] = terms[revoked] with { Until = entry.Index + 1, Reason = reason };
        return null;
    }

    // A key that may still sign, named by its id; −1 when there is none.
    private int TermOf(Entry entry, string member) =>
        Text(entry, member) is { } id ? terms.FindIndex(t => t.Key.Id == id && t.Covers(entry.Index + 1)) : -1;
}
