using System.Globalization;
using SharpCompress.Archives.SevenZip;

namespace Plimsoll.Bench.Rivals;

/// <summary>Decompression alone, on one core: no reader of a bulk file can be faster than this.</summary>
internal static class SevenZipMonth
{
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
