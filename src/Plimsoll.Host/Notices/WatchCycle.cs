using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Host.Notices;

/// <summary>Fetch, assess, enter, compare with the last look, tell. Under a lease, so that of two processes one acts.</summary>
/// <param name="folder">Folder of the store.</param>
/// <param name="list">Who wants to know what.</param>
/// <param name="agreement">Id of an agreement in force, name of a bundled one, or a file.</param>
/// <param name="fetch">What is fetched before each look.</param>
/// <param name="enter">Enters what a look found for the party's cases; null when that is left to a person.</param>
/// <param name="time">Clock.</param>
internal sealed class WatchCycle(DirectoryInfo folder, WatchList list, string agreement, FetchStep fetch, EnterStep? enter, TimeProvider time)
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(10);
    private readonly string owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}");

    /// <summary>A whole cycle.</summary>
    internal Task<WatchReport> RunAsync(CancellationToken cancel) => ActAsync(LookAsync, cancel);

    /// <summary>Only what is due again.</summary>
    internal Task<WatchReport> DeliverAsync(CancellationToken cancel) =>
        ActAsync((_, _, _) => Task.FromResult<WatchReport?>(new WatchReport(null, 0, 0, 0, 0, 0, [], null)), cancel);

    private async Task<WatchReport> ActAsync(Func<Outbox, Lease, CancellationToken, Task<WatchReport?>> look, CancellationToken cancel)
    {
        using var outbox = new Outbox(folder, time);
        using var lease = outbox.Take(list.Id, owner, Term);
        if (lease is null || await look(outbox, lease, cancel) is not { } seen)
        {
            return new WatchReport(outbox.Holder(list.Id)?.Owner ?? "another process", 0, 0, 0, 0, 0, [], null);
        }

        using var channels = new Channels(list, time);
        var report = await new DeliveryRound(outbox, lease, new Backoff(), time).RunAsync(channels.Receivers, cancel);
        return seen with
        {
            Delivered = report.Delivered,
            Troubles = [.. seen.Troubles, .. channels.Faults.Select(fault => fault.ToString()), .. report.Failures],
            NextDue = report.NextDue,
        };
    }

    // Null when the lease was lost on the way: somebody else looks.
    private async Task<WatchReport?> LookAsync(Outbox outbox, Lease lease, CancellationToken cancel)
    {
        var store = new TradeStore(folder, time);
        var (releases, troubles) = await fetch.RunAsync(store, cancel);
        if (!lease.Renew())
        {
            return null;
        }

        var now = time.GetUtcNow();
        var record = Record();
        var text = Agreement(record, DateOnly.FromDateTime(now.UtcDateTime));
        using var run = new AgreementRun(store, asOf: null, DateOnly.FromDateTime(now.UtcDateTime));
        var findings = run.Assess(text, cancel);
        if (!lease.Renew())
        {
            return null;
        }

        var (entered, refusals) = enter?.Run(outbox, owner, Term, text, run, findings) ?? (0, []);
        record = entered > 0 ? Record() : record;
        var terms = new CaseTerms();
        var (notices, sight) = new Lookout(list, text, terms, record.Origin).Look(outbox.Sight(list.Id), findings, record.Entries, now);
        if (outbox.Accept(lease, list, sight, notices) is not { } taken)
        {
            return null;
        }

        Publish(outbox, store, CaseBook.Fold(record.Entries, terms, record.Origin), now);
        return new WatchReport(null, releases, findings.Count, entered, taken, 0, [.. troubles, .. refusals, .. record.Faults.Select(fault => EntryText.Plain(fault.ToString()))], null);
    }

    private JointRecord Record()
    {
        var ledger = new DirectoryInfo(Path.Combine(folder.FullName, "ledger"));
        if (!PartyLog.IsIn(ledger))
        {
            return JointRecord.Of(folder, own: null, time);
        }

        var log = PartyLog.Open(ledger, time);
        using var own = log.Ok ? log.Value : throw new OutsideException(log.Fault!.Code, log.Fault.Message, retriable: false);
        return JointRecord.Of(folder, own, time);
    }

    // What both parties signed goes before a file of the same name.
    private Agreement Agreement(JointRecord record, DateOnly today)
    {
        if (record.InForce(agreement, today) is { Ok: true, Value: var signed })
        {
            return signed.Agreement;
        }

        var file = Bundled.Load(agreement);
        return file.Agreement ?? throw new OutsideException(file.Faults[0].Fault.Code, file.Faults[0].ToString(), retriable: false);
    }

    private void Publish(Outbox outbox, TradeStore store, CaseBook cases, DateTimeOffset now)
    {
        if (list.Feed)
        {
            var told = outbox.Noticed(list.Id).Where(one => one.Muted is null).Select(one => one.Notice).ToList();
            Write($"{list.Id}.atom", NoticeFeed.Write(list, told, now));
        }

        if (list.Calendar)
        {
            Write($"{list.Id}.ics", NoticeCalendar.Write(list, store.Releases(), cases, now));
        }
    }

    // A reader sees the old file or the new one, never half of it.
    private void Write(string name, string text)
    {
        var path = Path.Combine(Outbox.FolderOf(folder).FullName, name);
        File.WriteAllText(path + ".part", text);
        File.Move(path + ".part", path, overwrite: true);
    }
}
