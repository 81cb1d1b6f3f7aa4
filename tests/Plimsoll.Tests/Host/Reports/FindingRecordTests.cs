using System.Text;
using System.Text.Json;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Tests.Agreements;
using Plimsoll.Tests.Host.Cli;
using Plimsoll.Tests.Ledger.Peers;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Reports;

/// <summary>Two parties with the same figures and each other's ledgers, and a stranger whose ledger one of them pulled.</summary>
public sealed class FindingRecordTests : IAsyncDisposable
{
    private const string Finding = "eu-china-illustrative/annual-goods-deficit@EU27_2020.CN.TOTAL/2025";
    private const string OfParties = "eu-china-illustrative/total@CN.EU27_2020/2025";
    private const string Pack = "eu-china-illustrative_annual-goods-deficit_EU27_2020.CN.TOTAL_2025";
    private static readonly TimeSpan Later = TimeSpan.FromDays(60);

    private readonly Party east = Party.Begin(SigningKey.Create("east.example"), off: Later);
    private readonly Party west = Party.Begin(SigningKey.Create("west.example"), off: Later);
    private readonly Party stranger = Party.Begin(SigningKey.Create("x.example"), off: Later);
    private readonly string text;

    public FindingRecordTests()
    {
        text = Path.Combine(east.Store.FullName, "proposed.yaml");
        File.WriteAllText(text, File.ReadAllText(Shipped.PathOf("eu-china-illustrative")).Replace("status: illustrative", "status: proposed", StringComparison.Ordinal));
        foreach (var party in new[] { east, west })
        {
            KeyFile.Write(new FileInfo(Path.Combine(party.Store.FullName, "party.key")), party.Key);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await east.DisposeAsync();
        await west.DisposeAsync();
        await stranger.DisposeAsync();
    }

    [Fact]
    public async Task Both_parties_write_the_same_pack_with_the_signatures_and_what_each_said_and_nothing_of_strangers()
    {
        await Done(east, "agreement", "propose", text, "--with", "west.example");
        await Done(east, "agreement", "adopt", "eu-china-illustrative");
        await Pull(west, east);
        await Done(west, "agreement", "adopt", "eu-china-illustrative");
        await Pull(east, west);
        await Figures(east);
        await Figures(west);
        await Done(east, "assess", "--as-of", "2026-08-01", "--seal");
        await Pull(west, east);
        await Done(west, "case", "position", OfParties, "--objection", "--text", "Services are left out.");
        await Done(east, "case", "position", OfParties, "--finding", Finding, "--text", "Services are another clause.", "--link", "https://example.org/note");
        stranger.Enter(new EntryDraft(EntryKind.CasePositionStated, JsonSerializer.SerializeToElement(new { @case = OfParties, text = "I object too.", objection = true, finding = (string?)null, link = (string?)null })));
        await Pull(east, west);
        await Pull(east, stranger);
        await Pull(west, east);

        var (ours, theirs) = (await Zip(east), await Zip(west));
        theirs.ShouldBe(ours);
        var folder = Path.Combine(east.Store.FullName, "packs", Pack);
        var objections = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "objections.json"), TestContext.Current.CancellationToken)).EnumerateArray()
            .ToDictionary(o => o.GetProperty("party").GetString()!, StringComparer.Ordinal);
        objections.Keys.ShouldBe(["east.example", "west.example"], ignoreOrder: true);
        objections["west.example"].GetProperty("objects").GetBoolean().ShouldBeTrue();
        objections["west.example"].GetProperty("text").GetString().ShouldBe("Services are left out.");
        objections["west.example"].GetProperty("source").GetString().ShouldBe(Source(west, EntryKind.CasePositionStated, ""));
        objections["east.example"].GetProperty("objects").GetBoolean().ShouldBeFalse();
        objections["east.example"].GetProperty("source").GetString().ShouldBe(Source(east, EntryKind.CasePositionStated, "; https://example.org/note"));

        // The text calls itself proposed; both signatures make it agreed, and the pack names their entries.
        (await Property(folder, "finding.json")).GetProperty("status").GetString().ShouldBe("agreed");
        var adoption = (await Property(folder, "signatures.json")).EnumerateArray().ShouldHaveSingleItem();
        adoption.GetProperty("signatures").EnumerateArray()
            .Select(s => $"entry {s.GetProperty("entry")} of {s.GetProperty("log")}, hash {s.GetProperty("hash")}")
            .ShouldBe([Source(east, EntryKind.AgreementAdopted, ""), Source(west, EntryKind.AgreementAdopted, "")]);
        (await CliRun.OfAsync("verify", folder)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task What_one_party_alone_proposed_or_signed_stays_proposed()
    {
        await Figures(east);
        await Done(east, "agreement", "propose", text, "--with", "west.example");
        await Done(east, "agreement", "adopt", "eu-china-illustrative");

        // Two strangers sign the very text: between them it is agreed, and for East it is not.
        var theirs = new AgreementText("eu-china-illustrative", 1, DocumentShelf.HashOf(Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken))), new DateOnly(2026, 6, 29), ["x.example", "y.example"]);
        await using var other = Party.Begin(SigningKey.Create("y.example"), off: Later);
        foreach (var party in new[] { stranger, other })
        {
            party.Enter(new EntryDraft(EntryKind.AgreementAdopted, theirs.ToBody()));
            party.Shelf.Put(await File.ReadAllBytesAsync(text, TestContext.Current.CancellationToken));
            await Pull(east, party);
        }

        await Zip(east);
        var folder = Path.Combine(east.Store.FullName, "packs", Pack);
        (await Property(folder, "finding.json")).GetProperty("status").GetString().ShouldBe("proposed");
        var adoption = (await Property(folder, "signatures.json")).EnumerateArray().ShouldHaveSingleItem();
        adoption.GetProperty("signatures").EnumerateArray().ShouldHaveSingleItem().GetProperty("log").GetString().ShouldBe("east.example");
    }

    [Fact]
    public async Task A_ledger_that_does_not_open_leaves_no_pack()
    {
        await Figures(east);
        await File.WriteAllTextAsync(Path.Combine(east.Ledger.FullName, "checkpoint"), "cut", TestContext.Current.CancellationToken);
        var refused = await Run(east, "evidence", Finding, "--agreement", text, "--out", Path.Combine(east.Store.FullName, "packs"));
        (refused.ExitCode, refused.Error[..4]).ShouldBe((3, "LED-"));
        Directory.Exists(Path.Combine(east.Store.FullName, "packs")).ShouldBeFalse();
    }

    private static string Source(Party party, EntryKind kind, string link)
    {
        using var log = party.Open();
        var entry = log.Entries(kind).ShouldHaveSingleItem();
        return $"entry {entry.Index} of {entry.Log}, hash {TreeHash.OfLeaf(entry.Bytes.Span)}{link}";
    }

    private static async Task<JsonElement> Property(string folder, string file) =>
        JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, file), TestContext.Current.CancellationToken));

    private static async Task Figures(Party party)
    {
        var files = new DirectoryInfo(Path.Combine(Repository.Root, "data", "snapshot", "published")).EnumerateFiles("*.csv").Select(f => f.FullName);
        await Done(party, ["ingest", .. files]);
    }

    private static async Task Pull(Party into, Party from) => (await into.SyncAsync(await from.ServeAsync(), from.Key.Verifier)).Ok.ShouldBeTrue();

    private static async Task Done(Party party, params string[] arguments)
    {
        var run = await Run(party, arguments);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    private static Task<CliRun> Run(Party party, params string[] arguments) => CliRun.OfAsync(party, [.. arguments, "--store", party.Store.FullName]);

    private async Task<byte[]> Zip(Party party)
    {
        var packs = Path.Combine(party.Store.FullName, "packs");
        await Done(party, "evidence", Finding, "--agreement", text, "--out", packs);
        return await File.ReadAllBytesAsync(Path.Combine(packs, $"{Pack}.zip"), TestContext.Current.CancellationToken);
    }
}
