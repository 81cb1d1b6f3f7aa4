using System.CommandLine;
using Plimsoll.Agreements;
using Plimsoll.Host.Web;

namespace Plimsoll.Host.Cli;

/// <summary><c>plimsoll demo</c></summary>
internal sealed class DemoCommand : StoreCommand
{
    private readonly Option<bool> noServe = new("--no-serve") { Description = "Print the board and end." };

    private readonly ServedAddress address = new();

    internal DemoCommand(Terminal terminal, TimeProvider time)
        : base("demo", "Load the bundled real snapshot, print the board, and serve it on this machine.", terminal, time)
    {
        Options.Add(noServe);
        address.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var url = address.Of(arguments);
        if (!url.Ok)
        {
            await Terminal.Error.WriteLineAsync(url.Fault!.ToString());
            return CommandLine.Usage;
        }

        var store = NewStore(arguments);
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
            await WebServer.RunAsync(new Stands(store, agreement, Time), url.Value, Terminal, cancel);
        }

        return CommandLine.Done;
    }
}
