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
        Description = "Hash of the proposed text, or how it begins. Needed when several texts wait for this party's signature.",
        HelpName = "SHA256",
    };

    private readonly Option<string[]> with = WithOption.Of("Ledgers of the other signatories. Needed when the same text was put to this party by several.");

    internal AdoptCommand(Terminal terminal, TimeProvider time)
        : base("adopt", "Sign a proposed text. With every signatory's signature it is agreed.", terminal, time)
    {
        Arguments.Add(agreement);
        Options.Add(document);
        Options.Add(with);
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var chosen = Choose(record, arguments.GetRequiredValue(agreement), arguments.GetValue(document), arguments.GetValue(with));
        if (!chosen.Ok)
        {
            return Refuse(chosen.Fault!);
        }

        // Nobody signs what cannot be read here.
        var proposed = chosen.Value;
        var text = record.Read(proposed.Text);
        if (!text.Ok)
        {
            return Refuse(text.Fault!);
        }

        var held = record.Agreements.InForce(proposed.Text, DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime));
        var before = held is null ? text : record.Read(held.Text);
        if (!before.Ok)
        {
            return Refuse(before.Fault!);
        }

        var changes = AgreementDiff.Between(before.Value, text.Value);
        if (!WantsJson(arguments))
        {
            Tell(proposed.Text, held?.Text, changes);
        }

        return Enter(arguments, log, [new EntryDraft(EntryKind.AgreementAdopted, proposed.Text.ToBody())], entered => Show(arguments, proposed, changes, entered[0]));
    }

    // Only a text that this party can sign is a choice; who proposed last, by its own clock, chooses for nobody.
    private static Parsed<AgreementRecord> Choose(JointRecord record, string agreement, string? wanted, string[]? with)
    {
        var named = record.Agreements.Records.Where(r =>
            string.Equals(r.Text.Agreement, agreement, StringComparison.Ordinal)
            && r.Text.Document.StartsWith(wanted ?? "", StringComparison.OrdinalIgnoreCase) && record.Concerns(r.Text) && WithOption.Fits(r.Text, record.Origin, with)).ToList();
        var unsigned = named.Where(r => !r.AdoptedBy.ContainsKey(record.Origin)).ToList();
        var open = unsigned.Where(r => record.Agreements.Against(r.Text, record.Origin) is null).ToList();
        return (named, unsigned, open) switch
        {
            (_, _, [var only]) => only,
            (_, _, [_, ..]) => new Fault("CLI-0033", $"Several texts can be signed; name one with --text, and --with where the text is the same: {string.Join("; ", open.Select(Words))}.", agreement),
            (_, [.., var last], _) => record.Agreements.Against(last.Text, record.Origin)!,
            ([.., var last], _, _) => new Fault("CLI-0030", "This party has signed the text already.", last.Text.Document),
            _ => new Fault("CLI-0030", "No such text was proposed to this party. 'plimsoll agreement list' shows what was.", wanted ?? agreement),
        };
    }

    private static string Words(AgreementRecord record) => string.Create(
        CultureInfo.InvariantCulture, $"{record.Text.Document} (version {record.Text.Version} between {string.Join(" and ", record.Text.Signatories)}, proposed by {string.Join(", ", record.ProposedBy)})");

    // Before the signature: whoever stops here has read what it would have been for.
    private void Tell(AgreementText text, AgreementText? held, IReadOnlyList<AgreementChange> changes)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"Version {text.Version} of {text.Agreement} between {string.Join(" and ", text.Signatories)}, text {text.Document}.");
        Terminal.Out.WriteLine(EntryText.Plain(held is null
            ? $"{what} No version is in force between them, so there is nothing to compare it with."
            : string.Create(CultureInfo.InvariantCulture, $"{what} Against version {held.Version}, which is in force:")));
        foreach (var change in changes)
        {
            Terminal.Out.WriteLine(EntryText.Plain($"  {change}"));
        }
    }

    private void Show(ParseResult arguments, AgreementRecord record, IReadOnlyList<AgreementChange> changes, Entry entry)
    {
        var missing = record.Text.Signatories.Where(s => !record.AdoptedBy.ContainsKey(s) && !string.Equals(s, entry.Log, StringComparison.Ordinal)).ToList();
        if (WantsJson(arguments))
        {
            WriteJson(new { Entry = entry.Index, entry.Body, Agreed = missing.Count == 0, Missing = missing, Changes = changes.Select(c => new { c.Clause, c.What, c.Before, c.After, c.Effect, Sentence = c.ToString() }) });
            return;
        }

        var text = record.Text;
        Terminal.Out.WriteLine(missing.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Index}: version {text.Version} of {text.Agreement} is agreed and holds from {text.EffectiveFrom:yyyy-MM-dd}.")
            : string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Index}: signed. Still missing: {string.Join(", ", missing)}."));
    }
}
