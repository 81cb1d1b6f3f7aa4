using System.Text.Json;
using CsCheck;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
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
        half.InForce(First, new DateOnly(2026, 8, 1)).ShouldBeNull();
        half.StatusOf(First, new DateOnly(2026, 8, 1)).ShouldBe(AgreementStatus.Proposed);
        logs.West(EntryKind.AgreementAdopted, First);
        var whole = new AgreementBook(logs.Entries);
        whole.InForce(First, new DateOnly(2026, 8, 1))!.Text.ShouldBe(First);
        whole.StatusOf(First, new DateOnly(2026, 8, 1)).ShouldBe(AgreementStatus.Agreed);
        whole.StatusOf(Written(9, '9', First.EffectiveFrom), new DateOnly(2026, 8, 1)).ShouldBeNull();
    }

    [Fact]
    public void An_amendment_applies_from_its_first_day_and_leaves_the_days_before_as_they_were()
    {
        using var logs = new TwoLogs();
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.Both(EntryKind.AgreementAdopted, Second);
        var book = new AgreementBook(logs.Entries);
        book.InForce(First, new DateOnly(2026, 6, 30)).ShouldBeNull();
        book.InForce(First, new DateOnly(2026, 9, 30))!.Text.ShouldBe(First);
        book.InForce(First, new DateOnly(2026, 10, 1))!.Text.ShouldBe(Second);
    }

    [Fact]
    public void A_version_is_never_changed_in_place()
    {
        using var logs = new TwoLogs();
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.Both(EntryKind.AgreementAdopted, Written(1, '3', new DateOnly(2026, 7, 1)));
        var book = new AgreementBook(logs.Entries);
        book.Faults.Select(f => f.Code).ShouldBe(["AGR-0122", "AGR-0122"]);
        book.InForce(First, new DateOnly(2026, 12, 1))!.Text.ShouldBe(First);
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
        book.InForce(First, new DateOnly(2026, 12, 1)).ShouldBeNull();
    }

    [Fact]
    public void An_older_version_never_comes_back_into_force()
    {
        using var logs = new TwoLogs();
        logs.Both(EntryKind.AgreementAdopted, Written(1, '1', new DateOnly(2027, 1, 1)));
        logs.Both(EntryKind.AgreementAdopted, Second);
        new AgreementBook(logs.Entries).InForce(First, new DateOnly(2027, 2, 1))!.Text.ShouldBe(Second);
    }

    // Two strangers whose ledgers were pulled agree under our id on a higher version, end it, and sign the very text that we only proposed.
    [Fact]
    public void What_strangers_do_under_the_same_id_changes_nothing_between_our_signatories()
    {
        using var logs = new TwoLogs();
        using var x = SigningKey.Create("x.example");
        using var y = SigningKey.Create("y.example");
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.East(EntryKind.AgreementProposed, Second);
        IReadOnlyList<string> strangers = ["x.example", "y.example"];
        var (ninth, ours) = (Written(9, '9', First.EffectiveFrom) with { Signatories = strangers }, Second with { Signatories = strangers });
        var rests = Rests(EntryKind.AgreementSuspended, ["east.example", "west.example"]);
        Entry[] all =
        [
            .. logs.Entries, Signed(x, 1, ninth), Signed(y, 1, ninth), Signed(x, 2, ours), Signed(y, 2, ours), Signed(x, 3, First), Dated(x, 4, rests),
        ];
        var (day, later) = (new DateOnly(2026, 8, 3), Second.EffectiveFrom);
        var book = new AgreementBook(all);
        book.InForce("joint", day, "west.example").ShouldHaveSingleItem().Text.ShouldBe(First);
        book.InForce(First, day)!.Text.ShouldBe(First);
        book.StatusOf(First, day).ShouldBe(AgreementStatus.Agreed);
        book.StatusOf(Second, later).ShouldBe(AgreementStatus.Proposed);
        book.StatusOf(ours, later).ShouldBe(AgreementStatus.Agreed);
        book.Against(Second, "west.example").ShouldBeNull();

        // A third person sees each set apart, or names one.
        book.InForce("joint", day).Select(r => r.Text).ShouldBe([First, ninth], ignoreOrder: true);
        book.InForce("joint", day, strangers).ShouldHaveSingleItem().Text.ShouldBe(ninth);
        Entry[] ended = [.. all, Dated(x, 5, Rests(EntryKind.AgreementExpired, strangers)), Dated(y, 3, Rests(EntryKind.AgreementExpired, strangers))];
        new AgreementBook(ended).InForce("joint", day).ShouldHaveSingleItem().Text.ShouldBe(First);
    }

    // East enters on 1 August that it has rested since July, and both that it ended then.
    [Fact]
    public void A_pause_or_an_end_never_reaches_back_before_its_entry()
    {
        using var east = SigningKey.Create("east.example");
        using var west = SigningKey.Create("west.example");
        EntryDraft Since(EntryKind kind) => new(kind, JsonSerializer.SerializeToElement(new { agreement = "joint", from = "2026-07-05", reason = "Case" }));
        Entry[] both = [Signed(east, 1, First), Signed(west, 1, First)];
        var rests = new AgreementBook([.. both, Dated(east, 2, Since(EntryKind.AgreementSuspended))]);
        rests.StatusOf(First, new DateOnly(2026, 7, 31)).ShouldBe(AgreementStatus.Agreed);
        rests.StatusOf(First, new DateOnly(2026, 8, 1)).ShouldBe(AgreementStatus.Suspended);
        var ended = new AgreementBook([.. both, Dated(east, 2, Since(EntryKind.AgreementExpired)), Dated(west, 2, Since(EntryKind.AgreementExpired))]);
        ended.InForce(First, new DateOnly(2026, 7, 31)).ShouldNotBeNull();
        ended.InForce(First, new DateOnly(2026, 8, 1)).ShouldBeNull();
    }

    [Fact]
    public void It_ends_on_the_last_of_the_days_that_its_signatories_named()
    {
        using var logs = new TwoLogs();
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.East(EntryKind.AgreementExpired, new { agreement = "joint", from = "2026-08-15" });
        logs.West(EntryKind.AgreementExpired, new { agreement = "joint", from = "2026-08-20" });
        var book = new AgreementBook(logs.Entries);
        book.InForce(First, new DateOnly(2026, 8, 19)).ShouldNotBeNull();
        book.InForce(First, new DateOnly(2026, 8, 20)).ShouldBeNull();
    }

    [Fact]
    public void A_party_to_two_agreements_of_one_id_ends_and_suspends_the_one_that_it_names()
    {
        using var logs = new TwoLogs();
        using var x = SigningKey.Create("x.example");
        var other = First with { Signatories = ["east.example", "x.example"] };
        logs.Both(EntryKind.AgreementAdopted, First);
        logs.East(EntryKind.AgreementAdopted, other);
        var x1 = Signed(x, 1, other);
        logs.East(Rests(EntryKind.AgreementSuspended, other.Signatories));
        var day = new DateOnly(2026, 8, 3);
        var book = new AgreementBook([.. logs.Entries, x1]);
        (book.StatusOf(First, day), book.StatusOf(other, day)).ShouldBe((AgreementStatus.Agreed, AgreementStatus.Suspended));
        book.InForce("joint", day, "east.example").Count.ShouldBe(2);
        logs.East(Rests(EntryKind.AgreementExpired, other.Signatories));
        var ended = new AgreementBook([.. logs.Entries, x1, Dated(x, 2, Rests(EntryKind.AgreementExpired, other.Signatories))]);
        ended.InForce("joint", day, "east.example").ShouldHaveSingleItem().Text.ShouldBe(First);
    }

    [Fact]
    public void A_name_that_no_ledger_can_bear_makes_no_signatory()
    {
        using var x = SigningKey.Create("x.example");
        var forged = First with { Signatories = ["east.example west.example", "x.example"] };
        new AgreementBook([Signed(x, 1, forged)]).Faults.ShouldHaveSingleItem().Code.ShouldBe("AGR-0121");
    }

    // Whatever time East writes over its signature, West's suspension stands after West's own.
    [Fact]
    public void A_signature_dated_in_the_future_does_not_keep_the_other_party_from_suspending()
    {
        using var east = SigningKey.Create("east.example");
        using var west = SigningKey.Create("west.example");
        var future = Entry.Sign(east, 1, new DateTimeOffset(2099, 8, 1, 8, 0, 0, TimeSpan.Zero), new EntryDraft(EntryKind.AgreementAdopted, First.ToBody())).Value;
        Entry[] entries = [Signed(west, 1, First), future, Dated(west, 2, Rests(EntryKind.AgreementSuspended, First.Signatories))];
        new AgreementBook(entries).StatusOf(First, new DateOnly(2026, 8, 3)).ShouldBe(AgreementStatus.Suspended);
    }

    [Fact]
    public void A_version_that_was_agreed_or_signed_is_not_put_again_in_other_words()
    {
        using var logs = new TwoLogs();
        var other = Written(1, '3', First.EffectiveFrom);
        logs.East(EntryKind.AgreementAdopted, First);
        var half = new AgreementBook(logs.Entries);
        half.Against(other, "east.example")!.Code.ShouldBe("AGR-0122");
        half.Against(First, "east.example").ShouldBeNull("the same text may be shown again");
        half.Against(other, "west.example").ShouldBeNull("West has signed nothing");
        logs.West(EntryKind.AgreementAdopted, First);
        logs.Both(EntryKind.AgreementAdopted, Second);
        var whole = new AgreementBook(logs.Entries);
        foreach (var text in new[] { First, other, Second, Written(2, '4', Second.EffectiveFrom) })
        {
            whole.Against(text, "west.example")!.Code.ShouldBe("AGR-0122", text.ToString());
        }

        whole.Against(First, "west.example")!.Message.ShouldContain("next version, 3");
        whole.Against(Written(3, '5', Second.EffectiveFrom), "west.example").ShouldBeNull();
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
        paused.StatusOf(First, new DateOnly(2026, 8, 14)).ShouldBe(AgreementStatus.Agreed);
        paused.StatusOf(First, new DateOnly(2026, 8, 15)).ShouldBe(AgreementStatus.Suspended);
        logs.Both(EntryKind.AgreementAdopted, Second);
        new AgreementBook(logs.Entries).StatusOf(Second, new DateOnly(2026, 10, 1)).ShouldBe(AgreementStatus.Agreed);
        logs.West(EntryKind.AgreementExpired, new { agreement = "joint", from = "2026-12-31" });
        new AgreementBook(logs.Entries).InForce(First, new DateOnly(2027, 1, 1)).ShouldNotBeNull();
        logs.East(EntryKind.AgreementExpired, new { agreement = "joint", from = "2026-12-31" });
        var ended = new AgreementBook(logs.Entries);
        ended.InForce(First, new DateOnly(2026, 12, 30)).ShouldNotBeNull();
        ended.InForce(First, new DateOnly(2026, 12, 31)).ShouldBeNull();
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
                book.InForce(First, new DateOnly(2026, 9, 1))!.Text.ShouldBe(First);
                book.StatusOf(First, new DateOnly(2026, 9, 1)).ShouldBe(AgreementStatus.Suspended);
                book.InForce(First, new DateOnly(2026, 11, 1))!.Text.ShouldBe(Second);
            },
            iter: 50);
    }

    private static Entry Signed(SigningKey key, long index, AgreementText text) => Dated(key, index, new EntryDraft(EntryKind.AgreementAdopted, text.ToBody()));

    private static Entry Dated(SigningKey key, long index, EntryDraft draft) => Entry.Sign(key, index, new DateTimeOffset(2026, 8, 1, 8, 0, 0, TimeSpan.Zero), draft).Value;

    private static EntryDraft Rests(EntryKind kind, IReadOnlyList<string> signatories) =>
        new(kind, JsonSerializer.SerializeToElement(new { agreement = "joint", signatories, from = "2026-08-02", reason = "Case" }));

    private static AgreementText Written(int version, char digit, DateOnly first) => new("joint", version, new string(digit, 64), first, ["east.example", "west.example"]);
}
