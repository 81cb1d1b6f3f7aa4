using System.Globalization;
using System.Text.Json;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Bench.Entrants;

/// <summary>A ledger of made-up readouts: sealed, audited, and asked for proofs.</summary>
internal sealed class SealedLog : IDisposable
{
    /// <summary>Entries that come in with one checkpoint and one write through to the disk.</summary>
    public const int Batch = 10_000;

    private const int ProofStep = 7919;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("plimsoll-bench-ledger-");
    private readonly SigningKey key = SigningKey.Create("bench.example/plimsoll");
    private readonly EntryDraft[] drafts;
    private readonly PartyLog log;
    private int sealings;

    /// <summary>Seals a first ledger of so many entries, for the other questions.</summary>
    public SealedLog(int entries)
    {
        drafts = [.. Enumerable.Range(0, entries).Select(Draft)];
        Folder = Fresh();
        SealInto(Folder);
        log = PartyLog.Open(Folder, TimeProvider.System).Value;
    }

    /// <summary>The first ledger.</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>Bytes of all entries.</summary>
    public long Bytes => Entries().Sum(e => (long)e.Length);

    /// <summary>The entries as they lie in the first ledger.</summary>
    public IEnumerable<byte[]> Entries() => log.Entries().Select(e => e.Bytes.ToArray());

    /// <summary>Signs and adds all, in batches.</summary>
    public string Seal()
    {
        var folder = Fresh();
        SealInto(folder);
        folder.Delete(recursive: true);
        return string.Create(CultureInfo.InvariantCulture, $"{drafts.Length + 1} entries");
    }

    /// <summary>Reads every entry, checks every signature and the whole tree.</summary>
    public string Verify()
    {
        var report = LogAudit.Run(Folder, key.Verifier).Value;
        return string.Create(CultureInfo.InvariantCulture, $"{report.Entries} entries, {report.Discrepancies.Count} discrepancies");
    }

    /// <summary>Inclusion proofs of entries all over the log, each from tiles read anew, and each verified.</summary>
    public string Prove(int proofs)
    {
        var signed = Checkpoint.Parse(log.Checkpoint()!.Text).Value.Root;
        var holding = 0;
        for (var i = 0L; i < proofs; i++)
        {
            var index = i * ProofStep % log.Size;
            var leaf = new TreeHash(log.Read(new Tile(0, index / Tile.Full, (int)Math.Min(Tile.Full, log.Size - (index / Tile.Full * Tile.Full))))!.AsSpan((int)(index % Tile.Full) * TreeHash.Length, TreeHash.Length));
            holding += Proofs.Includes(index, leaf, log.Size, signed, log.Tree(log.Size).Inclusion(index)) ? 1 : 0;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{holding} of {proofs} hold");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        log.Dispose();
        key.Dispose();
        root.Delete(recursive: true);
    }

    // In size like a readout of one sentence.
    private static EntryDraft Draft(int i) => new(
        EntryKind.ReadoutRecorded,
        JsonElement.Parse($$"""{"meeting":"2026-06-29","point":{{i}},"party":"{{(i % 2 == 0 ? "EU" : "CN")}}","text":"Both sides took note of the figures of the month and agreed to come back to them."}"""));

    private DirectoryInfo Fresh() => root.CreateSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{sealings++}"));

    private void SealInto(DirectoryInfo folder)
    {
        using var fresh = PartyLog.Create(folder, key, TimeProvider.System).Value;
        foreach (var batch in drafts.Chunk(Batch))
        {
            if (fresh.Append(key, batch) is { Ok: false } refused)
            {
                throw new InvalidOperationException(refused.Fault!.ToString());
            }
        }
    }
}
