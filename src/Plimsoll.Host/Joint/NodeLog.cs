using Plimsoll.Ledger;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Ledger.Peers;
using Plimsoll.Trade;

namespace Plimsoll.Host.Joint;

/// <summary>A party's log as its node shows it. Other processes add to the log meanwhile, so it is opened again when it may have grown.</summary>
internal sealed class NodeLog(DirectoryInfo ledger, TimeProvider time) : IDisposable
{
    // A tile further out belongs to no log that there will be, and its first entry has no number.
    private const long IndexLimit = 1L << 40;

    private readonly Lock gate = new();
    private PartyLog? log;
    private Witness? witness;
    private long witnessed;
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private long read;

    /// <summary>The key that began the log: the one to pin.</summary>
    internal Parsed<VerifierKey> Key() => With(fresh: false, opened => opened.Keys.Terms[0].Key);

    /// <summary>The newest checkpoint.</summary>
    internal Parsed<string> Checkpoint() => With(fresh: true, opened => opened.Checkpoint()!.ToString());

    /// <summary>A tile or bundle; null when the log is not that large.</summary>
    internal Parsed<byte[]?> Read(Tile tile)
    {
        if (tile.Index >= IndexLimit)
        {
            return (byte[]?)null;
        }

        return With(fresh: false, opened => opened.Read(tile)) is { Ok: true, Value: not null } known ? known : With(fresh: true, opened => opened.Read(tile));
    }

    /// <summary>True when an entry of the log names the document: the shelf also holds what other parties wrote, and that is theirs to serve.</summary>
    internal Parsed<bool> Names(string hash)
    {
        bool Known(PartyLog opened)
        {
            foreach (var entry in opened.Entries(from: read))
            {
                named.UnionWith(DocumentShelf.NamedBy(entry));
                read = entry.Index + 1;
            }

            return named.Contains(hash);
        }

        return With(fresh: false, Known) is { Ok: true, Value: true } known ? known : With(fresh: true, Known);
    }

    /// <summary>The newest checkpoint of a peer that this party cosigned; null when there is none.</summary>
    internal Parsed<string?> Seen(string peer) => With(fresh: true, opened =>
    {
        if (witness is null || witnessed != opened.Size)
        {
            (witness, witnessed) = (Witness.Of(opened), opened.Size);
        }

        return witness.Find(peer)?.ToString();
    });

    public void Dispose()
    {
        lock (gate)
        {
            Forget();
        }
    }

    private Parsed<T> With<T>(bool fresh, Func<PartyLog, T> read)
    {
        lock (gate)
        {
            if (fresh)
            {
                Forget();
            }

            if (log is null)
            {
                var opened = PartyLog.Open(ledger, time);
                if (!opened.Ok)
                {
                    return opened.Fault!;
                }

                log = opened.Value;
            }

            return read(log);
        }
    }

    private void Forget()
    {
        log?.Dispose();
        log = null;
    }
}
