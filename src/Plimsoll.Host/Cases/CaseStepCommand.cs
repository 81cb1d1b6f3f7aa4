using System.CommandLine;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll case step CASE STATE</c></summary>
internal sealed class CaseStepCommand : CaseEntryCommand
{
    private readonly Argument<string> state = new("STATE") { Description = $"State after it: {string.Join(", ", Spelt.All<CaseState>().Skip(1))}.", HelpName = "STATE" };
    private readonly Option<string> note = new("--note") { Description = "What happened, in your words.", Required = true, HelpName = "TEXT" };
    private readonly Option<string?> outcome = new("--outcome") { Description = $"With the state outcome: {string.Join(", ", Spelt.All<CaseOutcome>())}.", HelpName = "OUTCOME" };
    private readonly Option<string?> takenBy = new("--by") { Description = "With the outcome measure: the party that says that it took one.", HelpName = "PARTY" };
    private readonly Option<string?> reference = new("--reference") { Description = "With the outcome measure or undertaking: where it is published.", HelpName = "TEXT" };

    internal CaseStepCommand(Terminal terminal, TimeProvider time)
        : base("step", "Enter that a case moved on, or confirm what the other party entered. An outcome other than disputed, and closed, count when both entered the same.", terminal, time)
    {
        Arguments.Add(state);
        Options.Add(note);
        Options.Add(outcome);
        Options.Add(takenBy);
        Options.Add(reference);
        state.AcceptOnlyFromAmong([.. Spelt.All<CaseState>().Skip(1)]);
        outcome.AcceptOnlyFromAmong([.. Spelt.All<CaseOutcome>()]);
    }

    protected override EntryDraft Draft(ParseResult arguments, Case one, string? link)
    {
        var to = Spelt.Read<CaseState>(arguments.GetRequiredValue(state))!.Value;
        var said = arguments.GetValue(outcome) is { } word ? Spelt.Read<CaseOutcome>(word) : null;

        // A closing names the outcome that its author sees, so that it does not close on another.
        return CaseDrafts.Step(one.Id, one.State, to, arguments.GetRequiredValue(note), link, to == CaseState.Closed ? said ?? one.Outcome : said, arguments.GetValue(takenBy), arguments.GetValue(reference));
    }
}
