using Plimsoll.Ledger.Notes;
using Plimsoll.Ledger.Peers;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Peers;

public sealed class ForkTests : IAsyncDisposable
{
    private readonly Party us = Party.Begin(PartyLogReference.Peer());

    public ValueTask DisposeAsync() => us.DisposeAsync();

    // The two stories part after so many entries; we see one at one size, and are served the other at another.
    [Theory]
    [InlineData(3, 5, 5, "LED-0203")]
    [InlineData(4, 5, 5, "LED-0203")]
    [InlineData(299, 600, 600, "LED-0203")]
    [InlineData(3, 5, 9, "LED-0204")]
    [InlineData(3, 4, 700, "LED-0204")]
    [InlineData(255, 256, 257, "LED-0204")]
    [InlineData(255, 256, 512, "LED-0204")]
    [InlineData(300, 512, 513, "LED-0204")]
    [InlineData(10, 513, 1300, "LED-0204")]
    [InlineData(3, 9, 5, "LED-0204")]
    [InlineData(100, 600, 256, "LED-0204")]
    [InlineData(511, 600, 513, "LED-0204")]
    public async Task Two_stories_are_told_apart_kept_as_evidence_and_never_taken(int common, int seen, int served, string code)
    {
        await using var one = Party.Begin(PartyLogReference.First(), common);
        await using var other = one.Twin();
        one.Add(seen - common);
        other.Add(served - common, "said otherwise");
        using var wire = new Wire(await one.ServeAsync());
        (await us.SyncAsync(wire.Address, one.Key.Verifier)).Ok.ShouldBeTrue();
        var before = us.Copy(one);
        var entries = us.Newest().Size;

        wire.Upstream = await other.ServeAsync();
        (await us.SyncAsync(wire.Address)).Fault!.Code.ShouldBe(code);
        us.Copy(one).ShouldBe(before);
        us.Newest().Size.ShouldBe(entries, "nothing was cosigned");
        await EvidenceHolds(one, other);

        // Neither story goes on before people have settled it.
        (await us.SyncAsync(wire.Address)).Fault!.Code.ShouldBe("LED-0209");
        wire.Upstream = (await one.ServeAsync())!;
        (await us.SyncAsync(wire.Address)).Fault!.Code.ShouldBe("LED-0209");
        us.Peer(one).Evidence.Single().Delete();
        (await us.SyncAsync(wire.Address)).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData(9, 5)]
    [InlineData(600, 256)]
    [InlineData(600, 1)]
    [InlineData(513, 512)]
    public async Task A_log_that_lost_its_end_is_named_without_an_accusation(int seen, int served)
    {
        await using var whole = Party.Begin(PartyLogReference.First(), served);
        await using var cut = whole.Twin();
        whole.Add(seen - served);
        using var wire = new Wire(await whole.ServeAsync());
        (await us.SyncAsync(wire.Address, whole.Key.Verifier)).Ok.ShouldBeTrue();
        wire.Upstream = await cut.ServeAsync();
        (await us.SyncAsync(wire.Address)).Fault!.Code.ShouldBe("LED-0205");
        us.Peer(whole).Evidence.ShouldBeEmpty();
        us.Peer(whole).Contact!.Trouble.ShouldBe("LED-0205");
        us.Copy(whole).ShouldBe(whole.Newest());

        // An old copy in between is not the peer's doing: all is well when it is gone.
        wire.Upstream = await whole.ServeAsync();
        (await us.SyncAsync(wire.Address)).Ok.ShouldBeTrue();
        us.Peer(whole).Contact!.Trouble.ShouldBeNull();
    }

    [Theory]
    [InlineData(700, "LED-0204")]
    [InlineData(600, "LED-0203")]
    [InlineData(400, "LED-0205")]
    public async Task Our_own_log_remembers_what_was_cosigned_when_the_copy_is_lost(int served, string code)
    {
        await using var one = Party.Begin(PartyLogReference.First(), 300);
        await using var other = one.Twin();
        one.Add(300);
        other.Add(served - 300, "said otherwise");
        using var wire = new Wire(await one.ServeAsync());
        (await us.SyncAsync(wire.Address, one.Key.Verifier)).Ok.ShouldBeTrue();
        us.Peer(one).Folder.Delete(recursive: true);

        wire.Upstream = await other.ServeAsync();
        (await us.SyncAsync(wire.Address, one.Key.Verifier)).Fault!.Code.ShouldBe(code);
        us.Copy(one).ShouldBeNull();
    }

    // What stands between two parties can answer with anything: only what the peer signed speaks against it.
    [Fact]
    public async Task Without_a_copy_a_checkpoint_that_the_peer_did_not_sign_accuses_nobody()
    {
        await using var one = Party.Begin(PartyLogReference.First(), 300);
        using var stranger = PartyLogReference.Second();
        using var wire = new Wire(await one.ServeAsync());
        (await us.SyncAsync(wire.Address, one.Key.Verifier)).Ok.ShouldBeTrue();
        us.Peer(one).Folder.Delete(recursive: true);

        var forged = new Checkpoint(one.Newest().Origin, 300, Plimsoll.Ledger.Merkle.TreeHash.Empty).Sign(stranger).ToString();
        wire.Change = (path, body) => path == "checkpoint" ? System.Text.Encoding.UTF8.GetBytes(forged) : body;
        (await us.SyncAsync(wire.Address, one.Key.Verifier)).Fault!.Code.ShouldNotBeOneOf("LED-0203", "LED-0204");
        us.Peer(one).Evidence.ShouldBeEmpty();

        wire.Change = (_, body) => body;
        (await us.SyncAsync(wire.Address, one.Key.Verifier)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task A_fork_under_a_later_key_is_found_although_the_copy_is_lost()
    {
        await using var one = Party.Begin(PartyLogReference.First(), 300);
        using var second = PartyLogReference.Second();
        await using var other = one.Twin();
        using var wire = new Wire(await one.ServeAsync());
        (await us.SyncAsync(wire.Address, one.Key.Verifier)).Ok.ShouldBeTrue();
        one.Add(5);
        (await us.SyncAsync(wire.Address)).Ok.ShouldBeTrue();
        us.Peer(one).Folder.Delete(recursive: true);

        using (var log = other.Open())
        {
            log.Rotate(other.Key, second).Ok.ShouldBeTrue();
            log.Append(second, [.. Enumerable.Range(0, 9).Select(i => Party.Draft($$"""{"text":"otherwise {{i}}"}"""))]).Ok.ShouldBeTrue();
        }

        wire.Upstream = await other.ServeAsync();
        (await us.SyncAsync(wire.Address, one.Key.Verifier)).Fault!.Code.ShouldBe("LED-0204");
        us.Peer(one).Evidence.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Evidence_of_an_honest_log_does_not_hold()
    {
        await using var honest = Party.Begin(PartyLogReference.First(), 300);
        var small = honest.Newest();
        honest.Add(300);
        using var log = honest.Open();
        var large = honest.Newest();
        var tree = new ServedTree(large, (tile, _) => Task.FromResult(log.Read(tile)!));
        (await tree.RootAtAsync(300, TestContext.Current.CancellationToken)).Value.ShouldBe(small.Root);
        var tiles = tree.Tiles.ToDictionary(t => t.Key.ToString(), t => Convert.ToBase64String(t.Value), StringComparer.Ordinal);
        var evidence = new ForkEvidence(honest.Key.Verifier.ToString(), new Uri("https://eu.example/"), DateTimeOffset.UnixEpoch, small.Sign(honest.Key).ToString(), large.Sign(honest.Key).ToString(), tiles);
        (await evidence.HoldsAsync([honest.Key.Verifier], TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await (evidence with { Tiles = new Dictionary<string, string>(StringComparer.Ordinal) }).HoldsAsync([honest.Key.Verifier], TestContext.Current.CancellationToken)).ShouldBeFalse("without tiles nothing is shown");
        var forged = small with { Root = large.Root };
        using var stranger = SigningKey.Create(PartyLogReference.Origin);
        (await (evidence with { Seen = forged.Sign(stranger).ToString() }).HoldsAsync([honest.Key.Verifier], TestContext.Current.CancellationToken)).ShouldBeFalse("a stranger signed it");
        (await (evidence with { Seen = forged.Sign(honest.Key).ToString() }).HoldsAsync([honest.Key.Verifier], TestContext.Current.CancellationToken)).ShouldBeTrue();
        ForkEvidence.Parse("{}"u8).ShouldBeNull();
        ForkEvidence.Parse("no"u8).ShouldBeNull();
    }

    private async Task EvidenceHolds(Party one, Party other)
    {
        var file = us.Peer(one).Evidence.ShouldHaveSingleItem();
        var evidence = ForkEvidence.Parse(await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken))!;
        Checkpoint.Parse(SignedNote.Parse(evidence.Seen).Value.Text).Value.ShouldBe(one.Newest());
        Checkpoint.Parse(SignedNote.Parse(evidence.Served).Value.Text).Value.ShouldBe(other.Newest());
        (await evidence.HoldsAsync([one.Key.Verifier], TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await evidence.HoldsAsync([us.Key.Verifier], TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
