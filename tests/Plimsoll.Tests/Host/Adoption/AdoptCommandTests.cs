using System.Text;
using System.Text.Json;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Notes;
using Plimsoll.Tests.Agreements;
using Plimsoll.Tests.Host.Cli;
using Plimsoll.Tests.Ledger.Peers;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Adoption;

/// <summary>East puts texts to West, whose commands run; both have a store, and West pulls what East serves.</summary>
public sealed class AdoptCommandTests : IAsyncDisposable
{
    private const string Id = "eu-china-illustrative";
    private static readonly string First = File.ReadAllText(Shipped.PathOf(Id));
    private static readonly string Tighter = First.Replace("red: -350000000000", "red: -340000000000", StringComparison.Ordinal);

    private readonly Party east = Party.Begin(SigningKey.Create("east.example"));
    private readonly Party west = Party.Begin(SigningKey.Create("west.example"));

    public AdoptCommandTests() => KeyFile.Write(new FileInfo(Path.Combine(west.Store.FullName, "party.key")), west.Key);

    public async ValueTask DisposeAsync()
    {
        await east.DisposeAsync();
        await west.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_texts_that_wait_one_has_to_be_named_and_the_second_is_not_signed_under_the_same_version()
    {
        var (first, second) = (Put(east, First, 1), Put(east, Tighter, 1));
        await Pull(east);
        var asked = await Run("agreement", "adopt", Id);
        (asked.ExitCode, asked.Error[..8]).ShouldBe((3, "CLI-0033"));
        asked.Error.ShouldContain(first.Document);
        asked.Error.ShouldContain(second.Document);
        (await Run("agreement", "adopt", Id, "--text", "0000")).Error.ShouldStartWith("CLI-0030");
        Adopted().ShouldBeEmpty();

        var signed = await Run("agreement", "adopt", Id, "--text", first.Document[..12]);
        signed.ExitCode.ShouldBe(0, signed.Error);
        Adopted().ShouldBe([first.Document]);
        (await Run("agreement", "adopt", Id, "--text", first.Document)).Error.ShouldStartWith("CLI-0030");
        foreach (var again in new[] { await Run("agreement", "adopt", Id, "--text", second.Document), await Run("agreement", "adopt", Id) })
        {
            (again.ExitCode, again.Error[..8]).ShouldBe((3, "AGR-0122"));
            again.Error.ShouldContain("next version, 2");
        }

        Adopted().ShouldBe([first.Document]);
    }

    [Fact]
    public async Task What_changes_from_the_version_in_force_is_said_before_the_signature()
    {
        var first = Put(east, First, 1);
        east.Enter(new EntryDraft(EntryKind.AgreementAdopted, first.ToBody()));
        await Pull(east);
        (await Run("agreement", "adopt", Id)).Out.ShouldContain("No version is in force");
        Put(east, Tighter.Replace("version: 1\n", "version: 2\n", StringComparison.Ordinal), 2);
        await Pull(east);

        var signed = await Run("agreement", "adopt", Id);
        signed.ExitCode.ShouldBe(0, signed.Error);
        var change = signed.Out.IndexOf("from -350 000 000 000 to -340 000 000 000 (tighter)", StringComparison.Ordinal);
        change.ShouldBeGreaterThan(signed.Out.IndexOf("Against version 1", StringComparison.Ordinal));
        change.ShouldBeLessThan(signed.Out.IndexOf("signed. Still missing: east.example", StringComparison.Ordinal));
    }

    // Whoever cannot sign is told the same: the change is read before the key is asked for.
    [Fact]
    public async Task Without_a_key_the_change_is_shown_and_nothing_is_signed()
    {
        var first = Put(east, First, 1);
        east.Enter(new EntryDraft(EntryKind.AgreementAdopted, first.ToBody()));
        west.Enter(new EntryDraft(EntryKind.AgreementAdopted, first.ToBody()));
        Put(east, Tighter.Replace("version: 1\n", "version: 2\n", StringComparison.Ordinal), 2);
        await Pull(east);
        File.Delete(Path.Combine(west.Store.FullName, "party.key"));
        var refused = await Run("agreement", "adopt", Id);
        (refused.ExitCode, refused.Error[..8]).ShouldBe((3, "LED-0013"));
        refused.Out.ShouldContain("(tighter)");
        Adopted().ShouldBe([first.Document]);
    }

    // A peer that is nobody's party puts our text to West as well: West is asked with whom, and is not kept from signing.
    [Fact]
    public async Task The_same_text_put_by_another_party_is_told_apart_by_its_signatories()
    {
        await using var stranger = Party.Begin(SigningKey.Create("x.example"));
        var ours = Put(east, First, 1);
        Put(stranger, First, 1);
        await Pull(east);
        await Pull(stranger);
        (await Run("agreement", "adopt", Id, "--text", ours.Document)).Error.ShouldStartWith("CLI-0033");
        var signed = await Run("agreement", "adopt", Id, "--with", "east.example");
        signed.ExitCode.ShouldBe(0, signed.Error);
        signed.Out.ShouldContain("Still missing: east.example");
    }

    [Theory]
    [InlineData("propose")]
    [InlineData("counter")]
    public async Task A_version_that_was_agreed_is_not_put_again(string verb)
    {
        var second = Put(east, First.Replace("version: 1\n", "version: 2\n", StringComparison.Ordinal), 2);
        var adopted = new EntryDraft(EntryKind.AgreementAdopted, second.ToBody());
        east.Enter(adopted);
        west.Enter(adopted);
        await Pull(east);
        foreach (var version in new[] { 1, 2 })
        {
            var refused = await Run("agreement", verb, Written(Tighter, version), "--with", "east.example");
            (refused.ExitCode, refused.Error[..8]).ShouldBe((3, "AGR-0122"));
            refused.Error.ShouldContain("next version, 3");
        }

        (await Run("agreement", verb, Written(Tighter, 3), "--with", "east.example")).ExitCode.ShouldBe(0);
        (await Run("agreement", verb, Written(Tighter, 2), "--with", "x.example")).ExitCode.ShouldBe(0, "with others it is another agreement");
        using var log = west.Open();
        log.Entries(EntryKind.AgreementProposed, EntryKind.AgreementCountered).Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_party_lists_its_own_agreements_and_a_reader_those_of_everybody()
    {
        await using var stranger = Party.Begin(SigningKey.Create("x.example"));
        var theirs = Put(stranger, Tighter, 1, "y.example");
        var ours = Put(east, First, 1);
        await Pull(east);
        await Pull(stranger);
        var listed = await Run("agreement", "list");
        listed.Out.ShouldContain(ours.Document);
        listed.Out.ShouldNotContain(theirs.Document);

        await using var reader = Party.Reader();
        foreach (var party in new[] { east, stranger })
        {
            (await reader.SyncAsync(await party.ServeAsync(), party.Key.Verifier)).Ok.ShouldBeTrue();
        }

        var all = await CliRun.OfAsync("agreement", "list", "--store", reader.Store.FullName);
        all.ExitCode.ShouldBe(0, all.Error);
        all.Out.ShouldContain(ours.Document);
        all.Out.ShouldContain(theirs.Document);
    }

    [Fact]
    public async Task Of_two_agreements_of_one_id_the_one_to_suspend_is_named()
    {
        foreach (var other in new[] { "east.example", "x.example" })
        {
            using var key = other == "x.example" ? SigningKey.Create(other) : null;
            await using var party = key is null ? null : Party.Begin(SigningKey.Parse(key.Secret()).Value);
            var text = Put(party ?? east, First, 1);
            var adopted = new EntryDraft(EntryKind.AgreementAdopted, text.ToBody());
            (party ?? east).Enter(adopted);
            west.Enter(adopted);
            await Pull(party ?? east);
        }

        string[] suspend = ["agreement", "suspend", Id, "--reason", "Talks broke down."];
        (await Run(suspend)).Error.ShouldStartWith("AGR-0126");
        (await Run([.. suspend, "--with", "z.example"])).Error.ShouldStartWith("CLI-0030");
        (await Run([.. suspend, "--with", "east.example", "--from", "2026-06-30"])).Error.ShouldStartWith("CLI-0034");
        (await Run([.. suspend, "--with", "east.example"])).ExitCode.ShouldBe(0);
        var statuses = JsonElement.Parse((await Run("agreement", "list", "--json")).Out).EnumerateArray()
            .ToDictionary(r => r.GetProperty("signatories")[0].GetString()!, r => r.GetProperty("status").GetString(), StringComparer.Ordinal);
        (statuses["east.example"], statuses["west.example"]).ShouldBe(("suspended", "agreed"));
    }

    // Proposes a text, as another program of the party would.
    private static AgreementText Put(Party by, string text, int version, string with = "west.example")
    {
        var document = by.Shelf.Put(Encoding.UTF8.GetBytes(text));
        var named = new AgreementText(Id, version, document, new DateOnly(2026, 6, 29), [.. new[] { by.Key.Verifier.Name, with }.Order(StringComparer.Ordinal)]);
        by.Enter(new EntryDraft(EntryKind.AgreementProposed, named.ToBody()));
        return named;
    }

    private string Written(string text, int version)
    {
        var path = Path.Combine(west.Store.FullName, $"version-{version}.yaml");
        File.WriteAllText(path, text.Replace("version: 1\n", $"version: {version}\n", StringComparison.Ordinal));
        return path;
    }

    private async Task Pull(Party from) => (await west.SyncAsync(await from.ServeAsync(), from.Key.Verifier)).Ok.ShouldBeTrue();

    private List<string> Adopted()
    {
        using var log = west.Open();
        return [.. log.Entries(EntryKind.AgreementAdopted).Select(e => e.Body.GetProperty("document").GetString()!)];
    }

    private Task<CliRun> Run(params string[] arguments) => CliRun.OfAsync(west, [.. arguments, "--store", west.Store.FullName]);
}
