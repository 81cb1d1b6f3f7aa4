using System.Numerics;

namespace Plimsoll.Ledger.Merkle;

/// <summary>A tree of which only tiles are at hand: computes its root and any proof from them.</summary>
/// <param name="size">Entries in the tree.</param>
/// <param name="read">
/// Gives a tile's hashes, one after the other, as many as its width says. They are not checked here: a proof that was computed from wrong ones does not hold
/// against the checkpoint's root.
/// </param>
public sealed class TileTree(long size, Func<Tile, ReadOnlyMemory<byte>> read)
{
    private readonly Dictionary<Tile, ReadOnlyMemory<byte>> tiles = [];

    /// <summary>The tree's hash.</summary>
    public TreeHash Root() => size == 0 ? TreeHash.Empty : Range(0, size);

    /// <summary>Siblings on the way from an entry to the root; PATH of RFC 6962 §2.1.1.</summary>
    public IReadOnlyList<TreeHash> Inclusion(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<TreeHash>();
        for (var (low, high) = (0L, size); high - low > 1;)
        {
            var middle = low + Split(high - low);
            proof.Add(index < middle ? Range(middle, high) : Range(low, middle));
            (low, high) = index < middle ? (low, middle) : (middle, high);
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>What shows that the tree of an older size is the beginning of this one; PROOF of RFC 6962 §2.1.2.</summary>
    public IReadOnlyList<TreeHash> Consistency(long oldSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        if (oldSize == 0 || oldSize == size)
        {
            return [];
        }

        var proof = new List<TreeHash>();
        var (low, high) = (0L, size);
        while (high != oldSize)
        {
            var middle = low + Split(high - low);
            proof.Add(oldSize <= middle ? Range(middle, high) : Range(low, middle));
            (low, high) = oldSize <= middle ? (low, middle) : (middle, high);
        }

        // What is left is a full subtree that ends at the old size; when it begins at 0, it is the old tree and known.
        if (low > 0)
        {
            proof.Add(Range(low, high));
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>Hash of the full subtree of <c>2^height</c> entries at a position of its height.</summary>
    internal TreeHash Subtree(int height, long position)
    {
        var (level, steps) = int.DivRem(height, Tile.Height);
        var first = position << steps;
        var hashes = Read(level, first / Tile.Full).Span;
        var at = (int)(first % Tile.Full);
        Span<TreeHash> row = new TreeHash[1 << steps];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = new TreeHash(hashes.Slice((at + i) * TreeHash.Length, TreeHash.Length));
        }

        for (var width = row.Length / 2; width > 0; width /= 2)
        {
            for (var i = 0; i < width; i++)
            {
                row[i] = TreeHash.OfNode(row[2 * i], row[(2 * i) + 1]);
            }
        }

        return row[0];
    }

    // The largest power of two below a count above one.
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)count - 1);

    // MTH(D[low:high]), of ranges that begin where a subtree of their width does.
    private TreeHash Range(long low, long high)
    {
        var count = high - low;
        if (BitOperations.IsPow2(count))
        {
            var height = BitOperations.Log2((ulong)count);
            return Subtree(height, low >> height);
        }

        var middle = low + Split(count);
        return TreeHash.OfNode(Range(low, middle), Range(middle, high));
    }

    private ReadOnlyMemory<byte> Read(int level, long index)
    {
        var hashes = size >> (Tile.Height * level);
        var tile = new Tile(level, index, (int)Math.Min(Tile.Full, hashes - (index * Tile.Full)));
        if (!tiles.TryGetValue(tile, out var bytes))
        {
            bytes = read(tile);
            tiles.Add(tile, bytes.Length == tile.Width * TreeHash.Length ? bytes : throw new InvalidOperationException($"{tile} was given {bytes.Length} bytes."));
        }

        return bytes;
    }
}
