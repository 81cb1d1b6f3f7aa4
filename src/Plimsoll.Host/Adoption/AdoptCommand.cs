using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Adoption;

/// <summary><c>plimsoll agreement adopt AGREEMENT</c></summary>
internal sealed class AdoptCommand : JointCommand
{
    private readonly Argument<string> agreement = new("AGREEMENT") { Description = "Id of the agreement that was proposed." };
    private readonly Option<string?> document = new("--text")
    {
        Description = "Hash of the proposed text (default: the newest that was proposed).",
        HelpName = "SHA256",
    };

    internal AdoptCommand(Terminal terminal, TimeProvider time)
        : base("adopt", "Sign a proposed text. With every signatory's signature it is agreed.", terminal, time)
    {
        Arguments.Add(agreement);
        Options.Add(document);
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var wanted = arguments.GetValue(document);
        var proposed = record.Agreements.Records.LastOrDefault(r =>
            string.Equals(r.Text.Agreement, arguments.GetRequiredValue(agreement), StringComparison.Ordinal)
            && (wanted is null || string.Equals(r.Text.Document, wanted, StringComparison.Ordinal))
            && r.Text.Signatories.Contains(log.Origin, StringComparer.Ordinal));
        if (proposed is null)
        {
            return Refuse(new Fault("CLI-0030", "No such text was proposed to this party. 'plimsoll agreement list' shows what was.", wanted ?? arguments.GetRequiredValue(agreement)));
        }

        if (proposed.AdoptedBy.ContainsKey(log.Origin))
        {
            return Refuse(new Fault("CLI-0030", "This party has signed the text already.", proposed.Text.Document));
        }

        if (Conflict(record, proposed.Text) is { } conflict)
        {
            return Refuse(conflict);
        }

        // Nobody signs what cannot be read here.
        var text = record.Read(proposed.Text);
        return text.Ok
            ? Enter(arguments, log, [new EntryDraft(EntryKind.AgreementAdopted, proposed.Text.ToBody())], entered => Show(arguments, proposed, entered[0]))
            : Refuse(text.Fault!);
    }

    private static Fault? Conflict(JointRecord record, AgreementText text) =>
        record.Agreements.Records.Any(r => r.IsAgreed && string.Equals(r.Text.Agreement, text.Agreement, StringComparison.Ordinal) && r.Text.Version >= text.Version)
            ? new Fault("AGR-0122", "A version that was agreed is not changed in place. The new text needs a higher version number.", string.Create(CultureInfo.InvariantCulture, $"{text.Agreement} {text.Version}"))
            : null;

    private void Show(ParseResult arguments, AgreementRecord record, Entry entry)
    {
        var missing = record.Text.Signatories.Where(s => !record.AdoptedBy.ContainsKey(s) && !string.Equals(s, entry.Log, StringComparison.Ordinal)).ToList();
        if (WantsJson(arguments))
        {
            WriteJson(new { Entry = entry.Index, entry.Body, Agreed = missing.Count == 0, Missing = missing });
            return;
        }

        var text = record.Text;
        Terminal.Out.WriteLine(missing.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Index}: version {text.Version} of {text.Agreement} is agreed and holds from {text.EffectiveFrom:yyyy-MM-dd}.")
            : string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Index}: signed. Still missing: {string.Join(", ", missing)}."));
    }
}
