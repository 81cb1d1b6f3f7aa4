namespace Plimsoll.Ledger.Merkle;

/// <summary>Whether a proof holds, by the algorithms of RFC 9162. Nothing but the arguments is trusted.</summary>
public static class Proofs
{
    /// <summary>True when <paramref name="leaf"/> is entry <paramref name="index"/> of the tree of that size and root; RFC 9162 §2.1.3.2.</summary>
    public static bool Includes(long index, TreeHash leaf, long size, TreeHash root, IReadOnlyList<TreeHash> proof)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRight(node) || node == last)
            {
                hash = TreeHash.OfNode(sibling, hash);
                (node, last) = ToRightChild(node, last);
            }
            else
            {
                hash = TreeHash.OfNode(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>True when the tree of the old size and root is the beginning of that of the new size and root; RFC 9162 §2.1.4.2.</summary>
    public static bool Extends(long oldSize, TreeHash oldRoot, long newSize, TreeHash newRoot, IReadOnlyList<TreeHash> proof)
    {
        if (oldSize < 0 || oldSize > newSize)
        {
            return false;
        }

        // Every tree extends the empty one, and itself.
        if (oldSize == 0 || oldSize == newSize)
        {
            return proof.Count == 0 && (oldSize < newSize || oldRoot == newRoot);
        }

        // The subtree of an old size that is a power of two is the old root, which a proof leaves out.
        var isPower = (oldSize & (oldSize - 1)) == 0;
        if (proof.Count == 0)
        {
            return false;
        }

        var (node, last) = (oldSize - 1, newSize - 1);
        while (IsRight(node))
        {
            (node, last) = (node >> 1, last >> 1);
        }

        var start = isPower ? oldRoot : proof[0];
        var (oldHash, newHash) = (start, start);
        foreach (var sibling in isPower ? proof : proof.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRight(node) || node == last)
            {
                oldHash = TreeHash.OfNode(sibling, oldHash);
                newHash = TreeHash.OfNode(sibling, newHash);
                (node, last) = ToRightChild(node, last);
            }
            else
            {
                newHash = TreeHash.OfNode(newHash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && oldHash == oldRoot && newHash == newRoot;
    }

    private static bool IsRight(long node) => (node & 1) == 1;

    // At the ragged edge a node has no sibling on several levels: it moves up unchanged until it is a right child.
    private static (long Node, long Last) ToRightChild(long node, long last)
    {
        while (!IsRight(node) && node != 0)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        return (node, last);
    }
}
