using System.Globalization;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger;

/// <summary>Checks a log to the last byte: every entry, every hash of the stored tree, every checkpoint, and the one beside the database.</summary>
public sealed class LogAudit
{
    private const int BlockLength = 4096;

    private readonly LogFile file;
    private readonly EntryAudit entries;
    private readonly Frontier frontier = new();
    private readonly VerifierKey? trusted;
    private readonly int limit;
    private Checkpoint? agreed;
    private bool differs;
    private bool trustedFound;

    private LogAudit(LogFile file, VerifierKey? trusted, int limit)
    {
        (this.file, this.trusted, this.limit) = (file, trusted, limit);
        entries = new EntryAudit(new KeyRing(file.Origin()));
    }

    /// <summary>
    /// Checks the log of a folder. With <paramref name="trusted"/>, that key has to have begun the log or to have signed a checkpoint
    /// that the log agrees with; without, the log's own first key is believed. Stops after about <paramref name="limit"/>
    /// discrepancies. A fault <c>LED-0021</c> when there is no log.
    /// </summary>
    public static Parsed<AuditReport> Run(DirectoryInfo folder, VerifierKey? trusted = null, int limit = 100)
    {
        if (!PartyLog.IsIn(folder))
        {
            return new Fault("LED-0021", "There is no ledger here. 'plimsoll key new' begins one.", folder.FullName);
        }

        // First the file, then the database: whoever adds meanwhile writes them the other way round.
        var beside = PartyLog.CheckpointOf(folder).Read();
        using var database = LogFile.Open(PartyLog.DatabaseOf(folder));
        database.BeginReading();
        return Run(database, beside, trusted, limit);
    }

    internal static AuditReport Run(LogFile file, string? beside, VerifierKey? trusted = null, int limit = 100) =>
        new LogAudit(file, trusted, limit).Run(beside);

    private AuditReport Run(string? beside)
    {
        try
        {
            if (file.Damage() is { } damage)
            {
                entries.Add(null, new Fault("LED-0107", "The database itself is damaged.", damage));
            }

            CheckEntries();
            if (Seal.Compare(beside, file) is { } fault)
            {
                entries.Add(null, fault);
            }
        }
        catch (OutsideException failure) when (!failure.Retriable)
        {
            entries.Add(entries.Next, new Fault("LED-0107", $"From here on the database cannot be read. {failure.Message}"));
        }

        if (trusted is not null && !trustedFound && !trusted.Equals(entries.Founder))
        {
            entries.Add(null, new Fault("LED-0113", "The key that is trusted neither began this log nor signed a checkpoint that fits it.", trusted.ToString()));
        }

        return new AuditReport(entries.Keys.Origin, entries.Next, entries.Founder, entries.Found.Count == 0 ? agreed : null, entries.Keys, entries.Found);
    }

    private void CheckEntries()
    {
        using var checkpoints = file.Checkpoints().GetEnumerator();
        var more = checkpoints.MoveNext();
        foreach (var block in file.Entries().Chunk(BlockLength))
        {
            foreach (var hash in entries.Check(block))
            {
                frontier.Add(hash, CheckStored);
                for (; more && checkpoints.Current.Size <= frontier.Size; more = checkpoints.MoveNext())
                {
                    CheckCheckpoint(checkpoints.Current.Size, checkpoints.Current.Note);
                }
            }

            if (entries.Found.Count >= limit)
            {
                return;
            }
        }

        CheckEnd(more ? checkpoints.Current.Size : null);
    }

    // Hashes of entries come with the entries; here are those of the levels above.
    private void CheckStored(int height, long position, TreeHash hash)
    {
        var (level, rest) = int.DivRem(height, Tile.Height);
        if (level > 0 && rest == 0 && entries.Unbroken && !file.Hashes(level, position, 1).AsSpan().SequenceEqual(hash.ToArray()))
        {
            entries.Add(position << height, new Fault("LED-0107", string.Create(CultureInfo.InvariantCulture, $"The stored tree has another hash of the {1L << height} entries from here on."), hash.ToString()));
        }
    }

    private void CheckCheckpoint(long size, string note)
    {
        if (Seal.Read(note, entries.Keys) is not { } said || said.Size != size || said.Origin != entries.Keys.Origin)
        {
            entries.Add(size - 1, new Fault("LED-0108", string.Create(CultureInfo.InvariantCulture, $"The checkpoint of {size} entries is unreadable, or not signed by a key that could sign it."), note));
        }
        else if (!differs && entries.Unbroken && said.Root != frontier.Root())
        {
            // All later ones differ as well: the first tells between which two the change lies.
            differs = true;
            entries.Add(agreed?.Size ?? 0, new Fault("LED-0106", string.Create(CultureInfo.InvariantCulture, $"The tree is not the one that was signed. The log was changed here or up to entry {size - 1}."), said.Root.ToString()));
        }
        else if (!differs && entries.Unbroken)
        {
            agreed = said;
            trustedFound |= trusted is not null && SignedNote.Parse(note).Value.Verify(trusted).Ok;
        }
    }

    private void CheckEnd(long? beyond)
    {
        if (beyond is { } said)
        {
            entries.Add(frontier.Size, Seal.Truncated(said, frontier.Size));
        }
        else if (entries.Unbroken && !differs && agreed?.Size != frontier.Size && entries.Found.Count == 0)
        {
            entries.Add(agreed?.Size ?? 0, Seal.Surplus(agreed?.Size ?? 0, frontier.Size));
        }

        if (entries.Unbroken && file.HashCount() != Enumerable.Range(0, 8).Sum(level => frontier.Size >> (Tile.Height * level)))
        {
            entries.Add(null, new Fault("LED-0107", "The stored tree has hashes of entries that are not there."));
        }
    }
}
