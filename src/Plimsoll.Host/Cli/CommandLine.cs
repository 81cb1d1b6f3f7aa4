using System.CommandLine;
using Plimsoll.Host.Briefings;
using Plimsoll.Host.Cases;
using Plimsoll.Host.Demo;
using Plimsoll.Host.Joint;
using Plimsoll.Host.Notices;
using Plimsoll.Host.Query;
using Plimsoll.Host.Reports;
using Plimsoll.Host.Web;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cli;

/// <summary>The command line as a whole.</summary>
internal static class CommandLine
{
    internal const int Done = 0;
    internal const int Usage = 2;
    internal const int Failure = 3;

    /// <summary>All commands. To add one, add it here.</summary>
    internal static RootCommand Root(Terminal terminal, TimeProvider time)
    {
        var root = new RootCommand("Plimsoll reads official trade statistics, holds them against written thresholds and explains every colour.")
        {
            new DemoCommand(terminal, time),
            new ServeCommand(terminal, time),
            new IngestCommand(terminal, time),
            new FetchCommand(terminal, time),
            new ReleasesCommand(terminal, time),
            new QueryCommand(terminal, time),
            new MonitorCommand(terminal, time),
            new ExplainCommand(terminal, time),
            new WatchCommand(terminal, time),
            new NoticesCommand(terminal, time),
            new BriefCommand(terminal, time),
            new EvidenceCommand(terminal, time),
            new VerifyCommand(terminal),
            new BacktestCommand(terminal, time),
            new AgreementCommand(terminal, time),
            new AssessCommand(terminal, time),
            new JointDemoCommand(terminal, time),
            new CountersignCommand(terminal, time),
            new KeyCommand(terminal, time),
            new LedgerCommand(terminal, time),
            new NodeCommand(terminal, time),
            new SyncCommand(terminal, time),
            new PeersCommand(terminal, time),
            new CasesCommand(terminal, time),
            new CaseCommand(terminal, time),
            new CommitmentsCommand(terminal, time),
            new CommitmentCommand(terminal, time),
            new ReadoutsCommand(terminal, time),
            new ReadoutCommand(terminal, time),
        };
        return root;
    }

    /// <summary>Runs a command; the exit code is 0 (done), 2 (usage) or 3 (failure), or what the command documents.</summary>
    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, TimeProvider time)
    {
        var parsed = Root(terminal, time).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message);
            }

            await terminal.Error.WriteLineAsync("'plimsoll --help' lists the commands, 'plimsoll COMMAND --help' its options.");
            return Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (OutsideException outside)
        {
            await terminal.Error.WriteLineAsync($"{outside.Code}: {outside.Message}");
            return Failure;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Interrupted. What was finished is kept; the same command goes on from there.");
            return Failure;
        }
    }
}
