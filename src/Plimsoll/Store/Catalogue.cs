using System.Globalization;
using System.Text.Json;
using Plimsoll.Ledger.Files;
using Plimsoll.Sources;

namespace Plimsoll.Store;

/// <summary>
/// The releases of a store, as folders: <c>releases/&lt;id&gt;/</c> with <c>release.json</c>, the Parquet parts and the refused records.
/// A release is in the store when its folder is, and its folder comes by one rename.
/// </summary>
internal sealed class Catalogue(DirectoryInfo root)
{
    internal const string RatesFile = "rates.json";
    private const string ManifestFile = "release.json";

    private DirectoryInfo ReleasesFolder { get; } = new(Path.Combine(root.FullName, "releases"));

    private DirectoryInfo CubeFolder { get; } = new(Path.Combine(root.FullName, "cube"));

    private DirectoryInfo StagingFolder { get; } = new(Path.Combine(root.FullName, "staging"));

    /// <summary>Beginning of the names of a segment's files: its Parquet parts and its cube.</summary>
    internal static string SegmentName(int segment) => string.Create(CultureInfo.InvariantCulture, $"part-{segment:D4}");

    /// <summary>Makes the folders and removes what a killed process left. Call with the store locked for writing.</summary>
    internal void Prepare()
    {
        ReleasesFolder.Create();
        CubeFolder.Create();
        if (Directory.Exists(StagingFolder.FullName))
        {
            StagingFolder.Delete(recursive: true);
        }

        StagingFolder.Create();
    }

    /// <summary>A folder for a release that is being collected.</summary>
    internal DirectoryInfo NewStagingFolder() => new(Path.Combine(StagingFolder.FullName, Guid.NewGuid().ToString("N")));

    /// <summary>Releases, oldest publication first; equal times are ordered by hash, so that every store orders them alike.</summary>
    internal IReadOnlyList<Release> Read()
    {
        if (!Directory.Exists(ReleasesFolder.FullName))
        {
            return [];
        }

        return
        [
            .. ReleasesFolder.EnumerateDirectories()
                .Select(f => JsonSerializer.Deserialize<Release>(File.ReadAllText(Path.Combine(f.FullName, ManifestFile)), StoreJson.Options)!)
                .OrderBy(r => r.PublishedAt)
                .ThenBy(r => r.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Makes a collected release part of the store, for good: when this returns, a power cut does not undo it. The cube files go first:
    /// without their release they mean nothing. They are not flushed, since their checksums tell what is lost of them.
    /// </summary>
    internal void Commit(DirectoryInfo staged, Release release)
    {
        File.WriteAllText(Path.Combine(staged.FullName, ManifestFile), JsonSerializer.Serialize(release, StoreJson.Options));
        foreach (var cube in staged.EnumerateFiles("*.cube"))
        {
            cube.MoveTo(Path.Combine(CubeFolder.FullName, $"{release.Id}-{cube.Name}"), overwrite: true);
        }

        foreach (var file in staged.EnumerateFiles())
        {
            Flush(file);
        }

        FolderFlush.Run(staged);
        Directory.Move(staged.FullName, Path.Combine(ReleasesFolder.FullName, release.Id));
        FolderFlush.Run(ReleasesFolder);
        FolderFlush.Run(root);
    }

    /// <summary>Brings a file's bytes to the disk.</summary>
    internal static void Flush(FileInfo file)
    {
        using var handle = file.Open(FileMode.Open, FileAccess.ReadWrite);
        handle.Flush(flushToDisk: true);
    }

    internal IReadOnlyList<FileInfo> Parts(Release release) =>
        [.. new DirectoryInfo(Path.Combine(ReleasesFolder.FullName, release.Id)).EnumerateFiles("*.parquet").OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>The cube files of a release, each with the Parquet parts that it is made from. Parts of older stores are segments of their own.</summary>
    internal IEnumerable<(FileInfo Cube, IReadOnlyList<FileInfo> Parts)> Segments(Release release) =>
        Parts(release).GroupBy(p => p.Name[..SegmentName(0).Length], StringComparer.Ordinal)
            .Select(s => (new FileInfo(Path.Combine(CubeFolder.FullName, $"{release.Id}-{s.Key}.cube")), (IReadOnlyList<FileInfo>)[.. s]));

    internal IReadOnlyList<ExchangeRate> Rates(Release release)
    {
        var file = Path.Combine(ReleasesFolder.FullName, release.Id, RatesFile);
        return File.Exists(file) ? JsonSerializer.Deserialize<ExchangeRate[]>(File.ReadAllText(file), StoreJson.Options)! : [];
    }

    /// <summary>The refused records of a release, in the order met.</summary>
    internal IEnumerable<Refusal> Refusals(Release release)
    {
        var file = Path.Combine(ReleasesFolder.FullName, release.Id, "refused.jsonl");
        return File.Exists(file) ? File.ReadLines(file).Select(l => JsonSerializer.Deserialize<Refusal>(l, StoreJson.Options)!) : [];
    }
}
