using System.Numerics;

namespace Plimsoll.Ledger.Merkle;

/// <summary>The right edge of a growing tree: all that is needed to add entries and to know the root, one hash for each bit of the size.</summary>
internal sealed class Frontier
{
    // Full subtrees, largest first; their heights are the bits of the size.
    private readonly List<TreeHash> subtrees = [];

    internal long Size { get; private set; }

    /// <summary>A frontier that continues a tree of which <paramref name="subtree"/> gives the full subtrees by height and position.</summary>
    internal static Frontier Of(long size, Func<int, long, TreeHash> subtree)
    {
        var frontier = new Frontier { Size = size };
        for (var height = 62; height >= 0; height--)
        {
            if ((size >> height & 1) == 1)
            {
                frontier.subtrees.Add(subtree(height, (size >> height) - 1));
            }
        }

        return frontier;
    }

    /// <summary>Adds a leaf. <paramref name="completed"/> hears of each subtree that is full now, by height and position, the leaf first.</summary>
    internal void Add(TreeHash leaf, Action<int, long, TreeHash>? completed = null)
    {
        var (hash, position) = (leaf, Size);
        completed?.Invoke(0, position, hash);
        var full = BitOperations.TrailingZeroCount(~Size);
        for (var height = 1; height <= full; height++)
        {
            hash = TreeHash.OfNode(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
            position >>= 1;
            completed?.Invoke(height, position, hash);
        }

        subtrees.Add(hash);
        Size++;
    }

    /// <summary>The tree's hash now, MTH of RFC 6962 §2.1.</summary>
    internal TreeHash Root()
    {
        if (subtrees.Count == 0)
        {
            return TreeHash.Empty;
        }

        var root = subtrees[^1];
        for (var i = subtrees.Count - 2; i >= 0; i--)
        {
            root = TreeHash.OfNode(subtrees[i], root);
        }

        return root;
    }
}
