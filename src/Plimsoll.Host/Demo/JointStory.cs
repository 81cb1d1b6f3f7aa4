using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Store;

namespace Plimsoll.Host.Demo;

/// <summary>The story of the demonstration, step by step.</summary>
internal sealed class JointStory(DemoParty eu, DemoParty cn, DemoClock clock, DemoScript script, Terminal terminal)
{
    private const string Agreement = "eu-china-illustrative";
    private const string EuLedger = "eu.demo.example";
    private const string CnLedger = "cn.demo.example";
    private const string Case = "eu-china-illustrative/total@CN.EU27_2020/2025";

    // The figures of 2024 as revised at the end of July 2026.
    private const string Revision = "published/2026-07-31.csv";

    internal async Task RunAsync(TimeProvider time, CancellationToken cancel)
    {
        var euKey = await AgreeAsync(time, cancel);
        await SealAsync(time, cancel);
        await ConsultAsync();

        script.Begin("Anybody can check both ledgers; a flipped byte is found and located");
        await eu.RunAsync(1, CommandLine.Done, "sync", cn.Address);
        await eu.RunAsync(2, CommandLine.Done, "ledger", "verify");
        await cn.RunAsync(2, CommandLine.Done, "ledger", "verify");
        await using var flipped = new DemoParty("copy", FlippedCopy(), script, clock);
        await flipped.RunAsync(4, CommandLine.Failure, "ledger", "verify", "--key", euKey);
    }

    // The public key of the EU side.
    private async Task<string> AgreeAsync(TimeProvider time, CancellationToken cancel)
    {
        script.Begin("Each party has its own store, its own key, and its own copy of the figures");
        SnapshotFiles.Load(new TradeStore(eu.Store, time), terminal, time, cancel);
        SnapshotFiles.Load(new TradeStore(cn.Store, time), terminal, time, cancel, except: Revision);
        var euKey = (await eu.RunAsync(2, CommandLine.Done, "key", "new", EuLedger))[0];
        var cnKey = (await cn.RunAsync(2, CommandLine.Done, "key", "new", CnLedger))[0];
        await eu.ServeAsync(cancel);
        await cn.ServeAsync(cancel);

        script.Begin("They agree on a text: one proposes, both sign");
        await eu.RunAsync(2, CommandLine.Done, "agreement", "propose", Agreement, "--with", CnLedger);
        await eu.RunAsync(1, CommandLine.Done, "agreement", "adopt", Agreement);
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address, "--key", euKey);
        await cn.RunAsync(1, CommandLine.Done, "agreement", "adopt", Agreement);
        await eu.RunAsync(1, CommandLine.Done, "sync", cn.Address, "--key", cnKey);
        await eu.RunAsync(3, CommandLine.Done, "agreement", "list");
        return euKey;
    }

    private async Task SealAsync(TimeProvider time, CancellationToken cancel)
    {
        script.Begin("July: the EU side seals its assessment, the Chinese side computes it again and countersigns");
        clock.MoveTo(new DateOnly(2026, 7, 16));
        await eu.RunAsync(2, CommandLine.Done, "assess", "--as-of", "2026-07-15", "--seal");
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address);
        await cn.RunAsync(1, CommandLine.Done, "countersign");

        script.Begin("The deficit is red: a case has opened, and a clock of ten working days of both sides runs");
        await eu.RunAsync(2, CommandLine.Done, "case", "step", Case, "notified", "--note", "Figures and clause were sent to the other side.");
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address);
        clock.MoveTo(new DateOnly(2026, 7, 20));
        await cn.RunAsync(2, CommandLine.Done, "case", "step", Case, "acknowledged", "--note", "Received.");
        await cn.RunAsync(1, CommandLine.Done, "case", "position", Case, "--objection", "--text", "Trade in goods alone is not the whole picture; services are left out.");

        script.Begin("August: the figures of 2024 were revised, and the Chinese side does not have the revision");
        clock.MoveTo(new DateOnly(2026, 9, 1));
        await eu.RunAsync(1, CommandLine.Done, "sync", cn.Address);
        await eu.RunAsync(5, CommandLine.Done, "assess", "--as-of", "2026-08-31", "--seal");
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address);
        await cn.RunAsync(1, CommandLine.Done, "countersign");

        script.Begin("It takes the revision in, computes again, and the dispute is over");
        SnapshotFiles.Load(new TradeStore(cn.Store, time), terminal, time, cancel);
        await cn.RunAsync(1, CommandLine.Done, "countersign");
    }

    private async Task ConsultAsync()
    {
        script.Begin("Nobody had met when the clock ran out, and the ledger says so; then they meet, and each enters it");
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address);
        clock.MoveTo(new DateOnly(2026, 10, 12));
        await eu.RunAsync(1, CommandLine.Done, "case", "step", Case, "political_consultation", "--note", "Meeting of the ministers.");
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address);
        await cn.RunAsync(2, CommandLine.Done, "case", "step", Case, "political_consultation", "--note", "Meeting of the ministers.");

        script.Begin("The Chinese side proposes an undertaking; it counts when the other side has entered the same");
        string[] undertaking = ["case", "step", Case, "outcome", "--outcome", "undertaking", "--reference", "Joint note, invented for this demonstration"];
        await cn.RunAsync(1, CommandLine.Done, [.. undertaking, "--note", "Purchases of goods will rise."]);
        await eu.RunAsync(1, CommandLine.Done, "sync", cn.Address);
        await eu.RunAsync(2, CommandLine.Done, "cases");
        clock.MoveTo(new DateOnly(2026, 10, 13));
        await eu.RunAsync(1, CommandLine.Done, [.. undertaking, "--note", "The undertaking is noted."]);

        script.Begin("One side alone does not close the case either");
        await eu.RunAsync(1, CommandLine.Done, "case", "step", Case, "closed", "--note", "To be looked at again with the figures of 2026.");
        clock.MoveTo(new DateOnly(2026, 10, 14));
        await cn.RunAsync(1, CommandLine.Done, "sync", eu.Address);
        await cn.RunAsync(1, CommandLine.Done, "case", "step", Case, "closed", "--note", "Agreed.");
        await eu.RunAsync(1, CommandLine.Done, "sync", cn.Address);
        await eu.RunAsync(60, CommandLine.Done, "cases", Case);
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
