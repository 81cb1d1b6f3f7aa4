using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll cases [CASE]</c></summary>
internal sealed class CasesCommand : BookCommand
{
    private readonly Argument<string?> id = new("CASE") { Description = "Show one case in full.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> state = new("--state") { Description = $"Only cases in this state: {string.Join(", ", Spelt.All<CaseState>())}.", HelpName = "STATE" };

    private readonly Option<int[]> remindDays = new("--remind-days")
    {
        Description = "How many days before its last day an open deadline is brought up. Can be repeated.",
        HelpName = "DAYS",
        DefaultValueFactory = _ => [.. new CaseTerms().ReminderDays],
    };

    internal CasesCommand(Terminal terminal, TimeProvider time)
        : base("cases", "Show the consultations: where each stands, its findings, deadlines, steps and positions.", terminal, time)
    {
        Arguments.Add(id);
        Options.Add(state);
        Options.Add(remindDays);
        state.AcceptOnlyFromAmong([.. Spelt.All<CaseState>()]);
    }

    protected override int Run(ParseResult arguments, JointRecord record)
    {
        var terms = new CaseTerms { ReminderDays = arguments.GetRequiredValue(remindDays) };
        var book = CaseBook.Fold(record.Entries, terms, record.Origin);
        CaseText.Faults(Terminal, book.Faults);
        if (arguments.GetValue(id) is { } wanted)
        {
            if (book.Find(wanted) is not { } one)
            {
                return Refuse(CaseNames.Unknown(book, wanted));
            }

            Write(arguments, one, () => CaseText.Show(Terminal, one));
            return CommandLine.Done;
        }

        var listed = book.Cases.Where(one => arguments.GetValue(state) is not { } only || Spelt.Of(one.State) == only).ToList();
        if (WantsJson(arguments))
        {
            WriteJson(listed.Select(CaseDocument.Of));
        }
        else if (listed.Count == 0)
        {
            Terminal.Out.WriteLine(book.Cases.Count == 0 ? "There is no case in the ledger. 'plimsoll case update' opens one when a line is crossed." : "No case is in this state.");
        }
        else
        {
            CaseText.List(Terminal, listed);
            CaseText.Remind(Terminal, book.Reminders(terms, DateOnly.MinValue, Today).Where(reminder => reminder.Deadline.Due.Day >= Today));
        }

        return CommandLine.Done;
    }

    private void Write(ParseResult arguments, Case one, Action show)
    {
        if (WantsJson(arguments))
        {
            WriteJson(CaseDocument.Of(one));
        }
        else
        {
            show();
        }
    }
}
