using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Adoption;

/// <summary><c>plimsoll agreement list</c></summary>
internal sealed class AgreementListCommand : JointCommand
{
    internal AgreementListCommand(Terminal terminal, TimeProvider time)
        : base("list", "Which texts were proposed, by whom, who signed, and what is in force today.", terminal, time)
    {
    }

    // A reader without a ledger sees the texts of everybody whose ledger was pulled.
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel) =>
        PartyLog.IsIn(LedgerFolder(arguments)) ? base.RunAsync(arguments, cancel) : Task.FromResult(Show(arguments, Record(arguments, own: null)));

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel) => Show(arguments, record);

    private int Show(ParseResult arguments, JointRecord record)
    {
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var rows = record.Agreements.Records.Where(r => record.Concerns(r.Text)).Select(r => (
            r.Text,
            r.ProposedBy,
            r.AdoptedBy,
            Status: record.Agreements.StatusOf(r.Text, today)!.Value.ToString().ToLowerInvariant(),
            InForce: record.Agreements.InForce(r.Text, today) == r)).ToList();
        if (WantsJson(arguments))
        {
            WriteJson(rows.Select(r => new { r.Text.Agreement, r.Text.Version, r.Text.Document, EffectiveFrom = Day(r.Text.EffectiveFrom), r.Text.Signatories, r.ProposedBy, r.AdoptedBy, r.Status, r.InForce }));
            return CommandLine.Done;
        }

        foreach (var row in rows)
        {
            Terminal.Out.WriteLine(EntryText.Plain(string.Create(CultureInfo.InvariantCulture, $"{row.Text.Agreement} version {row.Text.Version}, from {Day(row.Text.EffectiveFrom)}: {row.Status}{(row.InForce ? ", in force today" : "")}")));
            Terminal.Out.WriteLine(EntryText.Plain($"  text {row.Text.Document}"));
            Terminal.Out.WriteLine($"  proposed by {(row.ProposedBy.Count == 0 ? "nobody whose ledger is here" : string.Join(", ", row.ProposedBy))}; signed by {(row.AdoptedBy.Count == 0 ? "nobody" : string.Join(", ", row.AdoptedBy.Keys))}; needs {string.Join(", ", row.Text.Signatories)}");
        }

        if (rows.Count == 0)
        {
            Terminal.Out.WriteLine("No text has been proposed in any ledger here.");
        }

        return CommandLine.Done;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
