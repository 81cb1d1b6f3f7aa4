using System.Globalization;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>
/// Takes fetched entries into the copy of a peer's log: each is checked as in an audit, and all of them and the checkpoint come in
/// together or not at all.
/// </summary>
internal sealed class Taking(Peer peer, PartyLog? known, Sighting served, BundleFetch fetched)
{
    private readonly long from = known?.Size ?? 0;

    /// <summary>Null when the copy now is what the checkpoint says; else what is wrong, and nothing was changed.</summary>
    /// <param name="contact">Noted before a new copy appears.</param>
    internal Fault? Run(Contact contact)
    {
        if (known is not null)
        {
            using var file = LogFile.Open(PartyLog.DatabaseOf(peer.LogFolder));
            file.Begin();
            return Fill(file, peer.LogFolder, known.Keys, Frontier.Of(from, known.Tree(from).Subtree));
        }

        // A new copy is made aside, and appears when it is whole.
        var making = new DirectoryInfo($"{peer.LogFolder.FullName}.next");
        PeerFile.On(() =>
        {
            if (making.Exists)
            {
                making.Delete(recursive: true);
            }

            making.Create();
            return making;
        });
        using (var file = LogFile.Create(PartyLog.DatabaseOf(making), peer.Origin))
        {
            if (Fill(file, making, new KeyRing(peer.Origin), new Frontier()) is { } fault)
            {
                return fault;
            }
        }

        peer.Note(contact);
        PeerFile.On(() =>
        {
            making.MoveTo(peer.LogFolder.FullName);
            return making;
        });
        return null;
    }

    private Fault? Fill(LogFile file, DirectoryInfo folder, KeyRing keys, Frontier frontier)
    {
        var audit = new EntryAudit(keys, from);
        foreach (var bundle in BundleFetch.Bundles(from, served.Checkpoint.Size))
        {
            var entries = Check(bundle, audit);
            if (!entries.Ok)
            {
                return entries.Fault;
            }

            file.Add(entries.Value, frontier);
        }

        if (from == 0 && !peer.Key.Equals(audit.Founder))
        {
            return OtherFounder(peer);
        }

        if (frontier.Root() != served.Checkpoint.Root)
        {
            return new Fault("LED-0207", "The entries that were fetched are not those of the checkpoint. Run the command again.", served.Checkpoint.ToString());
        }

        if (served.SignedBy(keys.ValidAt(served.Checkpoint.Size)) is not { } signed)
        {
            return NotSigned(served);
        }

        file.AddCheckpoint(signed.Checkpoint.Size, signed.Note.ToString());
        file.Commit();
        PartyLog.CheckpointOf(folder).Write(signed.Note.ToString());
        return null;
    }

    internal static Fault OtherFounder(Peer peer) =>
        new("LED-0202", "The log at that address was not begun by the key that is trusted. Is it another party's, or is the key not the one that began it?", peer.Key.ToString());

    internal static Fault NotSigned(Sighting served) => new(
        "LED-0206",
        string.Create(CultureInfo.InvariantCulture, $"The checkpoint of {served.Checkpoint.Size} entries is not signed by a key that could sign it: unknown to the log, replaced, or revoked."),
        served.Note.Signatures[0].ToString());

    // The entries of a bundle that are not in the copy yet.
    private Parsed<IReadOnlyList<Entry>> Check(Tile bundle, EntryAudit audit)
    {
        var read = fetched.Read(bundle);
        if (!read.Ok)
        {
            return read.Fault!;
        }

        var entries = new List<Entry>();
        foreach (var bytes in read.Value.Skip((int)Math.Max(0, from - bundle.First)))
        {
            var entry = Entry.Parse(bytes);
            if (!entry.Ok)
            {
                return At(audit.Next + entries.Count, entry.Fault!);
            }

            entries.Add(entry.Value);
        }

        var next = audit.Next;
        audit.Check([.. entries.Select((entry, i) => new StoredEntry(next + i, entry.Kind.Text(), entry.Bytes.ToArray(), entry.Hash()))]);
        return audit.Found is [{ Index: { } index, Fault: { } fault }, ..] ? At(index, fault) : entries;
    }

    private static Fault At(long index, Fault fault) => fault with { Message = string.Create(CultureInfo.InvariantCulture, $"Entry {index} of the peer: {fault.Message}") };
}
