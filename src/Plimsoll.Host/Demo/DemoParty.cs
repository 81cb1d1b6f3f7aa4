using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Demo;

/// <summary>One party of the demonstration: a store of its own, and the commands that a person would type there.</summary>
internal sealed class DemoParty(string name, DirectoryInfo store, DemoScript script, DemoClock clock) : IAsyncDisposable
{
    private WebApplication? node;
    private NodeLog? served;

    internal string Name => name;

    internal DirectoryInfo Store => store;

    /// <summary>Where the party serves its ledger.</summary>
    internal string Address => node?.Urls.First() ?? throw new InvalidOperationException("The party does not serve yet.");

    /// <summary>Serves the party's ledger on a free port of this machine.</summary>
    internal async Task ServeAsync(CancellationToken cancel)
    {
        served = new NodeLog(new DirectoryInfo(Path.Combine(store.FullName, "ledger")), clock);
        node = await NodeServer.StartAsync(served, new DocumentShelf(new DirectoryInfo(Path.Combine(store.FullName, "documents"))), "http://127.0.0.1:0", new NodeServer.Rate(), cancel);
    }

    /// <summary>
    /// Runs a command in the party's store and prints it with the last lines of what it says. The exit code has to be the expected one:
    /// a demonstration that goes another way is a bug.
    /// </summary>
    internal async Task<IReadOnlyList<string>> RunAsync(int lines, int expected, params string[] arguments)
    {
        var said = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, "--store", store.FullName], new Terminal(said, said, colors: false), clock);
        var output = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToList();
        script.Ran(name, $"plimsoll {string.Join(' ', arguments.Select(Quoted))}", code, output, lines);
        return code == expected
            ? output
            : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {code} instead of {expected}: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        if (node is not null)
        {
            await node.DisposeAsync();
        }

        served?.Dispose();
    }

    private static string Quoted(string argument) => argument.Contains(' ') ? $"\"{argument}\"" : argument;
}
