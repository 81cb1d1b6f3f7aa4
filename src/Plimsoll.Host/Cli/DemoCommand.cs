using System.CommandLine;
using Plimsoll.Agreements;
using Plimsoll.Host.Web;

namespace Plimsoll.Host.Cli;

/// <summary><c>plimsoll demo</c></summary>
internal sealed class DemoCommand : StoreCommand
{
    private readonly Option<bool> noServe = new("--no-serve") { Description = "Print the board and end." };

    private readonly Option<string> urls = new("--urls")
    {
        Description = "Address to serve the board on.",
        DefaultValueFactory = _ => "http://127.0.0.1:5180",
    };

    internal DemoCommand(Terminal terminal, TimeProvider time)
        : base("demo", "Load the bundled real snapshot, print the board, and serve it on this machine.", terminal, time)
    {
        Options.Add(noServe);
        Options.Add(urls);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var store = Store(arguments);
        SnapshotFiles.Load(store, Terminal, Time, cancel);
        var agreement = Bundled.Load(Bundled.DefaultAgreement).Agreement!;
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        using var run = new AgreementRun(store, asOf: null, today);
        var findings = run.Assess(agreement, cancel);
        if (WantsJson(arguments))
        {
            WriteJson(findings.Select(FindingDocument.Of));
        }
        else
        {
            Board.Show(Terminal, agreement, findings, asOf: null);
        }

        if (!arguments.GetValue(noServe))
        {
            await WebServer.RunAsync(new Stands(store, agreement, Time), arguments.GetRequiredValue(urls), Terminal, cancel);
        }

        return CommandLine.Done;
    }
}
