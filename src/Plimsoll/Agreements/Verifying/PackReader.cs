using System.IO.Compression;
using Plimsoll.Sources.Archives;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Verifying;

/// <summary>Reads a pack that came from somebody else: a folder or a zip. Nothing is written to disk.</summary>
internal static class PackReader
{
    private const int MostFiles = 64;
    private const long MostBytes = 256L << 20;

    /// <summary>
    /// The files by name. Fault <c>EVI-0001</c> when there is neither folder nor zip, <c>EVI-0002</c> when it is larger than a pack can be
    /// or names a place outside itself; <see cref="OutsideException"/> with <c>EVI-0020</c> when the disk refuses.
    /// </summary>
    internal static Parsed<IReadOnlyDictionary<string, byte[]>> Read(string path)
    {
        try
        {
            return Directory.Exists(path) ? ReadFolder(new DirectoryInfo(path))
                : File.Exists(path) ? ReadZip(path)
                : new Fault("EVI-0001", "There is no folder and no zip of that name.", path);
        }
        catch (InvalidDataException damage)
        {
            return new Fault("EVI-0001", $"Not a zip, or a damaged one: {damage.Message}", Path.GetFileName(path));
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or (IOException and not OutsideException))
        {
            throw new OutsideException("EVI-0020", $"Cannot read the pack: {denied.Message}", retriable: false, denied);
        }
    }

    private static Parsed<IReadOnlyDictionary<string, byte[]>> ReadFolder(DirectoryInfo folder)
    {
        var entries = folder.EnumerateFileSystemInfos().Take(MostFiles + 1).ToList();
        var odd = entries.Find(e => e is not FileInfo || e.LinkTarget is not null || !IsPlain(e.Name));
        if (odd is not null || entries.Count > MostFiles || entries.OfType<FileInfo>().Sum(f => f.Length) > MostBytes)
        {
            return Unsafe(odd?.Name ?? folder.Name);
        }

        return entries.ToDictionary(e => e.Name, e => File.ReadAllBytes(e.FullName), StringComparer.Ordinal);
    }

    private static Parsed<IReadOnlyDictionary<string, byte[]>> ReadZip(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var left = MostBytes;
        foreach (var entry in zip.Entries)
        {
            // The stated length can lie, so what comes out is counted as well.
            if (files.Count == MostFiles || !IsPlain(entry.FullName) || entry.Length > left)
            {
                return Unsafe(entry.FullName);
            }

            using var bytes = new MemoryStream();
            using (var content = new LimitedStream(entry.Open(), left))
            {
                content.CopyTo(bytes);
            }

            left -= bytes.Length;
            if (!files.TryAdd(entry.FullName, bytes.ToArray()))
            {
                return Unsafe(entry.FullName);
            }
        }

        return files;
    }

    // A name and nothing else: no folders, no way out of the pack, no device.
    private static bool IsPlain(string name) =>
        name is { Length: > 0 and <= 100 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && !name.StartsWith('.');

    private static Fault Unsafe(string name) => new(
        "EVI-0002", "More, larger or other files than an evidence pack has: at most 64, 256 MB together, no folders, no links, each name once.", name);
}
