using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>
/// The tree under a checkpoint, of which somebody else gives the tiles. No tile is used before it was shown to belong to the
/// checkpoint's root: partial tiles make up the root together, and the hash of a full tile stands in the tile above it. A fault
/// <c>LED-0207</c> for one that does not.
/// </summary>
/// <param name="checkpoint">What the tree is.</param>
/// <param name="read">Gives a tile's bytes, whatever they are.</param>
internal sealed class ServedTree(Checkpoint checkpoint, Func<Tile, CancellationToken, Task<byte[]>> read)
{
    private const int Levels = 8;

    private readonly Dictionary<Tile, byte[]> tiles = [];
    private bool edged;

    /// <summary>The tiles that were needed so far. Enough to come to the same conclusions again.</summary>
    internal IReadOnlyDictionary<Tile, byte[]> Tiles => tiles;

    /// <summary>Root of the tree as it was at an earlier size.</summary>
    internal async Task<Parsed<TreeHash>> RootAtAsync(long size, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, checkpoint.Size);
        if (size == checkpoint.Size)
        {
            return checkpoint.Root;
        }

        // The hashes of an earlier edge are the first ones of tiles that have grown since.
        var edge = new Dictionary<Tile, byte[]>();
        foreach (var partial in EdgeOf(size))
        {
            var tile = await TileAsync(partial.Level!.Value, partial.Index, cancel);
            if (!tile.Ok)
            {
                return tile.Fault!;
            }

            edge.Add(partial, tile.Value[..(partial.Width * TreeHash.Length)]);
        }

        return new TileTree(size, tile => edge[tile]).Root();
    }

    /// <summary>Root of the entries of one bundle.</summary>
    internal async Task<Parsed<TreeHash>> BundleRootAsync(Tile bundle, CancellationToken cancel)
    {
        var (level, index) = bundle.Width == Tile.Full ? (1, bundle.Index / Tile.Full) : (0, bundle.Index);
        var tile = await TileAsync(level, index, cancel);
        if (!tile.Ok)
        {
            return tile.Fault!;
        }

        return level == 1 ? HashAt(tile.Value, (int)(bundle.Index % Tile.Full)) : RootOf(tile.Value);
    }

    private static IEnumerable<Tile> EdgeOf(long size) =>
        Enumerable.Range(0, Levels)
            .Select(level => (Level: level, Count: size >> (Tile.Height * level)))
            .Where(row => row.Count % Tile.Full > 0)
            .Select(row => new Tile(row.Level, row.Count / Tile.Full, (int)(row.Count % Tile.Full)));

    private static TreeHash HashAt(byte[] tile, int position) => new(tile.AsSpan(position * TreeHash.Length, TreeHash.Length));

    private static TreeHash RootOf(byte[] hashes)
    {
        var frontier = new Frontier();
        for (var i = 0; i < hashes.Length / TreeHash.Length; i++)
        {
            frontier.Add(HashAt(hashes, i));
        }

        return frontier.Root();
    }

    private static Fault Foreign(Tile tile) => new("LED-0207", "What the peer serves does not belong to the checkpoint that it signed. Try again; when it stays so, tell the peer.", tile.ToString());

    private async Task<Parsed<byte[]>> TileAsync(int level, long index, CancellationToken cancel)
    {
        if (!edged && await ReadEdgeAsync(cancel) is { } fault)
        {
            return fault;
        }

        var count = checkpoint.Size >> (Tile.Height * level);
        var tile = new Tile(level, index, (int)Math.Min(Tile.Full, count - (index * Tile.Full)));
        if (tiles.TryGetValue(tile, out var known))
        {
            return known;
        }

        var above = await TileAsync(level + 1, index / Tile.Full, cancel);
        if (!above.Ok)
        {
            return above;
        }

        var bytes = await read(tile, cancel);
        if (bytes.Length != Tile.Full * TreeHash.Length || RootOf(bytes) != HashAt(above.Value, (int)(index % Tile.Full)))
        {
            return Foreign(tile);
        }

        tiles.Add(tile, bytes);
        return bytes;
    }

    // All at once: each partial tile stands only together with the others.
    private async Task<Fault?> ReadEdgeAsync(CancellationToken cancel)
    {
        var edge = new Dictionary<Tile, byte[]>();
        foreach (var tile in EdgeOf(checkpoint.Size))
        {
            var bytes = await read(tile, cancel);
            if (bytes.Length != tile.Width * TreeHash.Length)
            {
                return Foreign(tile);
            }

            edge.Add(tile, bytes);
        }

        if (new TileTree(checkpoint.Size, tile => edge[tile]).Root() != checkpoint.Root)
        {
            return Foreign(edge.Keys.FirstOrDefault());
        }

        foreach (var (tile, bytes) in edge)
        {
            tiles.Add(tile, bytes);
        }

        edged = true;
        return null;
    }
}
