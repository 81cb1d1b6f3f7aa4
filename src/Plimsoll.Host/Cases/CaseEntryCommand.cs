using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Cases;

/// <summary>A command by which a party enters something of its own in a case.</summary>
internal abstract class CaseEntryCommand : TriedCommand
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
        var terms = new CaseTerms();
        var wanted = arguments.GetRequiredValue(id);
        var book = CaseBook.Fold(record.Entries, terms, record.Origin);
        return book.Find(wanted) is { } one
            ? Enter(
                arguments,
                log,
                record,
                Draft(arguments, one, arguments.GetValue(link)),
                entries => CaseBook.Fold(entries, terms, record.Origin).Faults,
                entries => Write(arguments, CaseBook.Fold(entries, terms, record.Origin).Find(wanted)!))
            : Refuse(CaseNames.Unknown(book, wanted));
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
