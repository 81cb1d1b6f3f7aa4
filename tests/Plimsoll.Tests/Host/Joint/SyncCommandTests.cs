using System.Text.Json;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Peers;
using Plimsoll.Tests.Host.Cli;
using Plimsoll.Tests.Ledger;
using Plimsoll.Tests.Ledger.Peers;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Joint;

public sealed class SyncCommandTests : IAsyncDisposable
{
    private readonly Party us = Party.Begin(PartyLogReference.Peer());
    private readonly Party them = Party.Begin(PartyLogReference.First(), 5);

    public SyncCommandTests() => KeyFile.Write(new FileInfo(Path.Combine(us.Store.FullName, "party.key")), us.Key);

    public async ValueTask DisposeAsync()
    {
        await us.DisposeAsync();
        await them.DisposeAsync();
    }

    [Fact]
    public async Task A_peer_is_synced_and_listed()
    {
        (await Run("peers")).Error.ShouldContain("No peer is known");
        var address = (await them.ServeAsync()).ToString();
        var first = await Run("sync", address);
        (first.ExitCode, first.Error[..8], first.Out).ShouldBe((3, "LED-0201", ""));

        var synced = await Json("sync", address, "--key", them.Key.Verifier.ToString(), "--json");
        synced.GetProperty("entries").GetInt64().ShouldBe(5);
        synced.GetProperty("cosigned").GetBoolean().ShouldBeTrue();
        (await Run("sync", address)).Out.ShouldBe($"eu.example/plimsoll: 5 entries, 0 of them new, all as they were signed. Cosigned. 0 documents came.{Environment.NewLine}");

        var listed = (await Json("peers", "--verify", "--json")).EnumerateArray().ShouldHaveSingleItem();
        listed.GetProperty("ledger").GetString().ShouldBe(PartyLogReference.Origin);
        listed.GetProperty("entries").GetInt64().ShouldBe(5);
        listed.GetProperty("code").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Run("peers")).Out.ShouldContain("in order");
    }

    [Fact]
    public async Task A_fork_ends_in_failure_names_its_evidence_and_stays_in_the_list()
    {
        await using var twin = them.Twin();
        twin.Add(2, "said otherwise");
        them.Add(2);
        using var wire = new Wire(await them.ServeAsync());
        (await Run("sync", wire.Address.ToString(), "--key", them.Key.Verifier.ToString())).ExitCode.ShouldBe(0);
        wire.Upstream = await twin.ServeAsync();
        var fork = await Run("sync", wire.Address.ToString());
        fork.ExitCode.ShouldBe(3);
        fork.Error.ShouldStartWith("LED-0203");
        var evidence = us.Peer(them).Evidence.ShouldHaveSingleItem();
        fork.Error.ShouldContain(evidence.Name);

        var listed = await Run("peers");
        listed.ExitCode.ShouldBe(3);
        listed.Out.ShouldContain("LED-0209");
        listed.Error.ShouldContain(evidence.FullName);
    }

    [Fact]
    public async Task A_copy_that_was_changed_on_this_disk_is_found()
    {
        (await Run("sync", (await them.ServeAsync()).ToString(), "--key", them.Key.Verifier.ToString())).ExitCode.ShouldBe(0);
        using (var disk = new Tampering(Path.Combine(us.Peer(them).LogFolder.FullName, "log.sqlite"), us.Key))
        {
            disk.Run("UPDATE entry SET bytes = zeroblob(9) WHERE n = 3");
        }

        (await Run("peers")).ExitCode.ShouldBe(0, "listing reads no entries");
        var verified = await Run("peers", "--verify");
        (verified.ExitCode, verified.Out.Contains("LED-0100", StringComparison.Ordinal)).ShouldBe((3, true));
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("sync", "http://eu.example/")]
    [InlineData("sync", "https://eu.example/", "--key", "eu.example+00000000+AAAA")]
    [InlineData("node", "--urls", "http://0.0.0.0:0")]
    [InlineData("node", "--urls", "http://*:0")]
    [InlineData("node", "--urls", "http://[::]:0")]
    [InlineData("node", "--urls", "http://eu.example:0")]
    [InlineData("node", "--urls", "http://127.0.0.1:0;http://192.168.0.1:0")]
    [InlineData("node", "--urls", "https://127.0.0.1:0")]
    [InlineData("node", "--urls", "http://unix:/tmp/x")]
    [InlineData("node", "--urls", "nonsense")]
    public async Task What_must_not_be_is_a_usage_error(params string[] arguments)
    {
        var run = await Run(arguments);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldNotBeEmpty();
        Peer.In(us.Store).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_node_without_ledger_says_how_to_begin_one()
    {
        await using var reader = Party.Reader();
        var run = await CliRun.OfAsync("node", "--store", reader.Store.FullName, "--urls", "http://127.0.0.1:0");
        (run.ExitCode, run.Error[..8]).ShouldBe((3, "LED-0021"));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_a_failure_with_a_code()
    {
        var taken = await them.ServeAsync();
        var run = await Run("node", "--urls", taken.ToString().TrimEnd('/'));
        (run.ExitCode, run.Error[..8]).ShouldBe((3, "LED-0217"));
    }

    private Task<CliRun> Run(params string[] arguments) => CliRun.OfAsync([.. arguments, "--store", us.Store.FullName]);

    private async Task<JsonElement> Json(params string[] arguments)
    {
        var run = await Run(arguments);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonElement.Parse(run.Out);
    }
}
