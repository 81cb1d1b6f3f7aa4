using System.IO.Compression;
using SharpCompress.Archives.SevenZip;

namespace Plimsoll.Sources.Archives;

/// <summary>A file as received: plain, <c>.gz</c>, <c>.zip</c> or <c>.7z</c>, told apart by content, not by name.</summary>
public static class SourceFile
{
    // Comext's best ratio is 9; a thousandfold expansion is an attack.
    private const long LargestRatio = 1000;
    private const long AlwaysAllowed = 64L << 20;

    /// <summary>
    /// The answers in a file, one at a time. <paramref name="raw"/> is read forward and stays open. Damaged archives throw
    /// <see cref="InvalidDataException"/>, on opening or while an entry is read.
    /// </summary>
    public static IEnumerable<SourceEntry> Entries(Stream raw, string fileName, DateTimeOffset lastWritten)
    {
        var magic = new byte[6];
        var length = raw.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        raw.Position = 0;
        return magic.AsSpan(0, length) switch
        {
            [0x1F, 0x8B, ..] => GZip(raw, fileName, lastWritten),
            [0x50, 0x4B, 0x03, 0x04, ..] => Zip(raw, fileName),
            [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C] => SevenZip(raw, fileName, lastWritten),
            _ => [new SourceEntry(fileName, fileName, lastWritten, 0, raw)],
        };
    }

    private static IEnumerable<SourceEntry> GZip(Stream raw, string fileName, DateTimeOffset lastWritten)
    {
        // Without the switch, which the build sets, a file that was cut off is taken for one that ends.
        if (!AppContext.TryGetSwitch("System.IO.Compression.UseStrictValidation", out var isStrict) || !isStrict)
        {
            throw new InvalidOperationException("Set System.IO.Compression.UseStrictValidation to true in the runtime configuration.");
        }

        var name = fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? fileName[..^3] : fileName;
        var expanded = new GZipStream(raw, CompressionMode.Decompress, leaveOpen: true);
        yield return new SourceEntry(name, fileName, lastWritten, 0, Limited(expanded, raw));
    }

    private static IEnumerable<SourceEntry> Zip(Stream raw, string fileName)
    {
        using var archive = new ZipArchive(raw, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var (ordinal, entry) in archive.Entries.Where(e => e.Name.Length > 0).Index())
        {
            yield return new SourceEntry(entry.Name, $"{fileName}!{entry.FullName}", entry.LastWriteTime.ToUniversalTime(), ordinal, Limited(entry.Open(), raw));
        }
    }

    private static IEnumerable<SourceEntry> SevenZip(Stream raw, string fileName, DateTimeOffset lastWritten)
    {
        using var archive = SevenZipArchive.OpenArchive(raw, new SharpCompress.Readers.ReaderOptions { LeaveStreamOpen = true });
        foreach (var (ordinal, entry) in archive.Entries.Where(e => !e.IsDirectory).Index())
        {
            var key = entry.Key ?? fileName;
            var time = entry.LastModifiedTime is { } written ? new DateTimeOffset(DateTime.SpecifyKind(written, DateTimeKind.Utc)) : lastWritten;
            yield return new SourceEntry(Path.GetFileName(key), $"{fileName}!{key}", time, ordinal, Limited(entry.OpenEntryStream(), raw));
        }
    }

    private static LimitedStream Limited(Stream expanded, Stream raw) => new(expanded, Math.Max(AlwaysAllowed, raw.Length * LargestRatio));
}
