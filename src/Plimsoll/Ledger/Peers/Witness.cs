using System.Text.Json;
using System.Text.Json.Nodes;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Ledger.Peers;

/// <summary>The newest checkpoint of each peer that a party cosigned, from the party's own log: what it saw of the others.</summary>
public sealed class Witness
{
    private readonly Dictionary<string, SignedNote> seen = new(StringComparer.Ordinal);

    private Witness()
    {
    }

    /// <summary>Reads the cosignatures in a log.</summary>
    public static Witness Of(PartyLog own)
    {
        var witness = new Witness();
        foreach (var entry in own.Entries([EntryKind.CheckpointCosigned]))
        {
            if (Text(entry, "peer") is { } key && VerifierKey.Parse(key) is { Ok: true } peer
                && Text(entry, "checkpoint") is { } text && SignedNote.Parse(text) is { Ok: true } note && Checkpoint.Parse(note.Value.Text).Ok)
            {
                witness.seen[Peer.IdOf(peer.Value)] = note.Value;
            }
        }

        return witness;
    }

    /// <summary>The checkpoint with the peer's signature and the party's below; null when it cosigned none of that peer.</summary>
    public SignedNote? Find(string id) => seen.GetValueOrDefault(id);

    /// <summary>What to enter: a checkpoint of the peer, and the party's cosignature below it.</summary>
    internal static EntryDraft Draft(Peer peer, SignedNote checkpoint, SigningKey own, DateTimeOffset at) => new(
        EntryKind.CheckpointCosigned,
        JsonSerializer.SerializeToElement(new JsonObject
        {
            ["checkpoint"] = checkpoint.With(Cosignature.Of(checkpoint.Text, own, at)).ToString(),
            ["peer"] = peer.Key.ToString(),
        }));

    private static string? Text(Entry entry, string name) =>
        entry.Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
