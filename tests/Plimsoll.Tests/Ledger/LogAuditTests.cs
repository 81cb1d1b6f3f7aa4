using Plimsoll.Ledger;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Notes;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger;

public sealed class LogAuditTests : IDisposable
{
    private const int Mutations = 10_000;

    private static readonly int[] Sealed = [1, 6, 7, 9];

    private readonly TemporaryLog temporary = new();
    private readonly SigningKey forger = SigningKey.Create(PartyLogReference.Origin);

    public void Dispose()
    {
        forger.Dispose();
        temporary.Dispose();
    }

    private string Database => Path.Combine(temporary.Folder.FullName, "log.sqlite");

    private string Beside => Path.Combine(temporary.Folder.FullName, "checkpoint");

    [Fact]
    public void Ten_thousand_mutations_are_all_found_and_placed()
    {
        const int Size = 12;
        Fill(Size);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        using var disk = new Tampering(Database, forger);
        using var file = LogFile.Open(new FileInfo(Database));
        var beside = File.ReadAllText(Beside);
        var random = new Random(20261004);
        Audit(file, beside).ShouldBeEmpty();
        disk.Run("CREATE TEMP TABLE e AS SELECT * FROM entry; CREATE TEMP TABLE h AS SELECT * FROM hash; CREATE TEMP TABLE c AS SELECT * FROM checkpoint");
        for (var i = 0; i < Mutations; i++)
        {
            disk.Run("BEGIN");
            var (what, place) = Mutate(disk, random, Size);
            if (random.Next(2) == 0)
            {
                disk.RepairTree();
                what += ", tree repaired";
            }

            var note = beside;
            if (random.Next(4) == 0)
            {
                note = disk.Sign();

                // With the file beside exchanged as well, the end that is missing shows by the checkpoint that the forger had to sign.
                place = what.StartsWith("truncated", StringComparison.Ordinal) ? disk.Raw().Count - 1 : place;
                what += ", checkpoint forged";
            }

            disk.Run("COMMIT");
            var found = Audit(file, note);
            found.ShouldNotBeEmpty($"mutation {i}: {what} at {place}");
            found[0].Index.ShouldBe(place, $"mutation {i}: {what}: {string.Join(" | ", found)}");
            kinds[what] = kinds.GetValueOrDefault(what) + 1;
            disk.Run("BEGIN; DELETE FROM entry; DELETE FROM hash; DELETE FROM checkpoint; INSERT INTO entry SELECT * FROM e; INSERT INTO hash SELECT * FROM h; INSERT INTO checkpoint SELECT * FROM c; COMMIT");
        }

        Audit(file, beside).ShouldBeEmpty();
        kinds.Count.ShouldBe(32, string.Join('\n', kinds));
    }

    [Fact]
    public void A_log_rewritten_under_another_key_is_found_by_whoever_knows_the_true_one()
    {
        Fill(20);
        using (var disk = new Tampering(Database, forger))
        {
            disk.Rewrite();
            File.WriteAllText(Beside, disk.Sign());
        }

        var founder = forger.Verifier;
        var believed = LogAudit.Run(temporary.Folder).Value;
        believed.Founder.ShouldBe(founder);
        believed.Discrepancies.ShouldBeEmpty("in itself the forgery is a log like any other");
        LogAudit.Run(temporary.Folder, temporary.First.Verifier).Value.Discrepancies.ShouldHaveSingleItem().Fault.Code.ShouldBe("LED-0113");
        LogAudit.Run(temporary.Folder, temporary.Second.Verifier).Value.Discrepancies.ShouldHaveSingleItem().Fault.Code.ShouldBe("LED-0113");
    }

    [Fact]
    public void Each_key_that_signed_the_log_vouches_for_it()
    {
        Fill(20);
        LogAudit.Run(temporary.Folder, temporary.First.Verifier).Value.Ok.ShouldBeTrue();
        var report = LogAudit.Run(temporary.Folder, temporary.Second.Verifier).Value;
        report.Ok.ShouldBeTrue();
        report.Checkpoint!.Size.ShouldBe(20);
        report.Keys.Terms.Select(t => (t.Key, t.From, t.Until)).ShouldBe([(temporary.First.Verifier, 0, 7), (temporary.Second.Verifier, 7, null)]);
    }

    [Theory]
    [InlineData("UPDATE hash SET hash = zeroblob(32) WHERE level = 0 AND n = 300", 300, "LED-0100")]
    [InlineData("UPDATE hash SET hash = zeroblob(32) WHERE level = 1 AND n = 1", 256, "LED-0107")]
    [InlineData("UPDATE hash SET hash = x'00' WHERE level = 0 AND n = 300", 300, "LED-0107")]
    [InlineData("UPDATE hash SET hash = x'00' WHERE level = 1 AND n = 1", 256, "LED-0107")]
    [InlineData("DELETE FROM hash WHERE level = 0 AND n = 9", 9, "LED-0107")]
    [InlineData("INSERT INTO hash VALUES (2, 0, zeroblob(32))", null, "LED-0107")]
    [InlineData("UPDATE entry SET kind = 'case-opened' WHERE n = 17", 17, "LED-0107")]
    [InlineData("UPDATE checkpoint SET note = replace(note, 'a', 'b') WHERE size = 6", 5, "LED-0108")]
    [InlineData("DELETE FROM checkpoint WHERE size = 600", 10, "LED-0112")]
    [InlineData("INSERT INTO checkpoint SELECT 601, note FROM checkpoint WHERE size = 600", 600, "LED-0105")]
    [InlineData("UPDATE entry SET n = n + 1 WHERE n = 599", 599, "LED-0101")]
    public void What_was_derived_is_checked_too(string sql, int? place, string code)
    {
        Fill(10);
        using (var log = temporary.Open())
        {
            log.Append(temporary.Second, [.. Enumerable.Range(10, 590).Select(i => TemporaryLog.Draft(i))]).Ok.ShouldBeTrue();
        }

        using (var disk = new Tampering(Database, forger))
        {
            disk.Run(sql);
        }

        var found = LogAudit.Run(temporary.Folder).Value.Discrepancies;
        (found[0].Index, found[0].Fault.Code).ShouldBe((place, code), string.Join('\n', found));
    }

    [Theory]
    [InlineData("DELETE FROM log", "LED-0020")]
    [InlineData("DROP TABLE checkpoint", "LED-0020")]
    [InlineData("UPDATE hash SET hash = x'00' WHERE n = 11", "LED-0024")]
    [InlineData("DELETE FROM hash WHERE n = 8", "LED-0024")]
    public void A_database_without_what_it_needs_is_the_outside_world_failing(string sql, string code)
    {
        Fill(12);
        using (var disk = new Tampering(Database, forger))
        {
            disk.Run(sql);
        }

        Should.Throw<Plimsoll.Trade.OutsideException>(() => PartyLog.Open(temporary.Folder, temporary)).Code.ShouldBe(code);
    }

    [Fact]
    public void The_end_cut_off_with_its_checkpoints_is_seen_by_the_file_beside()
    {
        Fill(12);
        using (var disk = new Tampering(Database, forger))
        {
            disk.Truncate(9);
        }

        LogAudit.Run(temporary.Folder).Value.Discrepancies.ShouldHaveSingleItem().Fault.Code.ShouldBe("LED-0105");
        PartyLog.Open(temporary.Folder, temporary).Fault!.Code.ShouldBe("LED-0105");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    public void A_missing_or_spoilt_file_beside_is_told(string? text)
    {
        Fill(12);
        File.Delete(Beside);
        if (text is not null)
        {
            File.WriteAllText(Beside, text);
        }

        LogAudit.Run(temporary.Folder).Value.Discrepancies.ShouldHaveSingleItem().Fault.Code.ShouldBe("LED-0109");
        PartyLog.Open(temporary.Folder, temporary).Fault!.Code.ShouldBe("LED-0109");
    }

    [Fact]
    public void An_older_file_beside_is_what_a_stop_leaves_and_is_no_fault()
    {
        Fill(12);
        string older;
        using (var log = temporary.Open())
        {
            older = log.Checkpoint(9)!.ToString();
        }

        File.WriteAllText(Beside, older);
        LogAudit.Run(temporary.Folder).Value.Ok.ShouldBeTrue();
        using var again = temporary.Open();
        again.Append(temporary.Second, TemporaryLog.Draft(12)).Ok.ShouldBeTrue();
        File.ReadAllText(Beside).ShouldBe(again.Checkpoint()!.ToString());
    }

    [Fact]
    public void A_stop_before_the_first_checkpoint_was_beside_the_log_heals()
    {
        temporary.Create().Dispose();
        File.Delete(Beside);
        temporary.Open().Dispose();
        File.Exists(Beside).ShouldBeTrue();
    }

    [Fact]
    public void An_entry_of_another_log_has_no_place_here()
    {
        Fill(12);
        using var peer = PartyLogReference.Peer();
        using (var disk = new Tampering(Database, peer))
        {
            disk.Forge(5, disguised: false);
        }

        LogAudit.Run(temporary.Folder).Value.Discrepancies.ShouldContain(d => d.Index == 5 && d.Fault.Code == "LED-0111");
    }

    [Fact]
    public void A_flipped_byte_anywhere_in_the_database_is_found_or_changes_nothing()
    {
        Fill(12);
        var sound = File.ReadAllBytes(Database);
        var before = LogAudit.Run(temporary.Folder).Value;
        var random = new Random(42);
        var found = 0;
        for (var i = 0; i < 200; i++)
        {
            var bytes = (byte[])sound.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(Database, bytes);
            found += IsFound(before) ? 1 : 0;
        }

        // Most of a small database is free space, where a flip changes no entry.
        found.ShouldBeGreaterThan(20);
    }

    private bool IsFound(AuditReport before)
    {
        try
        {
            var report = LogAudit.Run(temporary.Folder, temporary.First.Verifier);
            if (!report.Ok || !report.Value.Ok)
            {
                return true;
            }

            report.Value.Checkpoint.ShouldBe(before.Checkpoint);
            return false;
        }
        catch (Plimsoll.Trade.OutsideException)
        {
            return true;
        }
    }

    // A log of an introduction, texts, a rotated key as entry 6, and texts again, with the checkpoints of Sealed up to its size.
    private void Fill(int size)
    {
        using var log = temporary.Create();
        log.Append(temporary.First, [.. Enumerable.Range(1, 5).Select(i => TemporaryLog.Draft(i))]).Ok.ShouldBeTrue();
        log.Rotate(temporary.First, temporary.Second).Ok.ShouldBeTrue();
        log.Append(temporary.Second, TemporaryLog.Draft(7), TemporaryLog.Draft(8)).Ok.ShouldBeTrue();
        log.Append(temporary.Second, [.. Enumerable.Range(9, size - 9).Select(i => TemporaryLog.Draft(i))]).Ok.ShouldBeTrue();
    }

    private static IReadOnlyList<Discrepancy> Audit(LogFile file, string beside) => LogAudit.Run(file, beside, limit: 1).Discrepancies;

    private static (string What, long? Place) Mutate(Tampering disk, Random random, int size)
    {
        var at = random.Next(size);
        switch (random.Next(8))
        {
            case 0:
                var bytes = disk.Raw()[at];
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                disk.Write(at, bytes);
                return ("changed", at);
            case 1:
                at = random.Next(size - 1);
                disk.Drop(at, closeUp: false);
                return ("dropped", at);
            case 2:
                at = random.Next(size - 1);
                disk.Drop(at, closeUp: true);
                return ("dropped and closed up", at);
            case 3:
                var other = (at + 1 + random.Next(size - 1)) % size;
                disk.Swap(at, other);
                return ("swapped", Math.Min(at, other));
            case 4:
                disk.Duplicate(at);
                return ("duplicated", at + 1);
            case 5:
                var kept = 1 + random.Next(size - 1);
                disk.Truncate(kept);

                // Where no checkpoint was ever signed, entries after the last one show that the end is missing.
                return ("truncated", Sealed.Contains(kept) ? null : Sealed.Last(s => s < kept));
            case 6:
                disk.Forge(at, disguised: random.Next(2) == 0);
                return ("signed by another key", at);
            default:
                disk.Extend();
                return ("extended", size);
        }
    }
}
