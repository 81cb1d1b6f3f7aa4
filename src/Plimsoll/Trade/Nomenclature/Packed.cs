using System.IO.Compression;

namespace Plimsoll.Trade;

/// <summary>The lists under data/nomenclature, which travel inside the assembly.</summary>
internal static class Packed
{
    /// <summary>The tab-separated rows of a list; lines that begin with <c>#</c> are comments.</summary>
    internal static IEnumerable<string[]> Rows(string name)
    {
        using var packed = typeof(Packed).Assembly.GetManifestResourceStream($"nomenclature/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks the list {name}.");
        using var plain = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(packed, CompressionMode.Decompress) : packed;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line.Split('\t');
            }
        }
    }
}
