using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Store;

namespace Plimsoll.Host.Demo;

/// <summary>The story of the demonstration, step by step.</summary>
internal sealed class JointStory(DemoParty eu, DemoParty cn, DemoClock clock, Terminal terminal)
{
    private const string Agreement = "eu-china-illustrative";
    private const string EuLedger = "eu.demo.example";
    private const string CnLedger = "cn.demo.example";

    // The figures of 2024 as revised at the end of July 2026.
    private const string Revision = "published/2026-07-31.csv";

    internal async Task RunAsync(TimeProvider time, CancellationToken cancel)
    {
        Step("Each party has its own store, its own key, and its own copy of the figures");
        SnapshotFiles.Load(new TradeStore(eu.Store, time), terminal, time, cancel);
        SnapshotFiles.Load(new TradeStore(cn.Store, time), terminal, time, cancel, except: Revision);
        var euKey = (await eu.RunAsync(2, CommandLine.Done, "key", "new", EuLedger))[0];
        var cnKey = (await cn.RunAsync(2, CommandLine.Done, "key", "new", CnLedger))[0];
        await eu.ServeAsync(cancel);
        await cn.ServeAsync(cancel);

        Step("They agree on a text: one proposes, both sign");
        await eu.RunAsync(2, CommandLine.Done, "agreement", "propose", Agreement, "--with", CnLedger);
        await eu.RunAsync(1, CommandLine.Done, "agreement", "adopt", Agreement);
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address, "--key", euKey);
        await cn.RunAsync(1, CommandLine.Done, "agreement", "adopt", Agreement);
        await eu.RunAsync(1, CommandLine.Done, "sync", cn.Address, "--key", cnKey);
        await eu.RunAsync(3, CommandLine.Done, "agreement", "list");

        Step("July: the EU side seals its assessment, the Chinese side computes it again and countersigns");
        clock.MoveTo(new DateOnly(2026, 7, 16));
        await eu.RunAsync(2, CommandLine.Done, "assess", "--as-of", "2026-07-15", "--seal");
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address);
        await cn.RunAsync(1, CommandLine.Done, "countersign");

        Step("August: the figures of 2024 were revised, and the Chinese side does not have the revision");
        clock.MoveTo(new DateOnly(2026, 9, 1));
        await eu.RunAsync(2, CommandLine.Done, "assess", "--as-of", "2026-08-31", "--seal");
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address);
        await cn.RunAsync(1, CommandLine.Done, "countersign");

        Step("It takes the revision in, computes again, and the dispute is over");
        SnapshotFiles.Load(new TradeStore(cn.Store, time), terminal, time, cancel);
        await cn.RunAsync(1, CommandLine.Done, "countersign");

        Step("Anybody can check both ledgers; a flipped byte is found and located");
        await eu.RunAsync(1, CommandLine.Done, "sync", cn.Address);
        await eu.RunAsync(2, CommandLine.Done, "ledger", "verify");
        await cn.RunAsync(2, CommandLine.Done, "ledger", "verify");
        await using var flipped = new DemoParty("copy", FlippedCopy(), terminal, clock);
        await flipped.RunAsync(4, CommandLine.Failure, "ledger", "verify", "--key", euKey);
    }

    private void Step(string title)
    {
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(title);
    }

    // A copy of the EU side's ledger in which one byte of the sealed assessment is another.
    private DirectoryInfo FlippedCopy()
    {
        var copy = eu.Store.Parent!.CreateSubdirectory("copy");
        var ledger = copy.CreateSubdirectory("ledger");
        foreach (var file in new DirectoryInfo(Path.Combine(eu.Store.FullName, "ledger")).EnumerateFiles().Where(f => f.Extension is not ".sqlite-shm"))
        {
            file.CopyTo(Path.Combine(ledger.FullName, file.Name));
        }

        // Opened and closed, the copy has everything in one file, and nothing beside it that would be missed first.
        PartyLog.Open(ledger, clock).Value.Dispose();
        var database = Path.Combine(ledger.FullName, "log.sqlite");
        var bytes = File.ReadAllBytes(database);
        var written = "\"as_of\":\"2026-07-15\""u8;
        bytes[bytes.AsSpan().IndexOf(written) + written.Length - 2] ^= 1;
        File.WriteAllBytes(database, bytes);
        return copy;
    }
}
