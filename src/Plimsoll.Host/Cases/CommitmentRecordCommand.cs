using System.CommandLine;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Record;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll commitment record COMMITMENT</c></summary>
internal sealed class CommitmentRecordCommand : CommitmentEntryCommand
{
    private readonly Option<string> meeting = new("--meeting") { Description = "Meeting at which it was made.", Required = true, HelpName = "MEETING" };
    private readonly Option<string> workstream = new("--workstream") { Description = $"Work area: {string.Join(", ", Spelt.All<Workstream>())}.", Required = true, HelpName = "AREA" };
    private readonly Option<string[]> who = new("--who") { Description = "Party that is to do it. Can be repeated.", Required = true, HelpName = "PARTY" };
    private readonly Option<string[]> saidBy = new("--said-by") { Description = "Party that says so. Can be repeated.", Required = true, HelpName = "PARTY" };
    private readonly Option<string> what = new("--what") { Description = "What is to be done.", Required = true, HelpName = "TEXT" };
    private readonly Option<string> due = new("--due") { Description = "By when, in words.", Required = true, HelpName = "TEXT" };
    private readonly Option<DateOnly?> dueBy = DateOption.Create("--due-by", "Last day that these words allow.");
    private readonly Option<string?> measured = new("--measured") { Description = "Clause that measures it.", HelpName = "CLAUSE" };
    private readonly Option<string> agreement = new("--agreement")
    {
        Description = "Where the clause is looked for, beside the texts in the ledgers: name of a bundled agreement, or a file.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => Bundled.DefaultAgreement,
    };

    private readonly Option<string?> record = new("--record") { Description = "What shows it, where no clause measures it.", HelpName = "TEXT" };

    internal CommitmentRecordCommand(Terminal terminal, TimeProvider time)
        : base("record", "Enter what a party promised: who, what, by when, and how it is measured.", terminal, time)
    {
        foreach (var option in new Option[] { meeting, workstream, who, saidBy, what, due, dueBy, measured, agreement, record })
        {
            Options.Add(option);
        }

        workstream.AcceptOnlyFromAmong([.. Spelt.All<Workstream>()]);
    }

    protected override Fault? Refusal(ParseResult arguments, JointRecord record) =>
        arguments.GetValue(measured) is { } clause ? RecordDrafts.UnknownClause(clause, Agreements(arguments, record)) : null;

    protected override EntryDraft Draft(ParseResult arguments, string commitment, string? link) => RecordDrafts.Commitment(
        new Commitment(
            commitment,
            arguments.GetRequiredValue(meeting),
            Spelt.Read<Workstream>(arguments.GetRequiredValue(workstream))!.Value,
            arguments.GetRequiredValue(who),
            arguments.GetRequiredValue(saidBy),
            arguments.GetRequiredValue(what),
            arguments.GetRequiredValue(due),
            arguments.GetValue(dueBy),
            arguments.GetValue(measured),
            arguments.GetValue(record),
            [],
            []),
        link);

    private IEnumerable<Agreement> Agreements(ParseResult arguments, JointRecord joint)
    {
        foreach (var text in joint.Agreements.Records.Select(one => joint.Read(one.Text)).Where(read => read.Ok))
        {
            yield return text.Value;
        }

        var file = Bundled.Load(arguments.GetRequiredValue(agreement));
        Bundled.WriteFaults(Terminal, file);
        if (file.Agreement is { } read)
        {
            yield return read;
        }
    }
}
