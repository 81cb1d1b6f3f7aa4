using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Tests.Consultations.Notices;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Delivery;

public sealed class OutboxTests : IDisposable
{
    private static readonly Uri Anywhere = new("http://127.0.0.1:1/hook");
    private readonly Post post = new();

    public void Dispose() => post.Dispose();

    [Fact]
    public void A_notice_is_taken_in_once_however_often_it_is_noticed()
    {
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        var (list, notices) = (post.List(Anywhere), Told.Series(3));
        outbox.Accept(lease, list, Sight.None, notices).ShouldBe(3);
        outbox.Accept(lease, list, Sight.None, [.. notices, .. notices]).ShouldBe(0);
        outbox.Noticed("all").Select(one => one.Notice.Id).ShouldBe(notices.Select(notice => notice.Id));
        outbox.Deliveries("waiting").Select(parcel => parcel.Notice.Id).ShouldBe(notices.Select(notice => notice.Id));
        outbox.Noticed("other").ShouldBeEmpty();
    }

    [Fact]
    public void Notice_and_look_come_back_as_they_were()
    {
        var (notices, sight) = Told.Look(Sight.None, Told.Surge("85051110", "2025-06", Plimsoll.Agreements.Zone.Red, 0.123456789012345678901234567m, "r1"));
        sight = sight with { Logs = new Dictionary<string, long>(StringComparer.Ordinal) { ["east.example"] = 12 } };
        using (var outbox = post.Open())
        using (var lease = Post.Take(outbox))
        {
            outbox.Accept(lease, post.List(Anywhere), sight, notices);
        }

        using var again = post.Open();
        var kept = again.Noticed("all")[0].Notice;
        kept.ShouldBe(notices[0] with { Vintage = kept.Vintage });
        kept.Vintage.Releases.ShouldBe(["r1"]);
        kept.Value.ShouldBe(0.123456789012345678901234567m);
        var last = again.Sight("all");
        last.Logs.ShouldBe(sight.Logs);
        last.Day.ShouldBe(sight.Day);
        Told.Look(last, Told.Surge("85051110", "2025-06", Plimsoll.Agreements.Zone.Red, 0.2m, "r2")).Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Two_processes_have_one_lease_and_the_second_takes_over_when_the_first_is_gone()
    {
        using var first = post.Open();
        using var second = post.Open();
        var mine = Post.Take(first, "first");
        second.Take("all", "second", TimeSpan.FromMinutes(10)).ShouldBeNull();
        second.Holder("all")!.Value.Owner.ShouldBe("first");
        second.Take("another list", "second", TimeSpan.FromMinutes(10)).ShouldNotBeNull();

        post.Clock.Now += TimeSpan.FromMinutes(9);
        mine.Renew().ShouldBeTrue();
        post.Clock.Now += TimeSpan.FromMinutes(9);
        second.Take("all", "second", TimeSpan.FromMinutes(10)).ShouldBeNull();

        // The first hangs; the second takes over, and what the first wakes up with is refused.
        post.Clock.Now += TimeSpan.FromMinutes(1);
        using var theirs = Post.Take(second, "second");
        mine.Renew().ShouldBeFalse();
        first.Accept(mine, post.List(Anywhere), Sight.None, Told.Series(1)).ShouldBeNull();
        first.Noticed().ShouldBeEmpty();
        mine.Dispose();
        second.Holder("all")!.Value.Owner.ShouldBe("second");
        second.Accept(theirs, post.List(Anywhere), Sight.None, Told.Series(1)).ShouldBe(1);
    }

    [Fact]
    public void A_lease_that_ended_is_no_right_even_if_nobody_else_took_it()
    {
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        post.Clock.Now += TimeSpan.FromMinutes(10);
        outbox.Accept(lease, post.List(Anywhere), Sight.None, Told.Series(1)).ShouldBeNull();
        lease.Renew().ShouldBeTrue();
        outbox.Accept(lease, post.List(Anywhere), Sight.None, Told.Series(1)).ShouldBe(1);
    }

    [Fact]
    public void A_mute_holds_until_its_day_is_over_and_says_why()
    {
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        var (list, notices) = (post.List(Anywhere), Told.Series(4));
        outbox.Add(new Mute(new LinePattern("import-surge@EU27_2020.CN.8505*"), "Known since July.", new DateOnly(2026, 8, 4)));
        outbox.Accept(lease, list, Sight.None, [notices[0]]);
        Set(new DateTimeOffset(2026, 8, 4, 23, 59, 59, TimeSpan.Zero));
        outbox.Accept(lease, list, Sight.None, [notices[1]]);
        Set(new DateTimeOffset(2026, 8, 5, 0, 0, 0, TimeSpan.Zero));
        outbox.Accept(lease, list, Sight.None, [notices[2]]);
        outbox.Noticed().Select(one => one.Muted).ShouldBe(["Known since July.", "Known since July.", null]);
        outbox.Deliveries("waiting").Select(parcel => parcel.Notice.Id).ShouldBe([notices[2].Id]);

        // Another line is not meant, and a later mute takes the place of the earlier.
        outbox.Add(new Mute(new LinePattern("import-surge@EU27_2020.CN.8505*"), "Again.", new DateOnly(2026, 9, 1)));
        outbox.Add(new Mute(new LinePattern("import-surge@EU27_2020.CN.8505*"), "No more.", new DateOnly(2026, 8, 4)));
        outbox.Accept(lease, list, Sight.None, [notices[3]]);
        outbox.Mutes().ShouldHaveSingleItem().Reason.ShouldBe("No more.");
        outbox.Deliveries("waiting").Count.ShouldBe(2);

        void Set(DateTimeOffset now)
        {
            post.Clock.Now = now;
            lease.Renew().ShouldBeTrue();
        }
    }

    [Fact]
    public void A_batch_that_was_handed_out_stays_the_same_when_more_comes()
    {
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        var list = post.List(Anywhere);
        outbox.Accept(lease, list, Sight.None, Told.Series(3));
        var batch = outbox.Next("all/hook", 100)!;
        batch.Notices.Count.ShouldBe(3);
        outbox.Accept(lease, list, Sight.None, Told.Series(2, from: 3));
        var again = outbox.Next("all/hook", 100)!;
        (again.Id, again.Notices.Count).ShouldBe((batch.Id, 3));
        outbox.Record(lease, again, Attempt.Success, due: null).ShouldBeTrue();
        var rest = outbox.Next("all/hook", 100)!;
        rest.Notices.Count.ShouldBe(2);
        rest.Id.ShouldNotBe(batch.Id);
        outbox.Next("all/nobody", 1).ShouldBeNull();
    }

    // The first process hangs in a sending until its lease is over, and the second takes over.
    [Theory]
    [InlineData(false, "waiting")]
    [InlineData(true, "delivered")]
    public void Who_lost_the_lease_notes_no_failure_but_that_a_receiver_took_it(bool took, string state)
    {
        using var first = post.Open();
        using var second = post.Open();
        using var mine = Post.Take(first, "first");
        first.Accept(mine, post.List(Anywhere), Sight.None, Told.Series(1));
        var batch = first.Next("all/hook", 1)!;
        post.Clock.Now += TimeSpan.FromMinutes(11);
        using var theirs = Post.Take(second, "second");
        first.Record(mine, batch, took ? Attempt.Success : new Attempt(Delivered: false, "Late."), due: null).ShouldBeFalse();
        var parcel = second.Deliveries(state).ShouldHaveSingleItem();
        parcel.Attempts.ShouldBe(took ? 1 : 0);
        second.Record(theirs, batch, Attempt.Success, due: null).ShouldBeTrue();
        second.Deliveries("delivered").ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public void What_is_no_outbox_is_not_touched()
    {
        Outbox.FolderOf(post.Store).Create();
        File.WriteAllText(Path.Combine(Outbox.FolderOf(post.Store).FullName, "outbox.sqlite"), new string('x', 5000));
        Should.Throw<OutsideException>(() => post.Open().Dispose()).Code.ShouldBe("NTC-0020");
    }
}
