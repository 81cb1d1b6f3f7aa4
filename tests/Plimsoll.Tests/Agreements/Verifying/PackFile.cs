using System.Security.Cryptography;
using System.Text;
using Plimsoll.Agreements.Evidence;
using Plimsoll.Agreements.Verifying;

namespace Plimsoll.Tests.Agreements.Verifying;

/// <summary>A pack that somebody has changed, in a file of its own.</summary>
internal static class PackFile
{
    /// <summary>What verification says of a zip with these bytes.</summary>
    internal static Verification Verify(byte[] zip, params FileInfo[] originals)
    {
        var file = Path.Combine(Path.GetTempPath(), $"plimsoll-pack-{Guid.NewGuid():N}.zip");
        File.WriteAllBytes(file, zip);
        try
        {
            return Verification.Of(file, originals);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The pack with one file changed by an author who also writes a new manifest.</summary>
    internal static byte[] Forged(EvidencePack pack, string file, byte[] bytes)
    {
        var files = pack.Files.ToDictionary(StringComparer.Ordinal);
        files[file] = bytes;
        files["MANIFEST.sha256"] = Encoding.UTF8.GetBytes(string.Concat(
            files.Where(f => f.Key != "MANIFEST.sha256").OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n")));
        return StoredZip.Write(files);
    }

    internal static byte[] Forged(EvidencePack pack, string file, string before, string after)
    {
        var text = Encoding.UTF8.GetString(pack.Files[file]);
        var at = text.IndexOf(before, StringComparison.Ordinal);
        return at >= 0 ? Forged(pack, file, Encoding.UTF8.GetBytes(text[..at] + after + text[(at + before.Length)..])) : throw new ArgumentException($"{file} has no {before}");
    }
}
