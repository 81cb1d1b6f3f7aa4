using System.Text;
using CsCheck;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger;

public sealed class PartyLogTests : IDisposable
{
    private readonly TemporaryLog temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void A_log_is_byte_for_byte_what_the_independent_script_computed()
    {
        using var log = temporary.Create();
        log.Append(temporary.First, new EntryDraft(EntryKind.AgreementProposed, PartyLogReference.Body(0))).Ok.ShouldBeTrue();
        log.Rotate(temporary.First, temporary.Second).Ok.ShouldBeTrue();
        log.Append(temporary.Second, new EntryDraft(EntryKind.ReadoutRecorded, PartyLogReference.Body(1))).Ok.ShouldBeTrue();
        log.Append(temporary.Second, new EntryDraft(EntryKind.CaseClosed, System.Text.Json.JsonElement.Parse("{}"))).Ok.ShouldBeTrue();

        log.Entries().Select(e => e.ToString()).ShouldBe(PartyLogReference.Entries);
        log.Entries().Select(e => e.Hash().ToString()).ShouldBe(PartyLogReference.Leaves);
        Enumerable.Range(1, 5).Select(size => log.Checkpoint(size)!.ToString()).ShouldBe(PartyLogReference.Checkpoints);
        File.ReadAllText(Path.Combine(temporary.Folder.FullName, "checkpoint")).ShouldBe(PartyLogReference.Checkpoints[^1]);
        log.Read(new Tile(0, 0, 5))!.ShouldBe(PartyLogReference.Leaves.SelectMany(Convert.FromBase64String));
        EntryBundle.Read(log.Read(new Tile(null, 0, 5))).Value.Select(e => Encoding.UTF8.GetString(e.Span)).ShouldBe(PartyLogReference.Entries);
        LogAudit.Run(temporary.Folder).Value.Discrepancies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_whose_entries_are_gone_is_neither_opened_nor_begun_anew(bool emptied)
    {
        temporary.Create().Dispose();
        foreach (var file in temporary.Folder.EnumerateFiles("log.sqlite*").ToList())
        {
            file.Delete();
        }

        if (emptied)
        {
            File.WriteAllBytes(Path.Combine(temporary.Folder.FullName, "log.sqlite"), []);
        }

        PartyLog.IsIn(temporary.Folder).ShouldBeTrue();
        PartyLog.Open(temporary.Folder, temporary).Fault!.Code.ShouldBe("LED-0026");
        PartyLog.Create(temporary.Folder, temporary.First, temporary).Fault!.Code.ShouldBe("LED-0026");
    }

    [Fact]
    public void What_is_added_is_there_after_opening_again()
    {
        using (var log = temporary.Create())
        {
            log.Append(temporary.First, [.. Enumerable.Range(0, 300).Select(i => TemporaryLog.Draft(i))]).Value.Count.ShouldBe(300);
        }

        using var again = temporary.Open();
        again.Size.ShouldBe(301);
        again.Append(temporary.First, TemporaryLog.Draft(300)).Value[0].Index.ShouldBe(301);
        again.Entries(1).Select(e => e.Body.GetProperty("text").GetString()).ShouldBe(Enumerable.Range(0, 301).Select(i => $"said {i}"));
        again.Entries(from: 5, count: 2).Select(e => e.Index).ShouldBe([5, 6]);
        again.Entries(from: 301).Select(e => e.Index).ShouldBe([301]);
        again.Entries(from: 302).ShouldBeEmpty();
        LogAudit.Run(temporary.Folder).Value.Entries.ShouldBe(302);
    }

    [Fact]
    public void Entries_of_a_kind_are_found_without_the_others()
    {
        using var log = temporary.Create();
        log.Append(temporary.First, TemporaryLog.Draft(1), TemporaryLog.Draft(2, EntryKind.CaseOpened), TemporaryLog.Draft(3)).Ok.ShouldBeTrue();
        log.Entries(EntryKind.CaseOpened, EntryKind.KeyIntroduced).Select(e => e.Index).ShouldBe([0, 2]);
    }

    [Fact]
    public void A_log_is_read_as_it_was_when_it_was_last_looked_at()
    {
        using var one = temporary.Create();
        using var other = temporary.Open();
        one.Append(temporary.First, TemporaryLog.Draft(1)).Ok.ShouldBeTrue();
        other.Size.ShouldBe(1);
        other.Entries().Count().ShouldBe(1);
        other.Entries(EntryKind.ReadoutRecorded).ShouldBeEmpty();
    }

    [Fact]
    public void Two_processes_take_turns_and_see_what_the_other_added()
    {
        using var one = temporary.Create();
        using var other = temporary.Open();
        for (var i = 0; i < 10; i++)
        {
            one.Append(temporary.First, TemporaryLog.Draft(2 * i)).Ok.ShouldBeTrue();
            other.Append(temporary.First, TemporaryLog.Draft((2 * i) + 1)).Ok.ShouldBeTrue();
        }

        other.Entries(1).Select(e => e.Body.GetProperty("text").GetString()).ShouldBe(Enumerable.Range(0, 20).Select(i => $"said {i}"));
        LogAudit.Run(temporary.Folder).Value.Ok.ShouldBeTrue();
    }

    [Fact]
    public void Ten_writers_at_once_lose_nothing()
    {
        temporary.Create().Dispose();
        Parallel.For(0, 10, writer =>
        {
            using var log = PartyLog.Open(temporary.Folder, TimeProvider.System).Value;
            for (var i = 0; i < 10; i++)
            {
                log.Append(temporary.First, TemporaryLog.Draft((10 * writer) + i)).Ok.ShouldBeTrue();
            }
        });

        using var all = temporary.Open();
        all.Entries(1).Select(e => e.Body.GetProperty("text").GetString()).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, 100).Select(i => $"said {i}").Order(StringComparer.Ordinal));
        LogAudit.Run(temporary.Folder).Value.Ok.ShouldBeTrue();
    }

    [Fact]
    public void A_refused_entry_leaves_the_log_as_it_was()
    {
        using var log = temporary.Create();
        var decimals = new EntryDraft(EntryKind.ReadoutRecorded, System.Text.Json.JsonElement.Parse("""{"limit":1.5}"""));
        log.Append(temporary.First, TemporaryLog.Draft(1), decimals).Fault!.Code.ShouldBe("LED-0002");
        log.Append(temporary.Second, TemporaryLog.Draft(1)).Fault!.Code.ShouldBe("LED-0023");
        log.Append(temporary.First).Value.ShouldBeEmpty();
        log.Size.ShouldBe(1);
        log.Append(temporary.First, TemporaryLog.Draft(2)).Ok.ShouldBeTrue();
        LogAudit.Run(temporary.Folder).Value.Entries.ShouldBe(2);
    }

    [Fact]
    public void A_log_is_begun_once_and_opened_where_it_is()
    {
        PartyLog.Open(temporary.Folder, temporary).Fault!.Code.ShouldBe("LED-0021");
        temporary.Create().Dispose();
        PartyLog.Create(temporary.Folder, temporary.Second, temporary).Fault!.Code.ShouldBe("LED-0022");
    }

    [Fact]
    public void Keys_are_not_appended_like_other_entries()
    {
        using var log = temporary.Create();
        Should.Throw<ArgumentException>(() => log.Append(temporary.First, TemporaryLog.Draft(1, EntryKind.KeyRevoked)));
    }

    [Fact]
    public void Proofs_from_tiles_hold_against_the_checkpoints_of_their_size() =>
        Gen.Int[1, 900].SelectMany(size => Gen.Select(Gen.Const(size), Gen.Int[0, size])).Sample(
            (more, pick) =>
            {
                using var own = new TemporaryLog();
                using var log = own.Create();
                log.Append(own.First, [.. Enumerable.Range(0, more).Select(i => TemporaryLog.Draft(i))]).Ok.ShouldBeTrue();
                var (start, end) = (Checkpoint.Parse(log.Checkpoint(1)!.Text).Value, Checkpoint.Parse(log.Checkpoint()!.Text).Value);
                Proofs.Extends(1, start.Root, end.Size, end.Root, log.Tree(end.Size).Consistency(1)).ShouldBeTrue();
                var entry = log.Entries(pick, 1).Single();
                Proofs.Includes(pick, entry.Hash(), end.Size, end.Root, log.Tree(end.Size).Inclusion(pick)).ShouldBeTrue();
            },
            iter: 15);

    [Fact]
    public void Tiles_are_given_up_to_the_size_and_not_beyond()
    {
        using var log = temporary.Create();
        log.Append(temporary.First, [.. Enumerable.Range(0, 599).Select(i => TemporaryLog.Draft(i))]).Ok.ShouldBeTrue();
        log.Read(new Tile(0, 1))!.Length.ShouldBe(8192);
        log.Read(new Tile(0, 2, 88))!.Length.ShouldBe(88 * 32);
        log.Read(new Tile(1, 0, 2))!.Length.ShouldBe(64);
        log.Read(new Tile(0, 2, 89)).ShouldBeNull();
        log.Read(new Tile(1, 0, 3)).ShouldBeNull();
        log.Read(new Tile(2, 0, 1)).ShouldBeNull();
        log.Read(new Tile(63, 0, 1)).ShouldBeNull();
        log.Read(new Tile(null, 2)).ShouldBeNull();
    }

    [Fact]
    public void A_database_that_is_none_is_the_outside_world_failing()
    {
        temporary.Create().Dispose();
        File.WriteAllText(Path.Combine(temporary.Folder.FullName, "log.sqlite"), new string('x', 5000));
        Should.Throw<OutsideException>(() => PartyLog.Open(temporary.Folder, temporary)).Code.ShouldBe("LED-0020");
    }
}
