using System.CommandLine;
using System.Globalization;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll ledger verify</c></summary>
internal sealed class VerifyLedgerCommand : PartyCommand
{
    private readonly Option<VerifierKey?> trusted =
        KeyOption.Of("Public key that is known to be the party's, NAME+ID+BASE64 (default: the one of the private key here).");

    internal VerifyLedgerCommand(Terminal terminal, TimeProvider time)
        : base("verify", "Check every entry, signature and checkpoint, and say where anything was changed, dropped, moved or forged.", terminal, time) =>
        Options.Add(trusted);

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var key = arguments.GetValue(trusted) ?? Own(arguments);
        var audit = LogAudit.Run(LedgerFolder(arguments), key);
        if (!audit.Ok)
        {
            return Task.FromResult(Refuse(audit.Fault!));
        }

        if (WantsJson(arguments))
        {
            WriteJson(Document(audit.Value, key));
        }
        else
        {
            Show(audit.Value, key);
        }

        return Task.FromResult(audit.Value.Ok ? CommandLine.Done : CommandLine.Failure);
    }

    private static object Document(AuditReport report, VerifierKey? key) => new
    {
        Ledger = report.Origin,
        report.Entries,
        report.Ok,
        TrustedKey = key?.ToString(),
        FirstKey = report.Founder?.ToString(),
        Root = report.Checkpoint?.Root.ToString(),
        Discrepancies = report.Discrepancies.Select(d => new { d.Index, d.Fault.Code, d.Fault.Message, d.Fault.Text }),
    };

    private VerifierKey? Own(ParseResult arguments)
    {
        if (Key(arguments) is not { Ok: true } key)
        {
            return null;
        }

        using var own = key.Value;
        return own.Verifier;
    }

    private void Show(AuditReport report, VerifierKey? key)
    {
        foreach (var discrepancy in report.Discrepancies)
        {
            Terminal.Out.WriteLine(EntryText.Plain(discrepancy.ToString()));
        }

        Terminal.Out.WriteLine(report.Ok
            ? string.Create(CultureInfo.InvariantCulture, $"{report.Origin}: {report.Entries} entries, all as they were signed. Root {report.Checkpoint!.Root}.")
            : string.Create(CultureInfo.InvariantCulture, $"{report.Origin}: not as it was signed, {report.Discrepancies.Count} discrepancies in {report.Entries} entries."));
        Terminal.Error.WriteLine(key is null
            ? $"No key was given that is known to be the party's. All rests on the first key of the ledger itself: {report.Founder?.ToString() ?? "there is none"}."
            : $"Trusted key: {key}.");
    }
}
