using System.CommandLine;
using System.Globalization;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Peers;
using Spectre.Console;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll peers</c></summary>
internal sealed class PeersCommand : StoreCommand
{
    private readonly Option<bool> verify = new("--verify") { Description = "Check every byte of the copies too." };

    internal PeersCommand(Terminal terminal, TimeProvider time)
        : base("peers", "List the other parties whose ledgers are kept here, and the state of each.", terminal, time) => Options.Add(verify);

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var rows = Peer.In(Folder(arguments)).Select(p => Row.Of(p, Time, arguments.GetValue(verify))).ToList();
        if (WantsJson(arguments))
        {
            WriteJson(rows.Select(r => new { Ledger = r.Peer.Origin, Peer = r.Peer.Id, Key = r.Peer.Key.ToString(), r.Entries, r.Contact.SyncedAt, r.Contact.Address, r.Code, Evidence = r.Peer.Evidence.Select(f => f.FullName) }));
        }
        else
        {
            Show(rows);
        }

        return Task.FromResult(rows.Exists(r => r.Code is not null) ? CommandLine.Failure : CommandLine.Done);
    }

    private void Show(List<Row> rows)
    {
        if (rows.Count == 0)
        {
            Terminal.Error.WriteLine("No peer is known here. 'plimsoll sync URL --key KEY' makes the first contact.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("ledger", "key", "entries", "last in order (UTC)", "state", "address");
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Peer.Origin),
                row.Peer.Key.Id,
                row.Entries?.ToString("N0", CultureInfo.InvariantCulture) ?? "",
                row.Contact.SyncedAt?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "never",
                row.Code ?? "in order",
                Markup.Escape(row.Contact.Address.ToString()));
        }

        Terminal.Console.Write(table);
        foreach (var proof in rows.SelectMany(r => r.Peer.Evidence))
        {
            Terminal.Error.WriteLine($"Evidence: {proof.FullName}");
        }
    }

    /// <param name="Entries">Null when the copy cannot be opened.</param>
    /// <param name="Code">What is not in order; null when nothing is.</param>
    private sealed record Row(Peer Peer, Contact Contact, long? Entries, string? Code)
    {
        internal static Row Of(Peer peer, TimeProvider time, bool verify)
        {
            var contact = peer.Contact!;
            var log = peer.Log(time);
            using var opened = log.Ok ? log.Value : null;
            var audit = verify && LogAudit.Run(peer.LogFolder, peer.Key) is { Ok: true } report ? report.Value.Discrepancies : [];
            var code = log.Fault?.Code ?? (audit is [var first, ..] ? first.Fault.Code : peer.Evidence.Count > 0 ? "LED-0209" : contact.Trouble);
            return new Row(peer, contact, opened?.Size, code);
        }
    }
}
