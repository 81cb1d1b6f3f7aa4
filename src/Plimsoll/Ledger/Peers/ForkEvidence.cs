using System.Text;
using System.Text.Json;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Ledger.Peers;

/// <summary>Two checkpoints of one log that cannot both be true, and what shows it. Anybody can check it with nothing else at hand but the keys.</summary>
/// <param name="Key">The key that began the log.</param>
/// <param name="Address">Where the second one was served.</param>
/// <param name="FoundAt">When.</param>
/// <param name="Seen">Checkpoint that was seen before, with its signatures.</param>
/// <param name="Served">Checkpoint that was served now, with its signatures.</param>
/// <param name="Tiles">Tiles of the larger one, in base64 by their path: its own edge, and the way to the edge of the smaller one. None when both have one size.</param>
public sealed record ForkEvidence(string Key, Uri Address, DateTimeOffset FoundAt, string Seen, string Served, IReadOnlyDictionary<string, string> Tiles)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads a file of evidence; null for anything else.</summary>
    public static ForkEvidence? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<ForkEvidence>(json, Layout) is { Key: not null, Seen: not null, Served: not null, Tiles: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True when one of <paramref name="keys"/> signed each checkpoint, both are of one log, and the larger does not continue the smaller.</summary>
    public async Task<bool> HoldsAsync(IReadOnlyList<VerifierKey> keys, CancellationToken cancel = default)
    {
        if (Sighting.Parse(Seen) is not { Ok: true } seen || Sighting.Parse(Served) is not { Ok: true } served
            || seen.Value.SignedBy(keys) is null || served.Value.SignedBy(keys) is null
            || seen.Value.Checkpoint.Origin != served.Value.Checkpoint.Origin)
        {
            return false;
        }

        var judgement = await Judgement.OfAsync(seen.Value.Checkpoint, served.Value.Checkpoint, ReadAsync, cancel);
        return judgement is { Ok: true, Value.Agrees: false };
    }

    internal static ForkEvidence Of(Peer peer, Uri address, DateTimeOffset at, Sighting seen, Sighting served, Judgement judgement) => new(
        peer.Key.ToString(),
        address,
        at,
        seen.Note.ToString(),
        served.Note.ToString(),
        judgement.Tiles.ToDictionary(t => t.Key.ToString(), t => Convert.ToBase64String(t.Value), StringComparer.Ordinal));

    /// <summary>Writes it into the peer's folder, under a name that follows from the two checkpoints.</summary>
    internal FileInfo Keep(Peer peer)
    {
        var name = DocumentShelf.HashOf(Encoding.UTF8.GetBytes($"{Seen}{Served}"))[..16];
        var file = new FileInfo(Path.Combine(peer.EvidenceFolder.FullName, $"{name}.json"));
        PeerFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(this, Layout));
        return file;
    }

    private Task<byte[]> ReadAsync(Tile tile, CancellationToken cancel) =>
        Task.FromResult(Tiles.TryGetValue(tile.ToString(), out var base64) && Base64.Decode(base64) is { } bytes ? bytes : []);
}
