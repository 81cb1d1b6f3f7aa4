using System.Globalization;
using System.Text;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>
/// Brings another party's log: fetched, checked to the last signature, held against all that was seen of it before, kept, and
/// cosigned in our own log. What lies in the store is the old verified state or the new one, never anything between. Clocks play no
/// part in what is true.
/// </summary>
/// <param name="store">Folder of the store; our own log is in its <c>ledger</c>, when there is one.</param>
/// <param name="time">Only for notes of when.</param>
/// <param name="limits">How much the peer may ask of this side.</param>
public sealed class PeerSync(DirectoryInfo store, TimeProvider time, PeerLimits? limits = null)
{
    private readonly PeerLimits limits = limits ?? new PeerLimits();

    /// <summary>
    /// One run. Faults: <c>LED-0201</c> and <c>LED-0202</c> for the key, <c>LED-0203</c> to <c>LED-0209</c> for a log that is not in
    /// order, codes of <see cref="LogAudit"/> for its entries. <see cref="OutsideException"/>s <c>LED-0210</c>, <c>LED-0211</c>,
    /// <c>LED-0214</c> and <c>LED-0216</c>.
    /// </summary>
    /// <param name="address">As <see cref="PeerAddress"/> reads it.</param>
    /// <param name="key">The key that began the peer's log. May be null once the address is known.</param>
    /// <param name="own">Signs in our own log; null for a reader who is no party.</param>
    public async Task<Parsed<SyncReport>> RunAsync(Uri address, VerifierKey? key, SigningKey? own, CancellationToken cancel = default)
    {
        var found = Find(address, key);
        if (!found.Ok)
        {
            return found.Fault!;
        }

        var peer = found.Value;
        using var alone = peer.Lock();
        try
        {
            var report = await RunAsync(peer, address, own, cancel);
            Note(peer, report.Ok ? (report.Value.Troubles is [var first, ..] ? first.Code : null) : report.Fault!.Code);
            return report;
        }
        catch (OutsideException failure)
        {
            Note(peer, failure.Code);
            throw;
        }
    }

    private static void Note(Peer peer, string? trouble)
    {
        if (peer.Contact is { } contact && contact.Trouble != trouble)
        {
            peer.Note(contact with { Trouble = trouble });
        }
    }

    private Parsed<Peer> Find(Uri address, VerifierKey? key)
    {
        var there = Peer.In(store).FirstOrDefault(p => p.Contact!.Address == address);
        if (key is null)
        {
            return there is not null ? there : new Fault("LED-0201", "Nothing is known of this address. Give the key that began the peer's log with --key; get it by a way that you trust.", address.ToString());
        }

        return there is null || there.Key.Equals(key)
            ? Peer.Of(store, key)
            : new Fault("LED-0202", "At this address another key is trusted.", there.Key.ToString());
    }

    private async Task<Parsed<SyncReport>> RunAsync(Peer peer, Uri address, SigningKey? signer, CancellationToken cancel)
    {
        if (peer.Evidence is [var proof, ..])
        {
            return new Fault("LED-0209", "This peer told two stories before, and nothing more is taken from it. Settle it with the peer, then move the evidence away.", proof.FullName);
        }

        var ledger = new DirectoryInfo(Path.Combine(store.FullName, "ledger"));
        var own = PartyLog.IsIn(ledger) ? PartyLog.Open(ledger, time) : (Parsed<PartyLog>?)null;
        if (own is { Ok: false } damaged)
        {
            return damaged.Fault!;
        }

        using var ours = own?.Value;
        using var connection = new PeerConnection(address, limits, time);
        var pulled = await new Pull(peer, address, connection, limits, time).RunAsync(ours, cancel);
        if (!pulled.Ok)
        {
            return pulled.Fault!;
        }

        return await FinishAsync(peer, address, pulled.Value, connection, (ours, signer), cancel);
    }

    // The log is in order and kept. What else belongs to a run may fail without touching that.
    private async Task<SyncReport> FinishAsync(Peer peer, Uri address, long before, PeerConnection connection, (PartyLog? Log, SigningKey? Key) own, CancellationToken cancel)
    {
        using var log = peer.Log(time).Value!;
        var troubles = new List<Fault>();
        var cosigned = own is { Log: not null, Key: not null } && Cosign(peer, log, own.Log, own.Key, troubles);
        var complete = peer.Contact?.Complete ?? 0;
        var documents = new DocumentFetch(new DocumentShelf(new DirectoryInfo(Path.Combine(store.FullName, "documents"))), connection, limits);
        complete = await documents.RunAsync(log.Entries(complete), troubles, cancel) ?? log.Size;
        if (own.Log is not null && await MirrorAsync(own.Log, connection, cancel) is { } other)
        {
            troubles.Add(other);
        }

        peer.Note(new Contact(peer.Key.ToString(), address, troubles.Count == 0 ? time.GetUtcNow() : peer.Contact?.SyncedAt, Trouble: null, complete));
        return new SyncReport(peer, before, log.Size, cosigned, documents.Count, troubles);
    }

    // Cosignatures alone are not answered with another: two parties would go on for ever about nothing.
    private bool Cosign(Peer peer, PartyLog log, PartyLog own, SigningKey key, List<Fault> troubles)
    {
        var size = Witness.Of(own).Find(peer.Id) is { } seen ? Checkpoint.Parse(seen.Text).Value.Size : 0;
        if (log.Entries(size).All(entry => entry.Kind == EntryKind.CheckpointCosigned))
        {
            return true;
        }

        var entered = own.Append(key, Witness.Draft(peer, log.Checkpoint()!, key, time.GetUtcNow()));
        if (!entered.Ok)
        {
            troubles.Add(entered.Fault!);
        }

        return entered.Ok;
    }

    // What the peer saw of our log: our own copy may have been cut back, or somebody else may use the key.
    private static async Task<Fault?> MirrorAsync(PartyLog own, PeerConnection connection, CancellationToken cancel)
    {
        if (await connection.WitnessAsync(Peer.IdOf(own.Keys.Terms[0].Key), cancel) is not { } bytes
            || Sighting.Parse(Encoding.UTF8.GetString(bytes)) is not { Ok: true } seen
            || seen.Value.Checkpoint is var said && said.Origin != own.Origin
            || seen.Value.SignedBy(own.Keys.ValidAt(Math.Min(said.Size, own.Size))) is null)
        {
            // Without our signature it shows nothing.
            return null;
        }

        return said.Size <= own.Size && own.Tree(said.Size).Root() == said.Root ? null : new Fault(
            "LED-0215",
            string.Create(CultureInfo.InvariantCulture, $"The peer was shown {said.Size} entries of our own ledger, signed by us, that are not those here. Either the ledger here was cut back to an older copy, or our key is used elsewhere too."),
            said.Root.ToString());
    }
}
