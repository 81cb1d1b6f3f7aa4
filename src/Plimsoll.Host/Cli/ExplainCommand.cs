using System.CommandLine;
using Plimsoll.Agreements;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cli;

/// <summary><c>plimsoll explain FINDING</c></summary>
internal sealed class ExplainCommand : AssessmentCommand
{
    private readonly Argument<string> finding = new("FINDING")
    {
        Description = "What 'plimsoll monitor' shows: clause@REPORTER.PARTNER.PRODUCT, of the newest period, or with /PERIOD behind it; or the id of its JSON, which begins with the agreement.",
    };

    internal ExplainCommand(Terminal terminal, TimeProvider time)
        : base("explain", "Show how a colour came about: clause, threshold, series, rows, releases, and what would change it.", terminal, time) =>
        Arguments.Add(finding);

    protected override int Run(ParseResult arguments, Agreement agreement, AgreementRun run, CancellationToken cancel)
    {
        var text = arguments.GetRequiredValue(finding);
        var id = FindingSearch.Find(run, agreement, text);
        if (!id.Ok)
        {
            Terminal.Error.WriteLine(id.Fault);
            return id.Fault!.Code == "AGR-0110" ? CommandLine.Usage : CommandLine.Failure;
        }

        if (run.History(agreement, id.Value) is not [.., var last] history)
        {
            Terminal.Error.WriteLine(new Fault("CLI-0021", $"{agreement.Id} has no such clause, or the clause no such subject or no figures of such a period. 'plimsoll monitor --json' lists the findings.", $"{id.Value.Clause}@{id.Value.Subject}"));
            return CommandLine.Failure;
        }

        var clause = agreement.Clauses.First(c => c.Id == last.Clause);
        var explanation = new Explanation(agreement, clause, last, history, run.Releases(last), run.Vintages(agreement, id.Value), run.Rows(clause, last));
        if (WantsJson(arguments))
        {
            WriteJson(explanation.Document());
        }
        else
        {
            explanation.Show(Terminal);
        }

        return CommandLine.Done;
    }
}
