using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll case update</c></summary>
internal sealed class CaseUpdateCommand : JointCommand
{
    private readonly Option<string> agreement = Bundled.AgreementOption("NAME", "Agreement; the version in force, or the bundled one when none is.");

    private readonly Option<DateOnly?> asOf = DateOption.AsOf();
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Show what would be entered, and enter nothing." };

    internal CaseUpdateCommand(Terminal terminal, TimeProvider time)
        : base("update", "Enter what the figures and the calendar ask for: cases opened and joined, findings withdrawn, deadlines lapsed.", terminal, time)
    {
        Options.Add(agreement);
        Options.Add(asOf);
        Options.Add(dryRun);
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (Agreement(arguments.GetRequiredValue(agreement), record, today) is not { } terms)
        {
            return CommandLine.Failure;
        }

        var book = CaseBook.Fold(record.Entries, new CaseTerms(), record.Origin);
        CaseText.Faults(Terminal, book.Faults);
        using var run = new AgreementRun(Store(arguments), arguments.GetValue(asOf), today);
        var drafts = CaseUpdate.Drafts(record, book, terms, run, run.Assess(terms, cancel), now);
        return drafts.Count == 0 || arguments.GetValue(dryRun)
            ? Show(arguments, drafts, from: null)
            : Enter(arguments, log, drafts, entered => Show(arguments, drafts, entered[0].Index));
    }

    private Agreement? Agreement(string name, JointRecord record, DateOnly today)
    {
        if (record.InForce(name, today) is { Ok: true } inForce)
        {
            return inForce.Value.Agreement;
        }

        var file = Bundled.Load(name);
        Bundled.WriteFaults(Terminal, file);
        return file.Agreement;
    }

    private int Show(ParseResult arguments, IReadOnlyList<EntryDraft> drafts, long? from)
    {
        if (WantsJson(arguments))
        {
            WriteJson(drafts.Select((draft, i) => new { Entry = from + i, Kind = draft.Kind.Text(), draft.Body }));
            return CommandLine.Done;
        }

        foreach (var (i, draft) in drafts.Index())
        {
            var about = draft.Body.TryGetProperty("finding", out var finding)
                ? finding.ValueKind == System.Text.Json.JsonValueKind.String ? finding.GetString() : finding.GetProperty("id").GetString()
                : draft.Body.GetProperty("deadline").GetString();
            var place = from is { } first ? string.Create(CultureInfo.InvariantCulture, $"{first + i}  ") : "";
            Terminal.Out.WriteLine(EntryText.Plain($"{place}{draft.Kind.Text()}  {draft.Body.GetProperty("case").GetString()}  {about}"));
        }

        Terminal.Out.WriteLine(drafts.Count == 0 ? "Nothing to enter." : from is null ? "Nothing was entered." : string.Create(CultureInfo.InvariantCulture, $"{drafts.Count} entries."));
        return CommandLine.Done;
    }
}
