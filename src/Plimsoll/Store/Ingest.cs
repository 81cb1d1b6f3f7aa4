using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Plimsoll.Sources;
using Plimsoll.Sources.Archives;
using Plimsoll.Store.Staging;
using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>Takes one file into the store: hash, expand, read, check, sort, write, commit.</summary>
internal sealed class Ingest(Catalogue catalogue, TimeProvider time, IngestOptions options, IProgress<IngestProgress>? progress)
{
    internal IReadOnlyList<IngestOutcome> Run(FileInfo file, CancellationToken cancel)
    {
        using var raw = Open(file);
        // Taken here: asking for the handle empties the stream's buffer, which the reading would notice.
        var handle = raw.SafeFileHandle;
        var hash = Task.Run(() => Hash(handle), CancellationToken.None);
        var outcomes = new List<IngestOutcome>();
        try
        {
            foreach (var entry in SourceFile.Entries(raw, file.Name, new DateTimeOffset(file.LastWriteTimeUtc)))
            {
                using (entry.Content is FileStream ? null : entry.Content)
                {
                    outcomes.Add(Take(entry, raw, hash, cancel));
                }
            }
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or SharpCompress.Common.SharpCompressException)
        {
            outcomes.Add(new IngestOutcome(file.Name, null, false, new Fault("SRC-0002", $"The archive is damaged or cut off: {damage.Message} Download it again.", file.Name), []));
        }

        finally
        {
            ((IAsyncResult)hash).AsyncWaitHandle.WaitOne();
        }

        return outcomes;
    }

    // At places of its own, while the stream is read.
    private static string Hash(SafeFileHandle file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (long at = 0, read; (read = RandomAccess.Read(file, buffer, at)) > 0; at += read)
        {
            hash.AppendData(buffer, 0, (int)read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static FileStream Open(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
        {
            throw new OutsideException("STO-0002", $"Cannot read {file.FullName}: it is a folder. Name the files in it.", retriable: false);
        }

        try
        {
            return new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new OutsideException("STO-0002", $"Cannot read {file.Name}: {denied.Message} Check its name and rights.", retriable: false, denied);
        }
    }

    private IngestOutcome Take(SourceEntry entry, FileStream raw, Task<string> hash, CancellationToken cancel)
    {
        var length = raw.Length;
        if (Known(hash, length, entry.Ordinal) is { } known)
        {
            return new IngestOutcome(entry.Place, known, AlreadyKnown: true, null, []);
        }

        void Report(long rows) => progress?.Report(new IngestProgress(entry.Place, raw.Position, length, rows));
        if (options.DryRun)
        {
            var counted = new DryRun(entry.Place, Report);
            var unusable = Judge(SourceReader.Read(entry, counted, cancel), counted.Stored, counted.Refused, entry);
            counted.CloseSlice();
            return unusable is null
                ? Outcome(Describe(counted.Header!, counted.Scope, entry, hash.GetAwaiter().GetResult(), length, counted.Stored, counted.Refused), counted.Repeated, counted.FirstRefusals)
                : new IngestOutcome(entry.Place, null, false, unusable, counted.FirstRefusals);
        }

        // Reading takes one core, and expanding all of it.
        var hands = Environment.ProcessorCount - (entry.Content is FileStream ? 1 : 2);
        using var staging = new ReleaseStaging(catalogue.NewStagingFolder(), entry.Place, Report, hands);
        if (Judge(SourceReader.Read(entry, staging, cancel), staging.Stored, staging.Refused, entry) is { } fault)
        {
            return new IngestOutcome(entry.Place, null, false, fault, staging.FirstRefusals);
        }

        var release = Describe(staging.Header!, staging.Finish(), entry, hash.GetAwaiter().GetResult(), length, staging.Stored, staging.Refused);
        var outcome = Outcome(release, staging.Repeated, staging.FirstRefusals);
        if (outcome.Release is not null)
        {
            catalogue.Commit(staging.Folder, release);
        }

        return outcome;

        IngestOutcome Outcome(Release read, Fault? repeated, IReadOnlyList<Refusal> refusals) =>
            (repeated ?? Foresight.Check(read)) is { } bad ? new IngestOutcome(entry.Place, null, false, bad, refusals) : new IngestOutcome(entry.Place, read, false, null, refusals);
    }

    // A file of a length that no release has is new, and need not be hashed before it is read.
    private Release? Known(Task<string> hash, long length, int ordinal) =>
        catalogue.Read().Where(r => r.Bytes == length).FirstOrDefault(r => string.Equals(r.Id, Identity(hash.GetAwaiter().GetResult(), ordinal), StringComparison.Ordinal));

    private static Fault? Judge(Fault? fault, long stored, long refused, SourceEntry entry) => (fault, stored, refused) switch
    {
        ({ } reason, _, _) => reason,
        (null, 0, 0) => new Fault("SRC-0003", "The answer holds no records.", entry.Name),
        (null, 0, _) => new Fault("SRC-0003", $"None of the {refused} records could be used.", entry.Name),
        _ => null,
    };

    private Release Describe(ReleaseHeader header, ReleaseScope scope, SourceEntry entry, string sha, long length, long stored, long refused)
    {
        var (published, evidence) = (options.Published, header.PublishedAt, options.LastModified) switch
        {
            ({ } stated, _, _) => (stated, PublicationEvidence.Stated),
            (_, { } content, _) => (content, PublicationEvidence.Content),
            (_, _, { } http) => (http, PublicationEvidence.Http),
            _ => (entry.LastWritten, PublicationEvidence.File),
        };
        return new Release(
            Identity(sha, entry.Ordinal),
            header.Source,
            header.Dataset,
            header.Currency,
            scope,
            published.ToUniversalTime(),
            evidence,
            time.GetUtcNow(),
            entry.Name,
            sha,
            length,
            header.Parser,
            stored + refused,
            stored,
            refused);
    }

    // The first answer in a file bears the file's hash; further entries of an archive a hash of that and their position.
    private static string Identity(string sha, int ordinal)
    {
        var whole = ordinal == 0
            ? sha
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{sha}:{ordinal}"))));
        return whole[..16];
    }
}
