using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>Whether the larger of two checkpoints continues the smaller.</summary>
/// <param name="Agrees">False when both cannot be of one log.</param>
/// <param name="Tiles">Tiles of the larger one that show it.</param>
internal sealed record Judgement(bool Agrees, IReadOnlyDictionary<Tile, byte[]> Tiles)
{
    /// <summary>Reads tiles of the larger one. A fault <c>LED-0207</c> when they do not belong to it, so that they show nothing.</summary>
    internal static async Task<Parsed<Judgement>> OfAsync(Checkpoint one, Checkpoint other, Func<Tile, CancellationToken, Task<byte[]>> read, CancellationToken cancel)
    {
        var (smaller, larger) = one.Size <= other.Size ? (one, other) : (other, one);
        return await OfAsync(smaller, new ServedTree(larger, read), cancel);
    }

    /// <summary>The same for a tree that is at hand.</summary>
    internal static async Task<Parsed<Judgement>> OfAsync(Checkpoint smaller, ServedTree larger, CancellationToken cancel)
    {
        var root = await larger.RootAtAsync(smaller.Size, cancel);
        return root.Ok ? new Judgement(root.Value == smaller.Root, larger.Tiles) : root.Fault!;
    }
}
