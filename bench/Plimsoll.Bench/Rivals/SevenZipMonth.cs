using System.Globalization;
using SharpCompress.Archives.SevenZip;
using SharpCompress.Common;
using SharpCompress.Writers.SevenZip;

namespace Plimsoll.Bench.Rivals;

/// <summary>Decompression alone, on one core: no reader of a bulk file can be faster than this.</summary>
internal static class SevenZipMonth
{
    /// <summary>The archive beside <paramref name="file"/>; packed with LZMA when there is none, which takes minutes for a month.</summary>
    public static string Pack(string file)
    {
        var packed = Path.ChangeExtension(file, ".7z");
        if (!File.Exists(packed))
        {
            using var output = File.Create(packed);
            using var writer = new SevenZipWriter(output, new SevenZipWriterOptions(CompressionType.LZMA));
            using var content = File.OpenRead(file);
            writer.Write(Path.GetFileName(file), content, null);
        }

        return packed;
    }

    /// <summary>Reads the archive's only file to its end; returns its length in a few words.</summary>
    public static string Unpack(string packed)
    {
        using var archive = SevenZipArchive.OpenArchive(packed);
        using var content = archive.Entries.Single().OpenEntryStream();
        var buffer = new byte[1 << 20];
        var length = 0L;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            length += read;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{length} bytes");
    }
}
