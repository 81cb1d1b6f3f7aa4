using System.Security.Cryptography;
using System.Text;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary><c>MANIFEST.sha256</c>: the hash of every other file, as <c>sha256sum -c</c> reads it.</summary>
internal static class Manifest
{
    internal const string Name = "MANIFEST.sha256";

    internal static byte[] Write(IReadOnlyDictionary<string, byte[]> files) => Encoding.UTF8.GetBytes(string.Concat(
        files.Where(f => f.Key != Name).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n")));

    /// <summary>One fault <c>EVI-0003</c> for each line and file that do not fit.</summary>
    internal static IEnumerable<Fault> Check(IReadOnlyDictionary<string, byte[]> files)
    {
        if (!files.TryGetValue(Name, out var manifest))
        {
            return [Fault("There is no manifest, so nobody knows whether the files are those that were written.", Name)];
        }

        var written = Encoding.UTF8.GetString(manifest).Split('\n');
        var right = Encoding.UTF8.GetString(Write(files)).Split('\n');
        var faults = new List<Fault>();
        faults.AddRange(right.Except(written, StringComparer.Ordinal).Where(l => l.Length > 0)
            .Select(l => Fault("The file is not the one that the manifest was written for.", l[(l.IndexOf(' ', StringComparison.Ordinal) + 2)..])));
        faults.AddRange(written.Except(right, StringComparer.Ordinal).Where(l => l.Length > 0)
            .Select(l => Fault("A line of the manifest is about no file of the pack as it is.", l)));
        return faults.Count == 0 && !manifest.AsSpan().SequenceEqual(Write(files)) ? [Fault("The manifest is not in the form in which it is written.", Name)] : faults;
    }

    private static Fault Fault(string message, string text) => new("EVI-0003", message, text);
}
