using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger;

/// <summary>
/// The log of one party: entries that are only added, each signed, under a tree whose hash is signed anew with each addition. Several
/// processes may have it open; additions take turns. One thread at a time. A failing disk is an <see cref="OutsideException"/>.
/// </summary>
public sealed class PartyLog : IDisposable
{
    internal const string DatabaseName = "log.sqlite";
    internal const string CheckpointName = "checkpoint";

    // Signing costs fifty microseconds: shared among the cores as soon as there is something to share.
    private const int ParallelFrom = 64;

    private static readonly EntryKind[] AboutKeys = [.. Enum.GetValues<EntryKind>().Where(kind => kind.IsAboutKeys())];

    private readonly LogFile file;
    private readonly CheckpointFile latest;
    private readonly TimeProvider time;
    private Frontier frontier = new();
    private bool stale;

    private PartyLog(LogFile file, CheckpointFile latest, TimeProvider time)
    {
        (this.file, this.latest, this.time) = (file, latest, time);
        Origin = file.Origin();
        Keys = new KeyRing(Origin);
    }

    /// <summary>Name of the log, in every entry and checkpoint.</summary>
    public string Origin { get; }

    /// <summary>Entries that this process knows of.</summary>
    public long Size => frontier.Size;

    /// <summary>Who may sign.</summary>
    public KeyRing Keys { get; private set; }

    /// <summary>True when the folder holds a log, or what is left of one.</summary>
    public static bool IsIn(DirectoryInfo folder) => LogFile.IsLog(DatabaseOf(folder)) || IsLost(folder);

    /// <summary>A new log, named after the key, whose introduction is the first entry; a fault <c>LED-0022</c> when there is one already.</summary>
    public static Parsed<PartyLog> Create(DirectoryInfo folder, SigningKey key, TimeProvider time)
    {
        if (IsLost(folder))
        {
            return Lost(folder);
        }

        if (IsIn(folder))
        {
            return new Fault("LED-0022", "There is a ledger already. A new key comes into it with 'plimsoll key rotate'.", folder.FullName);
        }

        folder.Create();
        return Whole(LogFile.Create(DatabaseOf(folder), key.Verifier.Name), database =>
        {
            var log = new PartyLog(database, CheckpointOf(folder), time);
            var first = log.Commit(key, index => KeyRing.Introduction(key, index), key);
            return first.Ok ? log : first.Fault!;
        });
    }

    /// <summary>
    /// An existing log; a fault <c>LED-0021</c> when there is none. What can be checked at once is: the newest checkpoint is signed by
    /// a key that may sign, and belongs to the tree as stored, and to the file beside the database. Faults as of <see cref="LogAudit"/>,
    /// which checks everything.
    /// </summary>
    public static Parsed<PartyLog> Open(DirectoryInfo folder, TimeProvider time)
    {
        if (!IsIn(folder))
        {
            return new Fault("LED-0021", "There is no ledger here. 'plimsoll key new' begins one.", folder.FullName);
        }

        if (IsLost(folder))
        {
            return Lost(folder);
        }

        // First the file, then the database: whoever adds meanwhile writes them the other way round.
        var checkpoint = CheckpointOf(folder);
        var beside = checkpoint.Read();
        return Whole(LogFile.Open(DatabaseOf(folder)), database =>
        {
            var log = new PartyLog(database, checkpoint, time);
            if (log.Check(beside) is { } fault)
            {
                return fault;
            }

            if (beside is null)
            {
                log.Publish();
            }

            return log;
        });
    }

    /// <summary>
    /// Signs and adds, all or nothing. When it returns, the entries are on the disk. A fault <c>LED-0023</c> when the key may not
    /// sign, <c>LED-0001</c> to <c>LED-0005</c> when a body cannot be entered. Entries about keys have methods of their own.
    /// </summary>
    public Parsed<IReadOnlyList<Entry>> Append(SigningKey key, params IReadOnlyList<EntryDraft> drafts)
    {
        if (drafts.Any(d => d.Kind.IsAboutKeys()))
        {
            throw new ArgumentException("Keys are introduced, rotated and revoked, not appended.", nameof(drafts));
        }

        return drafts.Count == 0 ? Array.Empty<Entry>() : Commit(key, index => SignAll(key, index, drafts), key);
    }

    /// <summary>A further key beside those that there are. <paramref name="key"/> must bear the log's name.</summary>
    public Parsed<Entry> Introduce(SigningKey by, SigningKey key) => Commit(by, index => KeyRing.Introduction(key, index), by);

    /// <summary>A new key in the place of the old one, which signs the entry; the new one signs from here on, beginning with the checkpoint.</summary>
    public Parsed<Entry> Rotate(SigningKey old, SigningKey key) => Commit(old, index => KeyRing.Rotation(key, index, old.Verifier.Id), key);

    /// <summary>Takes a key out, for instance because somebody stole it. What it signed before stays.</summary>
    public Parsed<Entry> Revoke(SigningKey by, string id, string reason) => Commit(by, _ => KeyRing.Revocation(id, reason), by);

    /// <summary>Entries in order. An entry that cannot be read is an <see cref="OutsideException"/> <c>LED-0024</c>.</summary>
    public IEnumerable<Entry> Entries(long from = 0, long count = long.MaxValue) => file.Entries(from, Math.Max(0, Math.Min(count, Size - from))).Select(e => Read(e.Bytes));

    /// <summary>Entries of some kinds, in order: for a fold that needs no others.</summary>
    public IEnumerable<Entry> Entries(params IReadOnlyList<EntryKind> kinds) => file.Entries(kinds, Size).Select(bytes => Read(bytes));

    /// <summary>The newest checkpoint, or that of a size; null when none was signed at that size.</summary>
    public SignedNote? Checkpoint(long? size = null) => file.Checkpoint(size) is { } note && SignedNote.Parse(note) is { Ok: true } read ? read.Value : null;

    /// <summary>The tree as it was at a size, for proofs.</summary>
    public TileTree Tree(long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return new TileTree(size, Stored);
    }

    /// <summary>The bytes of a tile or bundle, as C2SP tlog-tiles serves them; null when the log is not that large.</summary>
    public byte[]? Read(Tile tile)
    {
        if (tile.First + tile.Width > Size >> (Tile.Height * Math.Min(tile.Level ?? 0, 7)))
        {
            return null;
        }

        return tile.Level is not null
            ? Stored(tile).ToArray()
            : EntryBundle.Write(file.Entries(tile.First, tile.Width).Select(e => (ReadOnlyMemory<byte>)e.Bytes));
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    // The checkpoint outlives the database that it was signed over.
    private static bool IsLost(DirectoryInfo folder) => !LogFile.IsLog(DatabaseOf(folder)) && CheckpointOf(folder).Read() is not null;

    private static Fault Lost(DirectoryInfo folder) => new(
        "LED-0026",
        $"The entries of the ledger are gone: its checkpoint is there, and {DatabaseName} holds no log. Put the file back from a copy, or fetch the entries from a peer that has them. A new log under the same key would be a fork of the old one.",
        folder.FullName);

    internal static FileInfo DatabaseOf(DirectoryInfo folder) => new(Path.Combine(folder.FullName, DatabaseName));

    internal static CheckpointFile CheckpointOf(DirectoryInfo folder) => new(new FileInfo(Path.Combine(folder.FullName, CheckpointName)));

    // Closes the database again when no log comes of it.
    private static Parsed<PartyLog> Whole(LogFile database, Func<LogFile, Parsed<PartyLog>> open)
    {
        var kept = false;
        try
        {
            var log = open(database);
            kept = log.Ok;
            return log;
        }
        finally
        {
            if (!kept)
            {
                database.Dispose();
            }
        }
    }

    private static Entry Read(ReadOnlyMemory<byte> bytes) => Entry.Parse(bytes) is { Ok: true } entry ? entry.Value : throw Damaged();

    private static OutsideException Damaged() => new("LED-0024", "The ledger is damaged. 'plimsoll ledger verify' says where.", retriable: false);

    private ReadOnlyMemory<byte> Stored(Tile tile) =>
        file.Hashes(tile.Level!.Value, tile.First, tile.Width) is var hashes && hashes.Length == tile.Width * TreeHash.Length ? hashes : throw Damaged();

    private Parsed<Entry> Commit(SigningKey key, Func<long, EntryDraft> draft, SigningKey sealing)
    {
        var added = Commit(key, index => SignAll(key, index, [draft(index)]), sealing);
        return added.Ok ? added.Value[0] : added.Fault!;
    }

    private Parsed<IReadOnlyList<Entry>> Commit(SigningKey key, Func<long, Parsed<IReadOnlyList<Entry>>> sign, SigningKey sealing)
    {
        file.Begin();
        try
        {
            if (((stale || file.Size() != Size) ? Load() : null) is { } damage)
            {
                return damage;
            }

            if (Size > 0 && !Equals(Keys.Find(key.Verifier.Id, Size), key.Verifier))
            {
                return NoRight(key);
            }

            var signed = sign(Size);
            if (!signed.Ok)
            {
                return signed;
            }

            // From here to the commit memory is ahead of the disk: should anything fail, it is read anew.
            stale = true;
            if (signed.Value.Select(Keys.Apply).FirstOrDefault(f => f is not null) is { } against)
            {
                return against;
            }

            // The checkpoint after the entry is signed by a key that may still sign: nobody ends the key that seals.
            if (!Equals(Keys.Find(sealing.Verifier.Id, Size + signed.Value.Count), sealing.Verifier))
            {
                return new Fault("LED-0110", "The entry about keys does not stand: the key that signs it could not sign the checkpoint after it. Let another key revoke this one, or rotate it.", sealing.Verifier.ToString());
            }

            file.Add(signed.Value, frontier);
            file.AddCheckpoint(Size, new Checkpoint(Origin, Size, frontier.Root()).Sign(sealing).ToString());
            file.Commit();
            stale = false;
            Publish();
            return signed;
        }
        finally
        {
            file.Rollback();
        }
    }

    private Fault NoRight(SigningKey key) => new("LED-0023", $"The key may not sign in the ledger {Origin}: it was never introduced there, or it was replaced or revoked.", key.Verifier.ToString());

    // Under the writers' lock, so that an older checkpoint never comes to lie over a newer one.
    private void Publish()
    {
        file.Begin();
        latest.Write(file.Checkpoint()!);
        file.Rollback();
    }

    private Parsed<IReadOnlyList<Entry>> SignAll(SigningKey key, long index, IReadOnlyList<EntryDraft> drafts)
    {
        var at = time.GetUtcNow();
        var entries = new Parsed<Entry>[drafts.Count];
        if (drafts.Count < ParallelFrom)
        {
            for (var i = 0; i < entries.Length; i++)
            {
                entries[i] = Entry.Sign(key, index + i, at, drafts[i]);
            }
        }
        else
        {
            Parallel.For(0, entries.Length, i => entries[i] = Entry.Sign(key, index + i, at, drafts[i]));
        }

        var refused = Array.Find(entries, e => !e.Ok);
        return refused.Fault is { } fault ? fault : Array.ConvertAll(entries, e => e.Value);
    }

    // One state of the database, whatever another process adds meanwhile: sizes and checkpoints of two moments would not fit.
    private Fault? Check(string? beside)
    {
        file.BeginReading();
        try
        {
            return Load() ?? Seal.Compare(beside, file);
        }
        finally
        {
            file.Rollback();
        }
    }

    // Rebuilds what is kept in memory from the database, and holds it against the newest checkpoint.
    private Fault? Load()
    {
        var size = file.Size();
        var keys = new KeyRing(Origin);
        foreach (var entry in file.Entries(AboutKeys, size).Select(bytes => Read(bytes)))
        {
            var author = entry.Index == 0 ? KeyRing.Founder(entry) : keys.Find(entry.Author, entry.Index);
            if (author is null || !entry.IsSignedBy(author))
            {
                return new Fault("LED-0103", "An entry about keys is not signed by a key of the log. 'plimsoll ledger verify' says more.", entry.ToString());
            }

            if (keys.Apply(entry) is { } fault)
            {
                return fault;
            }
        }

        (frontier, Keys, stale) = (Frontier.Of(size, new TileTree(size, Stored).Subtree), keys, false);
        return Seal.Check(file.Checkpoint(), new Checkpoint(Origin, Size, frontier.Root()), Keys);
    }
}
