using System.Text.Json;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger;

public sealed class KeyRingTests : IDisposable
{
    private readonly TemporaryLog temporary = new();
    private readonly SigningKey third = SigningKey.Create(PartyLogReference.Origin);

    public void Dispose()
    {
        third.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public void A_key_signs_from_its_introduction_to_its_end()
    {
        using var log = temporary.Create();
        log.Introduce(temporary.First, temporary.Second).Value.Index.ShouldBe(1);
        log.Append(temporary.Second, TemporaryLog.Draft(2)).Ok.ShouldBeTrue();
        log.Append(temporary.First, TemporaryLog.Draft(3)).Ok.ShouldBeTrue();
        log.Revoke(temporary.Second, temporary.First.Verifier.Id, "stolen").Value.Index.ShouldBe(4);
        log.Append(temporary.First, TemporaryLog.Draft(5)).Fault!.Code.ShouldBe("LED-0023");
        log.Rotate(temporary.Second, third).Value.Index.ShouldBe(5);
        log.Append(temporary.Second, TemporaryLog.Draft(6)).Fault!.Code.ShouldBe("LED-0023");
        log.Append(third, TemporaryLog.Draft(6)).Ok.ShouldBeTrue();

        log.Keys.Terms.ShouldBe(
        [
            new KeyTerm(temporary.First.Verifier, 0, 5, "stolen"),
            new KeyTerm(temporary.Second.Verifier, 2, 6, null),
            new KeyTerm(third.Verifier, 6, null, null),
        ]);
        log.Keys.ValidAt(4).ShouldBe([temporary.First.Verifier, temporary.Second.Verifier]);
        log.Keys.Find(temporary.First.Verifier.Id, 5).ShouldBeNull();
        using var again = temporary.Open();
        again.Keys.Terms.ShouldBe(log.Keys.Terms);
        LogAudit.Run(temporary.Folder, temporary.First.Verifier).Value.Ok.ShouldBeTrue();
        LogAudit.Run(temporary.Folder, third.Verifier).Value.Ok.ShouldBeTrue();
    }

    [Fact]
    public void The_new_key_signs_the_checkpoint_of_its_rotation()
    {
        using var log = temporary.Create();
        log.Rotate(temporary.First, temporary.Second).Ok.ShouldBeTrue();
        log.Checkpoint()!.Verify(temporary.Second.Verifier).Ok.ShouldBeTrue();
        log.Checkpoint(1)!.Verify(temporary.First.Verifier).Ok.ShouldBeTrue();
    }

    [Fact]
    public void What_breaks_the_rules_for_keys_is_refused_and_leaves_no_trace()
    {
        using var log = temporary.Create();
        using var peer = PartyLogReference.Peer();
        log.Introduce(temporary.First, peer).Fault!.Code.ShouldBe("LED-0110", "a key of another name");
        log.Introduce(temporary.First, temporary.First).Fault!.Code.ShouldBe("LED-0110", "a key that is there");
        log.Introduce(third, third).Fault!.Code.ShouldBe("LED-0023", "a key that introduces itself");
        log.Revoke(temporary.First, temporary.First.Verifier.Id, "tired").Fault!.Code.ShouldBe("LED-0110", "the last key");
        log.Revoke(temporary.First, third.Verifier.Id, "unknown").Fault!.Code.ShouldBe("LED-0110", "a key that is not there");
        log.Introduce(temporary.First, third).Ok.ShouldBeTrue();
        log.Revoke(temporary.First, third.Verifier.Id, "").Fault!.Code.ShouldBe("LED-0110", "no reason");
        log.Revoke(temporary.First, third.Verifier.Id, "lost").Ok.ShouldBeTrue();
        log.Introduce(temporary.First, third).Fault!.Code.ShouldBe("LED-0110", "a key comes once");
        log.Size.ShouldBe(3);
        LogAudit.Run(temporary.Folder).Value.Ok.ShouldBeTrue();
    }

    [Fact]
    public void A_key_of_somebody_else_cannot_be_entered_as_ones_own()
    {
        using var log = temporary.Create();
        var ring = new KeyRing(PartyLogReference.Origin);
        ring.Apply(log.Entries().First()).ShouldBeNull();

        // The proof is that of the first key, not of the one that is introduced.
        var stolen = JsonSerializer.SerializeToElement(new { key = third.Verifier.ToString(), proof = KeyProof.Of(temporary.First, 1) });
        ring.Apply(Entry.Sign(temporary.First, 1, PartyLogReference.Start, new EntryDraft(EntryKind.KeyIntroduced, stolen)).Value)!.Code.ShouldBe("LED-0110");

        // A proof for another place in the log.
        var moved = KeyRing.Introduction(third, 2);
        ring.Apply(Entry.Sign(temporary.First, 1, PartyLogReference.Start, moved).Value)!.Code.ShouldBe("LED-0110");
        ring.Terms.Count.ShouldBe(1);
    }

    [Fact]
    public void An_entry_by_a_key_that_was_replaced_is_found_by_the_audit()
    {
        using (var log = temporary.Create())
        {
            log.Rotate(temporary.First, temporary.Second).Ok.ShouldBeTrue();
            log.Append(temporary.Second, TemporaryLog.Draft(2)).Ok.ShouldBeTrue();
        }

        using (var disk = new Tampering(Path.Combine(temporary.Folder.FullName, "log.sqlite"), temporary.First))
        {
            disk.Forge(2, disguised: false);
            disk.RepairTree();
        }

        LogAudit.Run(temporary.Folder).Value.Discrepancies[0].Fault.Code.ShouldBe("LED-0104");
    }

    [Fact]
    public void A_revoked_key_enters_nothing_and_comes_back_by_nobody()
    {
        using var log = temporary.Create();
        log.Introduce(temporary.First, temporary.Second).Ok.ShouldBeTrue();
        log.Revoke(temporary.First, temporary.Second.Verifier.Id, "stolen").Value.Index.ShouldBe(2);
        log.Append(temporary.Second, TemporaryLog.Draft(3)).Fault!.Code.ShouldBe("LED-0023");
        log.Introduce(temporary.Second, temporary.Second).Fault!.Code.ShouldBe("LED-0023", "it introduces itself");
        log.Introduce(temporary.Second, third).Fault!.Code.ShouldBe("LED-0023", "it introduces another");
        log.Rotate(temporary.Second, third).Fault!.Code.ShouldBe("LED-0023", "it rotates to another");
        log.Revoke(temporary.Second, temporary.First.Verifier.Id, "revenge").Fault!.Code.ShouldBe("LED-0023", "it revokes the other");
        log.Introduce(temporary.First, temporary.Second).Fault!.Code.ShouldBe("LED-0110", "the other brings it back");
        log.Rotate(temporary.First, temporary.Second).Fault!.Code.ShouldBe("LED-0110", "the other rotates to it");
        log.Revoke(temporary.First, temporary.Second.Verifier.Id, "again").Fault!.Code.ShouldBe("LED-0110", "it is revoked already");
        log.Size.ShouldBe(3);
        log.Append(temporary.First, TemporaryLog.Draft(3)).Ok.ShouldBeTrue();
    }

    // Whoever stole the key has the disk too, and writes what the log would refuse. None of it counts; what the other key signs after it does.
    [Fact]
    public void What_a_revoked_key_writes_past_the_log_is_found_entry_by_entry_and_brings_no_key_in()
    {
        using (var log = temporary.Create())
        {
            log.Introduce(temporary.First, temporary.Second).Ok.ShouldBeTrue();
            log.Append(temporary.Second, TemporaryLog.Draft(2)).Ok.ShouldBeTrue();
            log.Revoke(temporary.First, temporary.Second.Verifier.Id, "stolen").Value.Index.ShouldBe(3);
        }

        using (var disk = new Tampering(Path.Combine(temporary.Folder.FullName, "log.sqlite"), temporary.Second))
        {
            disk.Extend(temporary.Second, KeyRing.Introduction(temporary.Second, 4));
            disk.Extend(temporary.Second, KeyRing.Introduction(third, 5));
            disk.Extend(third, TemporaryLog.Draft(6));
            disk.Extend(temporary.Second, KeyRing.Revocation(temporary.First.Verifier.Id, "revenge"));
            disk.Extend(temporary.Second, TemporaryLog.Draft(8));
            disk.Extend(temporary.First, TemporaryLog.Draft(9));
            disk.Extend(temporary.First, KeyRing.Introduction(temporary.Second, 10));
            disk.RepairTree();
        }

        var found = LogAudit.Run(temporary.Folder).Value.Discrepancies.Where(d => d.Index is not null).Select(d => (d.Index!.Value, d.Fault.Code));
        found.ShouldBe([(4, "LED-0104"), (5, "LED-0104"), (6, "LED-0104"), (7, "LED-0104"), (8, "LED-0104"), (10, "LED-0110")]);
        PartyLog.Open(temporary.Folder, temporary).Fault!.Code.ShouldBe("LED-0103");
    }

    [Fact]
    public void A_log_that_a_revoked_key_went_on_with_is_not_opened()
    {
        using (var log = temporary.Create())
        {
            log.Introduce(temporary.First, temporary.Second).Ok.ShouldBeTrue();
            log.Revoke(temporary.First, temporary.Second.Verifier.Id, "stolen").Ok.ShouldBeTrue();
        }

        using (var disk = new Tampering(Path.Combine(temporary.Folder.FullName, "log.sqlite"), temporary.Second))
        {
            disk.Extend(temporary.Second, TemporaryLog.Draft(3, EntryKind.AgreementAdopted));
            disk.RepairTree();
            disk.Sign();
        }

        PartyLog.Open(temporary.Folder, temporary).Fault!.Code.ShouldBe("LED-0108");
    }

    [Fact]
    public void A_log_that_begins_with_anything_else_has_no_founder()
    {
        var entry = Entry.Sign(temporary.First, 0, PartyLogReference.Start, TemporaryLog.Draft(0)).Value;
        new KeyRing(PartyLogReference.Origin).Apply(entry)!.Code.ShouldBe("LED-0110");
        var other = Entry.Sign(temporary.First, 0, PartyLogReference.Start, KeyRing.Introduction(temporary.Second, 0)).Value;
        new KeyRing(PartyLogReference.Origin).Apply(other)!.Code.ShouldBe("LED-0110");
    }
}
