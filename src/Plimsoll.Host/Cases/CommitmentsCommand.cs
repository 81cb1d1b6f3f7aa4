using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Record;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll commitments</c></summary>
internal sealed class CommitmentsCommand : BookCommand
{
    private readonly Option<string?> workstream = new("--workstream") { Description = $"Only this work area: {string.Join(", ", Spelt.All<Workstream>())}.", HelpName = "AREA" };

    internal CommitmentsCommand(Terminal terminal, TimeProvider time)
        : base("commitments", "Show what the parties promised: who, what, by when, how it is measured, and what became of it.", terminal, time)
    {
        Options.Add(workstream);
        workstream.AcceptOnlyFromAmong([.. Spelt.All<Workstream>()]);
    }

    protected override int Run(ParseResult arguments, JointRecord record)
    {
        var book = RecordBook.Fold(RecordFile.Bundled, record.Entries);
        CaseText.Faults(Terminal, book.Faults);
        var listed = book.Commitments.Where(one => arguments.GetValue(workstream) is not { } only || Spelt.Of(one.Workstream) == only).ToList();
        if (WantsJson(arguments))
        {
            WriteJson(listed.Select(one => CommitmentText.Document(one, Today)));
            return CommandLine.Done;
        }

        foreach (var group in listed.GroupBy(one => one.Workstream).OrderBy(group => group.Key))
        {
            Terminal.Out.WriteLine(Spelt.Of(group.Key).ToUpperInvariant());
            CommitmentText.Show(Terminal, group, Today);
        }

        return CommandLine.Done;
    }
}
