using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Adoption;

/// <summary><c>plimsoll agreement propose FILE</c>, and <c>counter</c>, which answers a proposal with another text.</summary>
internal sealed class ProposeCommand : JointCommand
{
    private readonly EntryKind kind;
    private readonly Argument<string> file = new("FILE") { Description = "An agreement.yaml, or the name of a bundled agreement." };
    private readonly Option<string[]> with = WithOption.Of("Ledgers whose signatures it needs beside this one's.", required: true);

    internal ProposeCommand(string name, string description, EntryKind kind, Terminal terminal, TimeProvider time)
        : base(name, description, terminal, time)
    {
        this.kind = kind;
        Arguments.Add(file);
        Options.Add(with);
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var path = Bundled.PathOf(arguments.GetRequiredValue(file));
        var read = AgreementFile.Load(path);
        if (read.Agreement is not { } agreement)
        {
            Bundled.WriteFaults(Terminal, read);
            return CommandLine.Failure;
        }

        var bytes = File.ReadAllBytes(path);
        string[] signatories = [log.Origin, .. arguments.GetRequiredValue(with)];
        var text = new AgreementText(agreement.Id, agreement.Version, DocumentShelf.HashOf(bytes), agreement.EffectiveFrom, [.. signatories.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        if (record.Agreements.Against(text, log.Origin) is { } against)
        {
            return Refuse(against);
        }

        Documents(arguments).Put(bytes);
        return Enter(arguments, log, [new EntryDraft(kind, text.ToBody())], entered =>
        {
            if (WantsJson(arguments))
            {
                WriteJson(new { Entry = entered[0].Index, entered[0].Body });
                return;
            }

            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entry {entered[0].Index}: version {text.Version} of {text.Agreement} is put to {string.Join(" and ", arguments.GetRequiredValue(with))}, to hold from {text.EffectiveFrom:yyyy-MM-dd}."));
            Terminal.Out.WriteLine($"Text: {text.Document}. It holds once every signatory has entered 'plimsoll agreement adopt {text.Agreement}'.");
        });
    }
}
