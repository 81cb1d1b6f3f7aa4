using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Cases;

/// <summary>A command by which a party enters something of its own in a case.</summary>
internal abstract class CaseEntryCommand : JointCommand
{
    private readonly Argument<string> id = new("CASE") { Description = "Id of a case, as 'plimsoll cases' lists it." };
    private readonly Option<string?> link = new("--link") { Description = "Address of a document.", HelpName = "ADDRESS" };

    protected CaseEntryCommand(string name, string description, Terminal terminal, TimeProvider time)
        : base(name, description, terminal, time)
    {
        Arguments.Add(id);
        Options.Add(link);
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var key = Key(arguments);
        if (!key.Ok)
        {
            return Refuse(key.Fault!);
        }

        using var signing = key.Value;
        var terms = new CaseTerms();
        var wanted = arguments.GetRequiredValue(id);
        var book = CaseBook.Fold(record.Entries, terms);
        if (book.Find(wanted) is not { } one)
        {
            return Refuse(CaseNames.Unknown(book, wanted));
        }

        // What the book would say of it is asked before it stands in the ledger for good.
        var draft = Draft(arguments, one, arguments.GetValue(link));
        var trial = Entry.Sign(signing, log.Size, Time.GetUtcNow(), draft);
        if (!trial.Ok)
        {
            return Refuse(trial.Fault!);
        }

        var after = CaseBook.Fold([.. record.Entries, trial.Value], terms);
        return after.Faults.FirstOrDefault(fault => fault.Log == trial.Value.Log && fault.Index == trial.Value.Index) is { } refused
            ? Refuse(refused.Fault)
            : Enter(arguments, log, [draft], _ => Write(arguments, after.Find(wanted)!));
    }

    protected abstract EntryDraft Draft(ParseResult arguments, Case one, string? link);

    private void Write(ParseResult arguments, Case one)
    {
        if (WantsJson(arguments))
        {
            WriteJson(CaseDocument.Of(one));
        }
        else
        {
            CaseText.Show(Terminal, one);
        }
    }
}
