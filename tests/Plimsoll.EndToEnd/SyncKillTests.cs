using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Plimsoll.Ledger.Peers;
using Shouldly;
using Xunit;

namespace Plimsoll.EndToEnd;

/// <summary>A sync killed at any moment leaves the old verified copy of the peer's log or the new one.</summary>
public sealed class SyncKillTests : IDisposable
{
    private const int Kills = 20;
    private const int Growth = 4_000;

    private static readonly string Host = Path.Combine(AppContext.BaseDirectory, "Plimsoll.Host.dll");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-sync-kill-");
    private readonly SigningKey key = SigningKey.Create("eu.example/plimsoll");

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }

    private DirectoryInfo Ledger => new(Path.Combine(folder.FullName, "them", "ledger"));

    [Fact]
    public async Task A_killed_sync_leaves_one_verified_state_or_the_other()
    {
        var cancel = TestContext.Current.CancellationToken;
        PartyLog.Create(Ledger, key, TimeProvider.System).Value.Dispose();
        var newest = Grow();
        using var node = Start("node", "--store", Path.Combine(folder.FullName, "them"), "--urls", "http://127.0.0.1:0", "--json");
        try
        {
            var address = await AddressOf(node, cancel);
            var usual = await Duration(address, "calm", cancel);
            var random = new Random(20261125);
            var (old, whole, cut) = (0L, 0, 0);
            for (var kill = 0; kill < Kills; kill++)
            {
                using var sync = Sync(address, "us");
                await Task.Delay(usual * (1.2 * random.NextDouble()), cancel);
                sync.Kill();
                await sync.WaitForExitAsync(cancel);
                var size = SizeOfCopy("us");
                size.ShouldBeOneOf(old, newest);
                if (size == newest)
                {
                    whole++;
                    (old, newest) = (newest, Grow());
                }
                else
                {
                    cut++;
                }
            }

            using var last = Sync(address, "us");
            await last.WaitForExitAsync(cancel);
            last.ExitCode.ShouldBe(0);
            SizeOfCopy("us").ShouldBe(newest);
            whole.ShouldBeGreaterThan(0);
            cut.ShouldBeGreaterThan(0, "no kill came before the end: the test shows nothing");
        }
        finally
        {
            node.Kill();
        }
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Host, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task<string> AddressOf(Process node, CancellationToken cancel)
    {
        var json = "";
        while (await node.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            json += line;
            if (line == "}")
            {
                break;
            }
        }

        return JsonElement.Parse(json).GetProperty("urls")[0].GetString()!;
    }

    private async Task<TimeSpan> Duration(string address, string store, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        using var sync = Sync(address, store);
        await sync.WaitForExitAsync(cancel);
        sync.ExitCode.ShouldBe(0, await sync.StandardError.ReadToEndAsync(cancel));
        return Stopwatch.GetElapsedTime(began);
    }

    private Process Sync(string address, string store) =>
        Start("sync", address, "--key", key.Verifier.ToString(), "--store", Path.Combine(folder.FullName, store));

    private long Grow()
    {
        using var log = PartyLog.Open(Ledger, TimeProvider.System).Value;
        var from = log.Size;
        log.Append(key, [.. Enumerable.Range(0, Growth).Select(i => new EntryDraft(EntryKind.ReadoutRecorded, JsonElement.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"said":{{from + i}}}"""))))]).Ok.ShouldBeTrue();
        return log.Size;
    }

    // With an audit of every byte; 0 when there is no copy.
    private long SizeOfCopy(string store)
    {
        var copy = Peer.Of(new DirectoryInfo(Path.Combine(folder.FullName, store)), key.Verifier).LogFolder;
        if (!PartyLog.IsIn(copy))
        {
            return 0;
        }

        var audit = LogAudit.Run(copy, key.Verifier).Value;
        audit.Discrepancies.ShouldBeEmpty();
        return audit.Entries;
    }
}
