using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>Brings the documents that entries name onto the shelf.</summary>
internal sealed class DocumentFetch(DocumentShelf shelf, PeerConnection connection, PeerLimits limits)
{
    /// <summary>Documents that came.</summary>
    internal int Count { get; private set; }

    /// <summary>
    /// Adds a trouble <c>LED-0212</c> for each that could not be had, and gives the first entry that lacks one; null when none does.
    /// Ends early, for the next run to go on, when the peer has named more than one run takes, or too much that cannot be had.
    /// </summary>
    internal async Task<long?> RunAsync(IEnumerable<Entry> entries, List<Fault> troubles, CancellationToken cancel)
    {
        long? lacking = null;
        foreach (var entry in entries)
        {
            foreach (var name in DocumentShelf.NamedBy(entry))
            {
                if (Count >= limits.Documents || troubles.Count >= limits.Troubles)
                {
                    troubles.Add(Trouble(entry, name, "is where this run ends: the next one goes on"));
                    return lacking ?? entry.Index;
                }

                if (!DocumentShelf.IsHash(name))
                {
                    troubles.Add(Trouble(entry, name, "names as its document what is no hash"));
                }
                else if (shelf.Find(name) is not { Ok: true, Value: not null } && await BringAsync(name, cancel) is { } reason)
                {
                    troubles.Add(Trouble(entry, name, reason));
                    lacking ??= entry.Index;
                }
            }
        }

        return lacking;
    }

    private static Fault Trouble(Entry entry, string name, string reason) =>
        new("LED-0212", string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Index} of {entry.Log} {reason}."), name);

    private async Task<string?> BringAsync(string hash, CancellationToken cancel)
    {
        var bytes = await connection.DocumentAsync(hash, cancel);
        if (bytes is null || DocumentShelf.HashOf(bytes) != hash)
        {
            return bytes is null ? "names a document that the peer does not serve" : "names a document, and the peer serves another one under that hash";
        }

        shelf.Put(bytes);
        Count++;
        return null;
    }
}
