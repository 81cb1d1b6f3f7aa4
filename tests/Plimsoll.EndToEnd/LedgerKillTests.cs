using System.Diagnostics;
using System.Globalization;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Notes;
using Shouldly;
using Xunit;

namespace Plimsoll.EndToEnd;

/// <summary>A log whose writer is killed at any moment has every entry that was acknowledged, and is whole.</summary>
public sealed class LedgerKillTests : IDisposable
{
    private const int Kills = 100;
    private const int AuditEvery = 10;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-ledger-kill-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_killed_writer_loses_no_acknowledged_entry()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var key = SigningKey.Create("eu.example/plimsoll");
        PartyLog.Create(folder, key, TimeProvider.System).Value.Dispose();
        var secret = await SecretOf(key, cancel);
        var random = new Random(20261004);
        var beyond = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            var acknowledged = await KilledWriter(secret, random, cancel);
            using var log = PartyLog.Open(folder, TimeProvider.System).Value;
            foreach (var (index, hash) in acknowledged)
            {
                log.Entries(index, 1).Single().Hash().ToString().ShouldBe(hash, $"kill {kill}, entry {index}");
            }

            beyond += log.Size > acknowledged[^1].Index + 1 ? 1 : 0;
            if (kill % AuditEvery == 0)
            {
                LogAudit.Run(folder, key.Verifier).Value.Discrepancies.ShouldBeEmpty($"kill {kill}");
            }
        }

        // Some kills came between the disk and the acknowledgement: else none came near an addition.
        beyond.ShouldBeGreaterThan(0);
    }

    private async Task<List<(long Index, string Hash)>> KilledWriter(string secret, Random random, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Plimsoll.EndToEnd.dll")]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment[Appender.FolderVariable] = folder.FullName;
        start.Environment[Appender.KeyVariable] = secret;
        using var writer = Process.Start(start)!;
        var lines = new List<string> { (await writer.StandardOutput.ReadLineAsync(cancel))! };
        var rest = writer.StandardOutput.ReadToEndAsync(cancel);
        await Task.Delay(TimeSpan.FromMilliseconds(60 * random.NextDouble()), cancel);
        writer.Kill();
        await writer.WaitForExitAsync(cancel);

        // The last line may be cut: then it was never acknowledged.
        var text = await rest;
        lines.AddRange(text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return [.. lines.Select(line => line.Split(' ')).Select(words => (long.Parse(words[0], CultureInfo.InvariantCulture), words[1]))];
    }

    private async Task<string> SecretOf(SigningKey key, CancellationToken cancel)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, "key"));
        KeyFile.Write(file, key);
        return await File.ReadAllTextAsync(file.FullName, cancel);
    }
}
