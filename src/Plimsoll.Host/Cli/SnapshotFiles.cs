using System.Text.Json;
using Plimsoll.Store;

namespace Plimsoll.Host.Cli;

/// <summary>Takes the bundled snapshot into a store; files that are there already cost one hash each.</summary>
internal static class SnapshotFiles
{
    private static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    internal static void Load(TradeStore store, Terminal terminal, TimeProvider time, CancellationToken cancel, string? except = null)
    {
        var manifest = Path.Combine(Bundled.Snapshot.FullName, "manifest.json");
        var files = JsonSerializer.Deserialize<Manifest>(File.ReadAllText(manifest), Layout)!.Files
            .Where(f => !string.Equals(f.File, except, StringComparison.Ordinal)).ToList();
        long rows = 0;
        var taken = 0;
        foreach (var file in files)
        {
            var path = new FileInfo(Path.Combine(Bundled.Snapshot.FullName, file.File));
            foreach (var outcome in ProgressLine.Show(terminal, time, progress => store.Ingest(path, new IngestOptions(file.Published), progress, cancel)))
            {
                // The snapshot is ours: a file of it that cannot be read is a bug.
                var release = outcome.Release ?? throw new InvalidOperationException($"{file.File}: {outcome.Fault}");
                rows += release.RowsStored;
                taken += outcome.AlreadyKnown ? 0 : 1;
            }
        }

        terminal.Error.WriteLine($"Bundled snapshot: {files.Count} files, {rows} records, {(taken == 0 ? "all in the store already" : $"{taken} taken in now")}. Sources and licences: data/snapshot/PROVENANCE.md.");
    }

    private sealed record Manifest(IReadOnlyList<Entry> Files);

    private sealed record Entry(string File, DateTimeOffset? Published);
}
