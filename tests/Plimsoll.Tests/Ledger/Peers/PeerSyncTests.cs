using System.Text.Json;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Plimsoll.Ledger.Peers;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Peers;

public sealed class PeerSyncTests : IAsyncDisposable
{
    private readonly Party us = Party.Begin(PartyLogReference.Peer(), off: TimeSpan.FromDays(1));
    private readonly Party them = Party.Begin(PartyLogReference.First(), 600, off: TimeSpan.FromDays(-1));

    public async ValueTask DisposeAsync()
    {
        await us.DisposeAsync();
        await them.DisposeAsync();
    }

    [Fact]
    public async Task A_log_comes_over_is_checked_kept_and_cosigned_although_the_clocks_differ_by_two_days()
    {
        var address = await them.ServeAsync();
        var report = (await us.SyncAsync(address, them.Key.Verifier)).Value;
        (report.Before, report.Entries, report.Cosigned, report.Troubles.Count).ShouldBe((0, 600, true, 0));
        us.Copy(them).ShouldBe(them.Newest());

        them.Add(50);
        var again = (await us.SyncAsync(address)).Value;
        (again.Before, again.Entries, again.Cosigned).ShouldBe((600, 650, true));
        us.Copy(them).ShouldBe(them.Newest());

        using var copy = us.Peer(them).Log(us).Value!;
        using var original = them.Open();
        copy.Entries().Select(e => e.ToString()).ShouldBe(original.Entries().Select(e => e.ToString()));
    }

    [Fact]
    public async Task The_cosignature_stands_in_our_own_log_once_for_each_state_and_both_signatures_hold()
    {
        var address = await them.ServeAsync();
        await us.SyncAsync(address, them.Key.Verifier);
        await us.SyncAsync(address);
        using var own = us.Open();
        var entry = own.Entries([EntryKind.CheckpointCosigned]).ShouldHaveSingleItem();
        entry.Body.GetProperty("peer").GetString().ShouldBe(them.Key.Verifier.ToString());
        var note = SignedNote.Parse(entry.Body.GetProperty("checkpoint").GetString()!).Value;
        Checkpoint.Parse(note.Text).Value.ShouldBe(them.Newest());
        note.Verify(them.Key.Verifier, us.Key.Verifier.Cosigner).Value.Count.ShouldBe(2);
        Cosignature.TimeOf(note.Signatures[1].Bytes).ShouldBe(us.GetUtcNow().ToUnixTimeSeconds());
        Witness.Of(own).Find(Peer.IdOf(them.Key.Verifier))!.ToString().ShouldBe(note.ToString());
    }

    [Fact]
    public async Task Two_parties_do_not_answer_cosignatures_with_cosignatures_for_ever()
    {
        var (atUs, atThem) = (await us.ServeAsync(), await them.ServeAsync());
        for (var i = 0; i < 5; i++)
        {
            (await us.SyncAsync(atThem, them.Key.Verifier)).Value.Cosigned.ShouldBeTrue();
            (await them.SyncAsync(atUs, us.Key.Verifier)).Value.Cosigned.ShouldBeTrue();
        }

        (us.Newest().Size, them.Newest().Size).ShouldBe((2, 601));
        us.Add(1);
        (await them.SyncAsync(atUs)).Ok.ShouldBeTrue();
        (await us.SyncAsync(atThem)).Ok.ShouldBeTrue();
        (us.Newest().Size, them.Newest().Size).ShouldBe((3, 602));
        us.Copy(them).ShouldBe(them.Newest());
    }

    [Fact]
    public async Task A_reader_without_ledger_keeps_the_log_and_cosigns_nothing()
    {
        await using var reader = Party.Reader();
        (await reader.SyncAsync(await them.ServeAsync(), them.Key.Verifier)).Value.Cosigned.ShouldBeFalse();
        reader.Copy(them).ShouldBe(them.Newest());
    }

    [Fact]
    public async Task The_first_contact_needs_a_key_and_the_right_one()
    {
        var address = await them.ServeAsync();
        (await us.SyncAsync(address)).Fault!.Code.ShouldBe("LED-0201");
        using var stranger = SigningKey.Create(PartyLogReference.Origin);
        (await us.SyncAsync(address, stranger.Verifier)).Fault!.Code.ShouldBe("LED-0202");
        (await us.SyncAsync(address, us.Key.Verifier)).Fault!.Code.ShouldBe("LED-0202");
        Peer.In(us.Store).ShouldBeEmpty();

        (await us.SyncAsync(address, them.Key.Verifier)).Ok.ShouldBeTrue();
        (await us.SyncAsync(address, stranger.Verifier)).Fault!.Code.ShouldBe("LED-0202");
        Peer.In(us.Store).ShouldHaveSingleItem().Contact!.Address.ShouldBe(address);
    }

    [Fact]
    public async Task A_peer_that_moves_is_known_at_the_new_address()
    {
        await us.SyncAsync(await them.ServeAsync(), them.Key.Verifier);
        var moved = await them.ServeAsync();
        (await us.SyncAsync(moved, them.Key.Verifier)).Ok.ShouldBeTrue();
        (await us.SyncAsync(moved)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Keys_that_come_and_go_are_followed()
    {
        var address = await them.ServeAsync();
        await us.SyncAsync(address, them.Key.Verifier);
        using var second = PartyLogReference.Second();
        using (var log = them.Open())
        {
            log.Rotate(them.Key, second).Ok.ShouldBeTrue();
            log.Append(second, Party.Draft("""{"text":"under the new key"}""")).Ok.ShouldBeTrue();
        }

        (await us.SyncAsync(address)).Value.Entries.ShouldBe(602);
        us.Copy(them).ShouldBe(them.Newest());

        // Whoever comes only now has the first key alone, and is led to the second by the log.
        await using var late = Party.Reader();
        (await late.SyncAsync(address, them.Key.Verifier)).Value.Entries.ShouldBe(602);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("revoked")]
    [InlineData("replaced")]
    public async Task A_checkpoint_of_a_key_that_may_not_sign_is_refused(string how)
    {
        using var wire = new Wire(await them.ServeAsync());
        await us.SyncAsync(wire.Address, them.Key.Verifier);
        var before = us.Copy(them);
        using var other = PartyLogReference.Second();
        var signer = how == "replaced" ? them.Key : other;
        using (var log = them.Open())
        {
            switch (how)
            {
                case "revoked":
                    log.Introduce(them.Key, other).Ok.ShouldBeTrue();
                    log.Revoke(them.Key, other.Verifier.Id, "stolen").Ok.ShouldBeTrue();
                    break;
                case "replaced":
                    log.Rotate(them.Key, other).Ok.ShouldBeTrue();
                    break;
                default:
                    log.Append(them.Key, Party.Draft("{}")).Ok.ShouldBeTrue();
                    break;
            }
        }

        wire.Change = (path, body) => path == "checkpoint" ? System.Text.Encoding.UTF8.GetBytes(them.Newest().Sign(signer).ToString()) : body;
        (await us.SyncAsync(wire.Address)).Fault!.Code.ShouldBe("LED-0206");
        us.Copy(them).ShouldBe(before);

        wire.Change = (_, body) => body;
        (await us.SyncAsync(wire.Address)).Ok.ShouldBeTrue();
        wire.Change = (path, body) => path == "checkpoint" ? System.Text.Encoding.UTF8.GetBytes(them.Newest().Sign(signer).ToString()) : body;
        (await us.SyncAsync(wire.Address)).Fault!.Code.ShouldBe("LED-0206", "with nothing new to fetch as well");
    }

    [Theory]
    [InlineData(true, true, "LED-0103")]
    [InlineData(false, true, "LED-0103")]
    [InlineData(true, false, "LED-0104")]
    [InlineData(false, false, "LED-0104")]
    public async Task An_entry_that_its_author_did_not_sign_keeps_all_out(bool known, bool disguised, string code)
    {
        var address = await them.ServeAsync();
        if (known)
        {
            (await us.SyncAsync(address, them.Key.Verifier)).Ok.ShouldBeTrue();
        }

        var before = us.Copy(them);
        them.Add(600);
        using var forger = SigningKey.Create(PartyLogReference.Origin);
        using (var disk = new Tampering(them.Database, forger))
        {
            disk.Forge(1_000, disguised);
            disk.RepairTree();
        }

        using (var disk = new Tampering(them.Database, them.Key))
        {
            await File.WriteAllTextAsync(Path.Combine(them.Ledger.FullName, "checkpoint"), disk.Sign(), TestContext.Current.CancellationToken);
        }

        var fault = (await us.SyncAsync(address, them.Key.Verifier)).Fault!;
        (fault.Code, fault.Message[..10]).ShouldBe((code, "Entry 1000"));
        us.Copy(them).ShouldBe(before);
        Peer.In(us.Store).Count.ShouldBe(known ? 1 : 0);
    }

    [Fact]
    public async Task More_entries_than_a_run_takes_are_refused_before_any_comes()
    {
        using var wire = new Wire(await them.ServeAsync());
        (await us.SyncAsync(wire.Address, them.Key.Verifier, new PeerLimits { Entries = 599 })).Fault!.Code.ShouldBe("LED-0214");
        wire.Asked.ShouldBe(["checkpoint"]);
        (await Should.ThrowAsync<OutsideException>(() => us.SyncAsync(wire.Address, them.Key.Verifier, new PeerLimits { Bytes = 100_000 }))).Code.ShouldBe("LED-0214");
        us.Copy(them).ShouldBeNull();
    }

    [Fact]
    public async Task Two_runs_for_one_peer_do_not_meet()
    {
        var address = await them.ServeAsync();
        using (us.Peer(them).Lock())
        {
            var held = await Should.ThrowAsync<OutsideException>(() => us.SyncAsync(address, them.Key.Verifier));
            (held.Code, held.Retriable).ShouldBe(("LED-0216", true));
        }

        (await us.SyncAsync(address, them.Key.Verifier)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Documents_come_with_the_entries_that_name_them()
    {
        byte[] text = [.. "The parties agree."u8];
        var hash = them.Shelf.Put(text);
        them.Enter(Party.Draft($$"""{"document":"{{hash}}","nested":[{"document":"{{hash}}"}]}"""));
        var report = (await us.SyncAsync(await them.ServeAsync(), them.Key.Verifier)).Value;
        (report.Documents, report.Troubles.Count).ShouldBe((1, 0));
        us.Shelf.Find(hash).Value.ShouldBe(text);
    }

    [Fact]
    public async Task A_document_that_is_missing_or_another_is_named_and_fetched_once_it_is_there()
    {
        using var wire = new Wire(await them.ServeAsync());
        byte[] text = [.. "The parties agree."u8];
        var hash = DocumentShelf.HashOf(text);
        them.Enter(Party.Draft($$"""{"document":"{{hash}}"}"""));
        var missing = (await us.SyncAsync(wire.Address, them.Key.Verifier)).Value;
        missing.Troubles.ShouldHaveSingleItem().Code.ShouldBe("LED-0212");
        missing.Entries.ShouldBe(601);
        us.Peer(them).Contact!.Trouble.ShouldBe("LED-0212");

        them.Shelf.Put(text);
        wire.Change = (path, body) => path.StartsWith("documents/", StringComparison.Ordinal) ? [.. body, 1] : body;
        (await us.SyncAsync(wire.Address)).Value.Troubles.ShouldHaveSingleItem().Code.ShouldBe("LED-0212");
        us.Shelf.Find(hash).Value.ShouldBeNull();

        wire.Change = (_, body) => body;
        (await us.SyncAsync(wire.Address)).Value.Documents.ShouldBe(1);
        us.Peer(them).Contact!.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task Documents_without_end_are_taken_in_several_runs_and_troubles_without_end_are_cut_short()
    {
        var hashes = Enumerable.Range(0, 7).Select(i => them.Shelf.Put([(byte)i])).ToList();
        them.Enter([.. hashes.Select(hash => Party.Draft($$"""{"document":"{{hash}}"}"""))]);
        them.Enter([.. Enumerable.Range(0, 50).Select(i => Party.Draft($$"""{"document":"nothing {{i}}"}"""))]);
        var address = await them.ServeAsync();
        var limits = new PeerLimits { Documents = 3, Troubles = 5 };
        var first = (await us.SyncAsync(address, them.Key.Verifier, limits)).Value;
        (first.Documents, first.Troubles.Count).ShouldBe((3, 1));
        first.Troubles[0].Message.ShouldContain("the next one goes on");

        (await us.SyncAsync(address, limits: limits)).Value.Documents.ShouldBe(3);
        (await us.SyncAsync(address, limits: limits)).Value.Troubles.Count.ShouldBe(6);
        hashes.ShouldAllBe(hash => us.Shelf.Find(hash).Value != null);
    }

    [Fact]
    public async Task What_is_called_a_document_and_is_no_hash_is_told_once()
    {
        them.Enter(Party.Draft("""{"document":"../../etc/passwd"}"""), Party.Draft("""{"document":7}"""));
        var address = await them.ServeAsync();
        (await us.SyncAsync(address, them.Key.Verifier)).Value.Troubles.Select(t => t.Text).ShouldBe(["../../etc/passwd", "7"]);
        (await us.SyncAsync(address)).Value.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ledger_of_ours_that_was_cut_back_shows_by_what_the_peer_saw_of_it()
    {
        us.Add(5);
        await using var backup = us.Twin();
        us.Add(5);
        (await them.SyncAsync(await us.ServeAsync(), us.Key.Verifier)).Ok.ShouldBeTrue();
        var address = await them.ServeAsync();
        (await us.SyncAsync(address, them.Key.Verifier)).Value.Troubles.ShouldBeEmpty();
        (await backup.SyncAsync(address, them.Key.Verifier)).Value.Troubles.ShouldHaveSingleItem().Code.ShouldBe("LED-0215");

        // Grown again to the same size, and still not the same.
        backup.Add(20, "said otherwise");
        (await backup.SyncAsync(address)).Value.Troubles.ShouldHaveSingleItem().Code.ShouldBe("LED-0215");
    }

    [Fact]
    public async Task The_folder_of_a_peer_is_named_by_a_hash_whatever_the_peer_calls_itself()
    {
        await using var odd = Party.Begin(SigningKey.Create("../../../tmp/evil"));
        (await us.SyncAsync(await odd.ServeAsync(), odd.Key.Verifier)).Ok.ShouldBeTrue();
        var folder = Directory.GetDirectories(Path.Combine(us.Store.FullName, "peers")).ShouldHaveSingleItem();
        Path.GetFileName(folder).ShouldBe(Peer.IdOf(odd.Key.Verifier));
        JsonElement.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "contact.json"), TestContext.Current.CancellationToken)).GetProperty("key").GetString().ShouldBe(odd.Key.Verifier.ToString());
    }
}
