using System.CommandLine;
using Plimsoll.Agreements;

namespace Plimsoll.Host.Cli;

/// <summary><c>plimsoll monitor</c></summary>
internal sealed class MonitorCommand : AssessmentCommand
{
    private const int AmberFound = 10;
    private const int RedFound = 20;
    private readonly Option<bool> exitCode = new("--exit-code") { Description = "Exit with 10 when a clause is amber, 20 when one is red." };

    internal MonitorCommand(Terminal terminal, TimeProvider time)
        : base("monitor", "Hold the figures in the store against an agreement.", terminal, time) =>
        Options.Add(exitCode);

    protected override int Run(ParseResult arguments, Agreement agreement, AgreementRun run, CancellationToken cancel)
    {
        var findings = run.Assess(agreement, cancel);
        if (WantsJson(arguments))
        {
            WriteJson(findings.Select(FindingDocument.Of));
        }
        else
        {
            Board.Show(Terminal, agreement, findings, AsOf(arguments));
        }

        var worst = findings.Select(f => f.Zone).Append(Zone.NotAssessable).Max();
        return (arguments.GetValue(exitCode), worst) switch
        {
            (true, Zone.Red) => RedFound,
            (true, Zone.Amber) => AmberFound,
            _ => CommandLine.Done,
        };
    }
}
