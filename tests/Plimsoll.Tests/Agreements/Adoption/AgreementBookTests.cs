using CsCheck;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Adoption;

public sealed class AgreementBookTests
{
    private static readonly AgreementText First = Written(1, '1', new DateOnly(2026, 7, 1));
    private static readonly AgreementText Second = Written(2, '2', new DateOnly(2026, 10, 1));

    [Fact]
    public void One_signature_proposes_and_only_both_make_it_agreed()
    {
        using var logs = new TwoLogs();
        logs.East(EntryKind.AgreementProposed, First);
        logs.East(EntryKind.AgreementAdopted, First);
        var half = new AgreementBook(logs.Entries);
        half.InForce("joint", new DateOnly(2026, 8, 1)).ShouldBeNull();
        half.StatusOf(First.Document, new DateOnly(2026, 8, 1)).ShouldBe(AgreementStatus.Proposed);
        logs.West(EntryKind.AgreementAdopted, First);
        var whole = new AgreementBook(logs.Entries);
        whole.InForce("joint", new DateOnly(2026, 8, 1))!.Text.ShouldBe(First);
        whole.StatusOf(First.Document, new DateOnly(2026, 8, 1)).ShouldBe(AgreementStatus.Agreed);
        whole.StatusOf(new string('9', 64), new DateOnly(2026, 8, 1)).ShouldBeNull();
    }

    [Fact]
    public void An_amendment_applies_from_its_first_day_and_leaves_the_days_before_as_they_were()
    {
        using var logs = new TwoLogs();
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.Both(EntryKind.AgreementAdopted, Second);
        var book = new AgreementBook(logs.Entries);
        book.InForce("joint", new DateOnly(2026, 6, 30)).ShouldBeNull();
        book.InForce("joint", new DateOnly(2026, 9, 30))!.Text.ShouldBe(First);
        book.InForce("joint", new DateOnly(2026, 10, 1))!.Text.ShouldBe(Second);
    }

    [Fact]
    public void A_version_is_never_changed_in_place()
    {
        using var logs = new TwoLogs();
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.Both(EntryKind.AgreementAdopted, Written(1, '3', new DateOnly(2026, 7, 1)));
        var book = new AgreementBook(logs.Entries);
        book.Faults.Select(f => f.Code).ShouldBe(["AGR-0122", "AGR-0122"]);
        book.InForce("joint", new DateOnly(2026, 12, 1))!.Text.ShouldBe(First);
    }

    // East answers West's signature of a second text months later; whatever time it writes, its own first signature stands.
    [Fact]
    public void What_a_log_signed_first_under_a_version_is_what_counts()
    {
        using var logs = new TwoLogs();
        var other = Written(1, '3', new DateOnly(2026, 7, 1));
        logs.West(EntryKind.AgreementAdopted, other);
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.East(EntryKind.AgreementAdopted, other);
        var book = new AgreementBook(logs.Entries);
        book.Faults.Count.ShouldBe(2);
        book.InForce("joint", new DateOnly(2026, 12, 1)).ShouldBeNull();
    }

    [Fact]
    public void An_older_version_never_comes_back_into_force()
    {
        using var logs = new TwoLogs();
        logs.Both(EntryKind.AgreementAdopted, Written(1, '1', new DateOnly(2027, 1, 1)));
        logs.Both(EntryKind.AgreementAdopted, Second);
        new AgreementBook(logs.Entries).InForce("joint", new DateOnly(2027, 2, 1))!.Text.ShouldBe(Second);
    }

    [Fact]
    public void A_text_that_names_others_and_a_proposal_by_nobody_concerned_do_not_stand()
    {
        using var logs = new TwoLogs();
        logs.East(EntryKind.AgreementAdopted, First with { Signatories = ["somebody.example", "west.example"] });
        new AgreementBook(logs.Entries).Faults.ShouldHaveSingleItem().Code.ShouldBe("AGR-0121");
    }

    [Fact]
    public void One_party_suspends_both_end_and_a_newer_text_ends_the_pause()
    {
        using var logs = new TwoLogs();
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.East(EntryKind.AgreementSuspended, new { agreement = "joint", from = "2026-08-15", reason = "Case" });
        var paused = new AgreementBook(logs.Entries);
        paused.StatusOf(First.Document, new DateOnly(2026, 8, 14)).ShouldBe(AgreementStatus.Agreed);
        paused.StatusOf(First.Document, new DateOnly(2026, 8, 15)).ShouldBe(AgreementStatus.Suspended);
        logs.Both(EntryKind.AgreementAdopted, Second);
        new AgreementBook(logs.Entries).StatusOf(Second.Document, new DateOnly(2026, 10, 1)).ShouldBe(AgreementStatus.Agreed);
        logs.West(EntryKind.AgreementExpired, new { agreement = "joint", from = "2026-12-31" });
        new AgreementBook(logs.Entries).InForce("joint", new DateOnly(2027, 1, 1)).ShouldNotBeNull();
        logs.East(EntryKind.AgreementExpired, new { agreement = "joint", from = "2026-12-31" });
        var ended = new AgreementBook(logs.Entries);
        ended.InForce("joint", new DateOnly(2026, 12, 30)).ShouldNotBeNull();
        ended.InForce("joint", new DateOnly(2026, 12, 31)).ShouldBeNull();
    }

    [Fact]
    public void The_order_in_which_logs_are_read_does_not_matter()
    {
        using var logs = new TwoLogs();
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.Both(EntryKind.AgreementAdopted, Written(1, '3', new DateOnly(2026, 7, 1)));
        logs.West(EntryKind.AgreementSuspended, new { agreement = "joint", from = "2026-08-15", reason = "Case" });
        logs.Both(EntryKind.AgreementAdopted, Second);
        var entries = logs.Entries.ToArray();
        Gen.Shuffle(entries).Sample(
            shuffled =>
            {
                var book = new AgreementBook(shuffled);
                book.InForce("joint", new DateOnly(2026, 9, 1))!.Text.ShouldBe(First);
                book.StatusOf(First.Document, new DateOnly(2026, 9, 1)).ShouldBe(AgreementStatus.Suspended);
                book.InForce("joint", new DateOnly(2026, 11, 1))!.Text.ShouldBe(Second);
            },
            iter: 50);
    }

    private static AgreementText Written(int version, char digit, DateOnly first) => new("joint", version, new string(digit, 64), first, ["east.example", "west.example"]);
}
