using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Plimsoll.EndToEnd;

/// <summary>Two parties and a stranger, each with a store and processes of its own, over the network of this machine.</summary>
public sealed class TwoPartiesTests : IDisposable
{
    private const string Agreement = "eu-china-illustrative";
    private static readonly string Host = Path.Combine(AppContext.BaseDirectory, "Plimsoll.Host.dll");
    private static readonly string Snapshot = Path.Combine(AppContext.BaseDirectory, "data", "snapshot");

    // The deficit of 2024 as first published and as revised; the stranger and the other side take them in in another order.
    private static readonly string[] Published =
        [.. Directory.GetFiles(Path.Combine(Snapshot, "published"), "*.csv").Order(StringComparer.Ordinal)];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-parties-");
    private readonly List<Process> nodes = [];

    [Fact]
    public async Task Two_parties_come_to_one_verdict_name_what_differs_and_a_stranger_can_check_them()
    {
        // Same releases, taken in in another order.
        await Done("east", ["ingest", .. Published]);
        await Done("west", ["ingest", .. Published.Reverse().Where(f => !f.EndsWith("2026-07-31.csv", StringComparison.Ordinal))]);
        var eastKey = (await Done("east", "key", "new", "east.example")).Out.Split('\n')[0].Trim();
        var westKey = (await Done("west", "key", "new", "west.example")).Out.Split('\n')[0].Trim();
        var east = await Serve("east");
        var west = await Serve("west");

        // An agreement by both signatures.
        await Done("east", "agreement", "propose", Agreement, "--with", "west.example");
        await Done("east", "agreement", "adopt", Agreement);
        (await Run("east", "assess", "--as-of", "2026-07-15", "--seal")).Error.ShouldContain("AGR-0124");
        await Done("west", "sync", east, "--key", eastKey);
        (await Done("west", "agreement", "adopt", Agreement)).Out.ShouldContain("is agreed");
        await Done("east", "sync", west, "--key", westKey);

        // The same verdict.
        (await Done("east", "assess", "--as-of", "2026-07-15", "--seal")).Out.ShouldContain("Sealed as entry");
        await Done("west", "sync", east);
        (await Done("west", "countersign", "--check")).Out.ShouldContain("Agrees: east.example");
        (await Done("west", "countersign")).Out.ShouldContain("Countersigned: east.example");
        (await Done("west", "countersign", "--check")).Out.ShouldContain("No sealed assessment waits");

        // One side without the revision: the first difference is the release that it lacks.
        await Done("east", "assess", "--as-of", "2026-08-15", "--seal");
        await Done("west", "sync", east);
        (await Done("west", "countersign")).Out.ShouldContain("First difference: input_missing at published");
        await Done("west", ["ingest", .. Published]);
        (await Done("west", "countersign")).Out.ShouldContain("Countersigned: east.example");

        // A stranger with the public logs and the releases, and no key, computes every verdict again.
        await Done("stranger", ["ingest", .. Published]);
        await Done("stranger", "sync", east, "--key", eastKey);
        await Done("stranger", "sync", west, "--key", westKey);
        var checks = (await Done("stranger", "countersign")).Out;
        checks.Split('\n').Count(line => line.StartsWith("Agrees: east.example", StringComparison.Ordinal)).ShouldBe(2);
        await Done("east", "ledger", "verify");
        await Done("west", "ledger", "verify");
    }

    [Fact]
    public async Task A_party_that_begins_its_history_anew_is_found_out()
    {
        var key = (await Done("east", "key", "new", "east.example")).Out.Split('\n')[0].Trim();
        await Done("west", "key", "new", "west.example");
        await Done("east", "agreement", "propose", Agreement, "--with", "west.example");
        var address = await Serve("east");
        await Done("west", "sync", address, "--key", key);
        await StopNodes();

        // The same key, and another history of the same length.
        Directory.Delete(Path.Combine(StoreOf("east"), "ledger"), recursive: true);
        await Done("east", "key", "new", "east.example");
        await Done("east", "agreement", "propose", "eu-crma-65", "--with", "west.example");
        var rewritten = await Run("west", "sync", await Serve("east"), "--key", key);
        rewritten.ExitCode.ShouldBe(3);
        rewritten.Error.ShouldContain("LED-0203");
        (await Run("west", "peers")).ExitCode.ShouldBe(3);
        Directory.GetFiles(Path.Combine(StoreOf("west"), "peers"), "*.json", SearchOption.AllDirectories).ShouldContain(f => f.Contains("evidence", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        StopNodes().GetAwaiter().GetResult();
        folder.Delete(recursive: true);
    }

    private string StoreOf(string party) => Path.Combine(folder.FullName, party);

    private async Task<string> Serve(string party)
    {
        var node = Start(party, "node", "--urls", "http://127.0.0.1:0");
        nodes.Add(node);
        var line = await node.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("The node said nothing.");
        return line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd(',');
    }

    private async Task StopNodes()
    {
        foreach (var node in nodes)
        {
            node.Kill();
            await node.WaitForExitAsync();
            node.Dispose();
        }

        nodes.Clear();
    }

    private async Task<(string Out, string Error)> Done(string party, params string[] arguments)
    {
        var (code, output, error) = await Run(party, arguments);
        code.ShouldBe(0, $"{party}: {string.Join(' ', arguments)}\n{output}\n{error}");
        return (output, error);
    }

    private async Task<(int ExitCode, string Out, string Error)> Run(string party, params string[] arguments)
    {
        using var process = Start(party, arguments);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }

    private Process Start(string party, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Host }.Concat(arguments).Append("--store").Append(StoreOf(party)))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program does not start.");
    }
}
