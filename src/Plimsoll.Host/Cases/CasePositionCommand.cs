using System.CommandLine;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll case position CASE</c></summary>
internal sealed class CasePositionCommand : CaseEntryCommand
{
    private readonly Option<string> text = new("--text") { Description = "The position, in your words.", Required = true, HelpName = "TEXT" };
    private readonly Option<bool> objection = new("--objection") { Description = "It is an objection." };
    private readonly Option<string?> finding = new("--finding") { Description = "The finding of the case that it is about (default: the case).", HelpName = "FINDING" };

    internal CasePositionCommand(Terminal terminal, TimeProvider time)
        : base("position", "State a position or an objection. It stands beside the evidence and changes nothing in it.", terminal, time)
    {
        Options.Add(text);
        Options.Add(objection);
        Options.Add(finding);
    }

    protected override EntryDraft Draft(ParseResult arguments, Case one, string? link) =>
        CaseDrafts.Position(one.Id, arguments.GetRequiredValue(text), arguments.GetValue(objection), arguments.GetValue(finding), link);
}
