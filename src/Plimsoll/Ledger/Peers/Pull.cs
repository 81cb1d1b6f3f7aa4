using System.Globalization;
using System.Text;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>Brings what is new in a peer's log into the copy of it.</summary>
internal sealed class Pull(Peer peer, Uri address, PeerConnection connection, PeerLimits limits, TimeProvider time)
{
    /// <summary>How many entries the copy had before. When this returns without a fault, the copy is what the peer now signs.</summary>
    /// <param name="own">Our own log: it remembers what was cosigned even when the copy is lost.</param>
    internal async Task<Parsed<long>> RunAsync(PartyLog? own, CancellationToken cancel)
    {
        var copy = peer.Log(time);
        if (!copy.Ok)
        {
            return copy.Fault!;
        }

        using var known = copy.Value;
        var read = Sighting.Parse(Encoding.UTF8.GetString(await connection.CheckpointAsync(cancel)));
        if (!read.Ok)
        {
            return read.Fault!;
        }

        var served = read.Value;
        var size = known?.Size ?? 0;
        if (Unfit(served, size) is { } unfit)
        {
            return unfit;
        }

        var tree = new ServedTree(served.Checkpoint, connection.TileAsync);
        foreach (var seen in Seen(known, own))
        {
            if (await CompareAsync(seen, served, tree, known, cancel) is { } fault)
            {
                return fault;
            }
        }

        if (served.Checkpoint.Size > size && await TakeAsync(known, served, tree, cancel) is { } refused)
        {
            return refused;
        }

        return known is null && await CompareTakenAsync(own, served, tree, cancel) is { } contradiction ? contradiction : size;
    }

    // Where there was no copy, what was cosigned before is held against the one that has come.
    private async Task<Fault?> CompareTakenAsync(PartyLog? own, Sighting served, ServedTree tree, CancellationToken cancel)
    {
        var copy = peer.Log(time);
        if (!copy.Ok)
        {
            return copy.Fault;
        }

        using var taken = copy.Value;
        foreach (var seen in Seen(known: null, own))
        {
            if (await CompareAsync(seen, served, tree, taken, cancel) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private Fault? Unfit(Sighting served, long size)
    {
        if (served.Checkpoint.Origin != peer.Origin || served.Checkpoint.Size == 0)
        {
            return Taking.OtherFounder(peer);
        }

        return served.Checkpoint.Size - size > limits.Entries
            ? new Fault("LED-0214", string.Create(CultureInfo.InvariantCulture, $"The peer claims {served.Checkpoint.Size} entries. More than {limits.Entries} new ones are not taken in one run."), served.Checkpoint.ToString())
            : null;
    }

    private IEnumerable<Sighting> Seen(PartyLog? known, PartyLog? own)
    {
        SignedNote?[] notes = [known?.Checkpoint(), own is null ? null : Witness.Of(own).Find(peer.Id)];
        return notes.OfType<SignedNote>().Select(note => Sighting.Of(note).Value).DistinctBy(seen => seen.Checkpoint);
    }

    // Null when what is served continues what was seen.
    private async Task<Fault?> CompareAsync(Sighting seen, Sighting served, ServedTree tree, PartyLog? known, CancellationToken cancel)
    {
        var size = served.Checkpoint.Size;
        // Without a copy only the founder's key is known. What it did not sign accuses nobody: first the log is taken, which says who may
        // sign, and then it is compared.
        var signed = served.SignedBy(known is null ? [peer.Key] : known.Keys.ValidAt(Math.Min(size, known.Size)));
        if (known is null && signed is null)
        {
            return null;
        }

        if (signed is null && size <= known!.Size)
        {
            return Taking.NotSigned(served);
        }

        if (size < seen.Checkpoint.Size && (known is null || known.Size < seen.Checkpoint.Size))
        {
            return Shorter(seen, served);
        }

        var judged = size < seen.Checkpoint.Size
            ? await Judgement.OfAsync(served.Checkpoint, new ServedTree(seen.Checkpoint, (tile, _) => Task.FromResult(known!.Read(tile)!)), cancel)
            : await Judgement.OfAsync(seen.Checkpoint, tree, cancel);
        if (!judged.Ok)
        {
            return judged.Fault;
        }

        if (judged.Value.Agrees)
        {
            return size < seen.Checkpoint.Size ? Shorter(seen, served) : null;
        }

        return signed is null ? Taking.NotSigned(served) : Accuse(seen, signed, judged.Value);
    }

    private static Fault Shorter(Sighting seen, Sighting served) => new(
        "LED-0205",
        string.Create(CultureInfo.InvariantCulture, $"The peer serves {served.Checkpoint.Size} entries, and has shown {seen.Checkpoint.Size} before: the end of its log is gone, or something in between serves an old copy."),
        served.Checkpoint.ToString());

    private Fault Accuse(Sighting seen, Sighting served, Judgement judgement)
    {
        var file = ForkEvidence.Of(peer, address, time.GetUtcNow(), seen, served, judgement).Keep(peer);
        return seen.Checkpoint.Size == served.Checkpoint.Size
            ? new Fault("LED-0203", string.Create(CultureInfo.InvariantCulture, $"The peer signed two different logs of {seen.Checkpoint.Size} entries. Both checkpoints are kept as evidence."), file.FullName)
            : new Fault("LED-0204", string.Create(CultureInfo.InvariantCulture, $"The peer rewrote its log: the {served.Checkpoint.Size} entries that it signs now do not agree with the {seen.Checkpoint.Size} that it signed before. Both checkpoints are kept as evidence."), file.FullName);
    }

    private async Task<Fault?> TakeAsync(PartyLog? known, Sighting served, ServedTree tree, CancellationToken cancel)
    {
        var fetch = new BundleFetch(peer.FetchedFolder, tree, connection.TileAsync);
        Tile[] bundles = [.. BundleFetch.Bundles(known?.Size ?? 0, served.Checkpoint.Size)];

        // Who begins the log shows in the first bundle: no need to fetch the rest of a wrong one.
        if (known is null && (await fetch.RunAsync(bundles[..1], cancel) ?? CheckFounder(fetch, bundles[0])) is { } wrong)
        {
            return wrong;
        }

        if ((await fetch.RunAsync(bundles, cancel) ?? new Taking(peer, known, served, fetch).Run(new Contact(peer.Key.ToString(), address, null, null, 0))) is { } fault)
        {
            return fault;
        }

        fetch.Clear();
        return null;
    }

    private Fault? CheckFounder(BundleFetch fetch, Tile bundle)
    {
        var first = fetch.Read(bundle) is { Ok: true, Value: [var bytes, ..] } ? Entry.Parse(bytes) : default;
        return first.Ok && peer.Key.Equals(KeyRing.Founder(first.Value)) ? null : first.Fault ?? Taking.OtherFounder(peer);
    }
}
