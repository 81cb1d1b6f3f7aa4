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

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var rows = record.Agreements.Records.Select(r => (
            r.Text,
            r.ProposedBy,
            r.AdoptedBy,
            Status: r.IsAgreed ? record.Agreements.StatusOf(r.Text.Document, today)!.Value.ToString().ToLowerInvariant() : "proposed",
            InForce: record.Agreements.InForce(r.Text.Agreement, today) == r)).ToList();
        if (WantsJson(arguments))
        {
            WriteJson(rows.Select(r => new { r.Text.Agreement, r.Text.Version, r.Text.Document, EffectiveFrom = Day(r.Text.EffectiveFrom), r.Text.Signatories, r.ProposedBy, r.AdoptedBy, r.Status, r.InForce }));
            return CommandLine.Done;
        }

        foreach (var row in rows)
        {
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Text.Agreement} version {row.Text.Version}, from {Day(row.Text.EffectiveFrom)}: {row.Status}{(row.InForce ? ", in force today" : "")}"));
            Terminal.Out.WriteLine($"  text {row.Text.Document}");
            Terminal.Out.WriteLine($"  proposed by {string.Join(", ", row.ProposedBy)}; signed by {(row.AdoptedBy.Count == 0 ? "nobody" : string.Join(", ", row.AdoptedBy.Keys))}; needs {string.Join(", ", row.Text.Signatories)}");
        }

        if (rows.Count == 0)
        {
            Terminal.Out.WriteLine("No text has been proposed in any ledger here.");
        }

        foreach (var fault in record.Agreements.Faults)
        {
            Terminal.Error.WriteLine(fault);
        }

        return CommandLine.Done;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
