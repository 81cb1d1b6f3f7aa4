using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Notices;

/// <summary><c>plimsoll notices list</c></summary>
internal sealed class ListNoticesCommand : StoreCommand
{
    private readonly Option<string?> list = new("--list") { Description = "Only those of this watch-list.", HelpName = "ID" };
    private readonly Option<int> count = new("--count") { Description = "At most so many, the newest ones.", DefaultValueFactory = _ => 50 };

    internal ListNoticesCommand(Terminal terminal, TimeProvider time)
        : base("list", "Print notices, oldest first, with who took note of them and which are muted.", terminal, time)
    {
        Options.Add(list);
        Options.Add(count);
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        IReadOnlyList<(string List, Notice Notice, string? Muted)> noticed = [];
        if (Outbox.IsIn(Folder(arguments)))
        {
            using var outbox = new Outbox(Folder(arguments), Time);
            noticed = [.. outbox.Noticed(arguments.GetValue(list)).TakeLast(Math.Max(0, arguments.GetValue(count)))];
        }

        var seen = Acknowledged(Folder(arguments));
        if (WantsJson(arguments))
        {
            WriteJson(noticed.Select(one => Document(one.List, one.Notice, one.Muted, seen)));
            return Task.FromResult(CommandLine.Done);
        }

        foreach (var (name, notice, muted) in noticed)
        {
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{notice.At.UtcDateTime:yyyy-MM-dd HH:mm} {notice.Id:D} {name}"));
            Terminal.Out.WriteLine($"  {notice.Title} ({notice.Status}){(muted is null ? "" : $"; muted: {muted}")}");
            Terminal.Out.WriteLine($"  {notice.Why} {notice.Next}");
            foreach (var one in seen[notice.Id])
            {
                Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Acknowledged by {one.By} on {one.At.UtcDateTime:yyyy-MM-dd}{(one.Note.Length > 0 ? $": {one.Note}" : "")}"));
            }
        }

        if (noticed.Count == 0)
        {
            Terminal.Error.WriteLine("Nothing was noticed yet. 'plimsoll watch --once' looks.");
        }

        return Task.FromResult(CommandLine.Done);
    }

    private static object Document(string list, Notice notice, string? muted, ILookup<Guid, Acknowledgement> seen) => new
    {
        WatchList = list,
        notice.Id,
        Kind = Consultations.Spelt.Of(notice.Kind),
        notice.About,
        notice.Title,
        notice.Before,
        notice.After,
        notice.Value,
        notice.Unit,
        notice.Limits,
        notice.Vintage,
        notice.Why,
        notice.Next,
        notice.Link,
        notice.Status,
        notice.At,
        Muted = muted,
        Acknowledged = seen[notice.Id].Select(one => new { one.By, one.At, one.Note }),
    };

    private ILookup<Guid, Acknowledgement> Acknowledged(DirectoryInfo store)
    {
        var folder = new DirectoryInfo(Path.Combine(store.FullName, "ledger"));
        var log = PartyLog.IsIn(folder) ? PartyLog.Open(folder, Time) : default;
        using var own = PartyLog.IsIn(folder) && log.Ok ? log.Value : null;
        return Acknowledgement.Fold(JointRecord.Of(store, own, Time).Entries).ToLookup(one => one.Notice);
    }
}
