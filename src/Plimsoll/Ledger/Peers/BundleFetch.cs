using System.Collections.Concurrent;
using System.Globalization;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>
/// Brings bundles of entries into a folder, several at once. What came in an earlier run that was cut is used again: each bundle, new
/// or old, is held against the tree under the checkpoint.
/// </summary>
internal sealed class BundleFetch(DirectoryInfo folder, ServedTree tree, Func<Tile, CancellationToken, Task<byte[]>> ask)
{
    private const int AtOnce = 6;

    /// <summary>The bundles that hold the entries from one to before the other.</summary>
    internal static IEnumerable<Tile> Bundles(long from, long to)
    {
        for (var index = from / Tile.Full; index * Tile.Full < to; index++)
        {
            yield return new Tile(null, index, (int)Math.Min(Tile.Full, to - (index * Tile.Full)));
        }
    }

    /// <summary>Brings them all; a fault <c>LED-0207</c> for one that does not belong to the tree.</summary>
    internal async Task<Fault?> RunAsync(IReadOnlyList<Tile> bundles, CancellationToken cancel)
    {
        PeerFile.On(() =>
        {
            folder.Create();
            return folder;
        });
        var wanted = new List<(Tile Bundle, TreeHash Root)>();
        foreach (var bundle in bundles)
        {
            var root = await tree.BundleRootAsync(bundle, cancel);
            if (!root.Ok)
            {
                return root.Fault;
            }

            wanted.Add((bundle, root.Value));
        }

        var faults = new ConcurrentQueue<Fault>();
        await Parallel.ForEachAsync(wanted, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = AtOnce }, async (piece, stop) =>
        {
            if (faults.IsEmpty && !IsHere(piece.Bundle, piece.Root) && await BringAsync(piece.Bundle, piece.Root, stop) is { } fault)
            {
                faults.Enqueue(fault);
            }
        });
        return faults.TryPeek(out var first) ? first : null;
    }

    /// <summary>The entries of a bundle that was brought. Somebody may have changed the file since.</summary>
    internal Parsed<IReadOnlyList<ReadOnlyMemory<byte>>> Read(Tile bundle) => EntryBundle.Read(PeerFile.On(() => File.ReadAllBytes(PathOf(bundle))));

    /// <summary>Removes what was brought.</summary>
    internal void Clear() => PeerFile.On(() =>
    {
        folder.Delete(recursive: true);
        return folder;
    });

    private static bool Belongs(byte[] bytes, Tile bundle, TreeHash root)
    {
        if (EntryBundle.Read(bytes) is not { Ok: true } entries || entries.Value.Count != bundle.Width)
        {
            return false;
        }

        var frontier = new Frontier();
        foreach (var entry in entries.Value)
        {
            frontier.Add(TreeHash.OfLeaf(entry.Span));
        }

        return frontier.Root() == root;
    }

    private bool IsHere(Tile bundle, TreeHash root) =>
        PeerFile.On(() => File.Exists(PathOf(bundle)) && Belongs(File.ReadAllBytes(PathOf(bundle)), bundle, root));

    private async Task<Fault?> BringAsync(Tile bundle, TreeHash root, CancellationToken cancel)
    {
        var bytes = await ask(bundle, cancel);
        if (!Belongs(bytes, bundle, root))
        {
            return new Fault("LED-0207", "What the peer serves does not belong to the checkpoint that it signed. Try again; when it stays so, tell the peer.", bundle.ToString());
        }

        // A file that a crash left in pieces does not belong, and is asked for again: no need to wait for the disk.
        return PeerFile.On(() =>
        {
            File.WriteAllBytes(PathOf(bundle), bytes);
            return (Fault?)null;
        });
    }

    private string PathOf(Tile bundle) => Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{bundle.Index}.{bundle.Width}"));
}
