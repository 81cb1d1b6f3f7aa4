using System.CommandLine;
using System.Globalization;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Plimsoll.Ledger.Peers;
using Plimsoll.Trade;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll sync URL</c></summary>
internal sealed class SyncCommand : PartyCommand
{
    private readonly Argument<string> address = new("URL") { Description = "Where the peer serves its ledger: https, or http on this machine." };

    private readonly Option<VerifierKey?> pinned =
        KeyOption.Of("The key that began the peer's ledger, NAME+ID+BASE64, from a way that you trust. Needed the first time; remembered then.");

    internal SyncCommand(Terminal terminal, TimeProvider time)
        : base("sync", "Fetch another party's ledger, check it against all that was seen of it before, keep it, and cosign it.", terminal, time)
    {
        Arguments.Add(address);
        Options.Add(pinned);
        address.Validators.Add(result =>
        {
            if (PeerAddress.Parse(result.Tokens[0].Value) is { Ok: false } unusable)
            {
                result.AddError(unusable.Fault!.ToString());
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        // Whoever has no ledger, or no key, is a reader: nothing is cosigned.
        var found = PartyLog.IsIn(LedgerFolder(arguments)) ? Key(arguments) : new Fault("LED-0013", "There is no ledger here.");
        if (found.Fault is { Code: not "LED-0013" } unusable)
        {
            return Refuse(unusable);
        }

        using var own = found.Ok ? found.Value : null;
        var run = await new PeerSync(Folder(arguments), Time).RunAsync(PeerAddress.Parse(arguments.GetRequiredValue(address)).Value, arguments.GetValue(pinned), own, cancel);
        if (!run.Ok)
        {
            await Terminal.Error.WriteLineAsync(EntryText.Plain(run.Fault!.ToString()));
            return CommandLine.Failure;
        }

        if (WantsJson(arguments))
        {
            WriteJson(Document(run.Value));
        }
        else
        {
            Show(run.Value);
        }

        return run.Value.Troubles.Count == 0 ? CommandLine.Done : CommandLine.Failure;
    }

    private static object Document(SyncReport report) => new
    {
        Ledger = report.Peer.Origin,
        Peer = report.Peer.Id,
        report.Before,
        report.Entries,
        report.Cosigned,
        report.Documents,
        Troubles = report.Troubles.Select(t => new { t.Code, t.Message, t.Text }),
    };

    private void Show(SyncReport report)
    {
        Terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Peer.Origin}: {report.Entries} entries, {report.Entries - report.Before} of them new, all as they were signed. {(report.Cosigned ? "Cosigned." : "Not cosigned: no ledger or no key here.")} {report.Documents} documents came."));
        foreach (var trouble in report.Troubles)
        {
            Terminal.Error.WriteLine(EntryText.Plain(trouble.ToString()));
        }
    }
}
