using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations.Record;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cases;

/// <summary>A command by which a party enters something of a commitment.</summary>
internal abstract class CommitmentEntryCommand : TriedCommand
{
    private readonly Argument<string> id = new("COMMITMENT") { Description = "Id of the commitment." };
    private readonly Option<string?> link = new("--link") { Description = "Address of a document.", HelpName = "ADDRESS" };

    protected CommitmentEntryCommand(string name, string description, Terminal terminal, TimeProvider time)
        : base(name, description, terminal, time)
    {
        Arguments.Add(id);
        Options.Add(link);
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var wanted = arguments.GetRequiredValue(id);
        if (Refusal(arguments, record) is { } refusal)
        {
            return Refuse(refusal);
        }

        return Enter(
            arguments,
            log,
            record,
            Draft(arguments, wanted, arguments.GetValue(link)),
            entries => RecordBook.Fold(RecordFile.Bundled, entries).Faults,
            entries => Write(arguments, RecordBook.Fold(RecordFile.Bundled, entries).Commitments.Single(one => one.Id == wanted)));
    }

    /// <summary>Why it cannot be entered, where the book alone does not tell; null when it can.</summary>
    protected abstract Fault? Refusal(ParseResult arguments, JointRecord record);

    protected abstract EntryDraft Draft(ParseResult arguments, string commitment, string? link);

    private void Write(ParseResult arguments, Commitment one)
    {
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        if (WantsJson(arguments))
        {
            WriteJson(CommitmentText.Document(one, today));
        }
        else
        {
            CommitmentText.Show(Terminal, [one], today);
        }
    }
}
