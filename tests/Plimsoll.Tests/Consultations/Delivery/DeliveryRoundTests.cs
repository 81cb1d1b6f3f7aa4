using System.Text.Json;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Tests.Consultations.Notices;
using Shouldly;
using StandardWebhooks;
using Xunit;

namespace Plimsoll.Tests.Consultations.Delivery;

public sealed class DeliveryRoundTests : IAsyncDisposable
{
    private readonly Post post = new();
    private readonly Hook hook = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await hook.DisposeAsync();
        post.Dispose();
    }

    // Half an hour without a server, half an hour of 503, and new notices all the while.
    [Fact]
    public async Task A_receiver_that_is_down_for_an_hour_gets_everything_once_in_order_and_well_signed()
    {
        var (start, list, sent) = (post.Clock.Now, post.List(hook.Address), new List<Notice>());
        using var receiver = post.Webhook(list);
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        var (attempts, next) = (0, start);
        while (outbox.Deliveries("delivered").Count < 12)
        {
            (post.Clock.Now - start).ShouldBeLessThan(TimeSpan.FromHours(2), "Everything has to have arrived an hour after the receiver is back.");
            var gone = post.Clock.Now - start;
            if (gone >= TimeSpan.FromMinutes(30) && hook.Calls.Count == 0)
            {
                hook.Status = 503;
                await hook.StartAsync();
            }

            hook.Status = gone < TimeSpan.FromHours(1) ? 503 : 200;
            var more = Told.Series(Math.Min(12, 3 + (int)(gone.TotalMinutes / 7)) - sent.Count, sent.Count);
            sent.AddRange(more);
            outbox.Accept(lease, list, Sight.None, more).ShouldNotBeNull();
            var report = await new DeliveryRound(outbox, lease, new Backoff(), post.Clock).RunAsync([receiver], Cancel);
            attempts += report.Failures.Count;
            next = report.NextDue ?? post.Clock.Now + TimeSpan.FromMinutes(1);
            next.ShouldBeGreaterThan(post.Clock.Now);
            post.Clock.Now = next;
            lease.Renew().ShouldBeTrue();
        }

        // With waits of 1, 2, 4 … 512 and then 900 seconds, each less up to a fifth, an hour holds 13 or 14 attempts.
        attempts.ShouldBeInRange(13, 14);
        hook.Calls.Count(call => call.Status == 503).ShouldBeGreaterThan(1);
        hook.Taken.Select(call => call.Id).ShouldBe(sent.Select(notice => notice.Id.ToString("D")));
        sent.Count.ShouldBe(12);
        outbox.Deliveries("waiting").ShouldBeEmpty();
        outbox.Deliveries("dead").ShouldBeEmpty();
        hook.Calls.ShouldAllBe(call => IsWellSigned(call) && call.ContentType == "application/cloudevents+json; charset=utf-8");
        hook.Taken.Select(call => JsonDocument.Parse(call.Body).RootElement.GetProperty("id").GetString()).ShouldBe(hook.Taken.Select(call => call.Id));
    }

    [Fact]
    public async Task A_process_that_dies_after_sending_sends_the_same_again_and_the_receiver_can_tell()
    {
        await hook.StartAsync();
        var list = post.List(hook.Address);
        using var receiver = post.Webhook(list);
        using (var outbox = post.Open())
        using (var lease = Post.Take(outbox))
        {
            outbox.Accept(lease, list, Sight.None, Told.Series(2));
            await receiver.SendAsync(outbox.Next(receiver.Name, receiver.Most)!, Cancel);
        }

        post.Clock.Now += TimeSpan.FromMinutes(1);
        await RoundAsync(receiver);
        hook.Taken.Select(call => call.Id).ShouldBe(Told.Series(2).Select(notice => notice.Id.ToString("D")).Prepend(Told.Series(1)[0].Id.ToString("D")));
        hook.Calls[1].Body.ShouldBe(hook.Calls[0].Body);
        hook.Taken.DistinctBy(call => call.Id, StringComparer.Ordinal).Count().ShouldBe(2);
        hook.Calls.ShouldAllBe(call => IsWellSigned(call));
    }

    [Fact]
    public async Task A_receiver_that_fails_holds_no_other_back()
    {
        await hook.StartAsync();
        await using var other = new Hook();
        var list = post.List(hook.Address);
        list = list with { Webhooks = [list.Webhooks[0], list.Webhooks[0] with { Id = "down", Address = other.Address }] };
        using var up = post.Webhook(list);
        using var down = WebhookReceiver.Open(list, list.Webhooks[1], post.Clock).Value;
        Accept(list, Told.Series(3));
        var report = await RoundAsync(up, down);
        report.Delivered.ShouldBe(3);
        report.Failures.ShouldHaveSingleItem().ShouldStartWith("all/down: NTC-0030");
        report.NextDue.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Whatever_is_not_2xx_is_tried_again(int status)
    {
        await hook.StartAsync();
        hook.Status = status;
        var list = post.List(hook.Address);
        using var receiver = post.Webhook(list);
        Accept(list, Told.Series(1));
        await RoundAsync(receiver);
        using var outbox = post.Open();
        outbox.Deliveries("waiting").ShouldHaveSingleItem().Said.ShouldStartWith("NTC-0030");
        hook.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_asks_to_be_left_alone_is_left_alone()
    {
        await hook.StartAsync();
        (hook.Status, hook.RetryAfter) = (429, "120");
        var list = post.List(hook.Address);
        using var receiver = post.Webhook(list);
        Accept(list, Told.Series(1));
        (await RoundAsync(receiver)).NextDue.ShouldBe(post.Clock.Now + TimeSpan.FromSeconds(120));
        post.Clock.Now += TimeSpan.FromSeconds(119);
        await RoundAsync(receiver);
        hook.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_given_up_is_a_dead_letter_and_can_be_sent_once_more()
    {
        await hook.StartAsync();
        hook.Status = 500;
        var list = post.List(hook.Address);
        using var receiver = post.Webhook(list);
        Accept(list, Told.Series(2));
        await RoundAsync(receiver);
        post.Clock.Now += TimeSpan.FromDays(3);
        await RoundAsync(receiver);
        using (var outbox = post.Open())
        {
            outbox.Deliveries("dead").ShouldHaveSingleItem().Attempts.ShouldBe(2);
        }

        // The second was tried once, as soon as the first was given up; its own three days begin there.
        hook.Status = 200;
        post.Clock.Now += TimeSpan.FromMinutes(1);
        (await RoundAsync(receiver)).Delivered.ShouldBe(1);
        using (var outbox = post.Open())
        {
            outbox.Replay(notice: null, receiver: "all/nobody").ShouldBe(0);
            outbox.Replay(notice: null, receiver: null).ShouldBe(1);
        }

        (await RoundAsync(receiver)).Delivered.ShouldBe(1);
        hook.Taken.Select(call => call.Id).ShouldBe(Told.Series(2).Reverse().Select(notice => notice.Id.ToString("D")));
        using var again = post.Open();
        again.Replay(Told.Series(1)[0].Id, receiver: null).ShouldBe(1);
        again.Replay(Guid.Empty, receiver: null).ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_gone_gets_nothing_more_of_it()
    {
        await hook.StartAsync();
        hook.Status = 410;
        var list = post.List(hook.Address);
        using var receiver = post.Webhook(list);
        Accept(list, Told.Series(1));
        await RoundAsync(receiver);
        using var outbox = post.Open();
        outbox.Deliveries("dead").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_lease_nothing_is_sent()
    {
        await hook.StartAsync();
        var list = post.List(hook.Address);
        using var receiver = post.Webhook(list);
        Accept(list, Told.Series(1));
        using var outbox = post.Open();
        using var mine = Post.Take(outbox, "hangs");
        post.Clock.Now += TimeSpan.FromMinutes(11);
        using var theirs = Post.Take(outbox, "other");
        await new DeliveryRound(outbox, mine, new Backoff(), post.Clock).RunAsync([receiver], Cancel);
        hook.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void The_wait_doubles_up_to_a_quarter_of_an_hour_less_up_to_a_fifth()
    {
        var (backoff, failed) = (new Backoff(), new Attempt(Delivered: false, "no"));
        var seconds = new List<double>();
        foreach (var (attempts, full) in new[] { (0, 1), (1, 2), (2, 4), (9, 512), (10, 900), (40, 900), (int.MaxValue, 900) })
        {
            for (var id = 0; id < 200; id++)
            {
                var batch = new Batch(new Guid(id, 0, 0, new byte[8]), "all/hook", [], attempts, Told.Noon, Told.Noon);
                var wait = (backoff.Next(batch, failed, Told.Noon)!.Value - Told.Noon).TotalSeconds;
                wait.ShouldBeInRange(full * 0.8, full);
                backoff.Next(batch, failed, Told.Noon).ShouldBe(backoff.Next(batch, failed, Told.Noon));
                seconds.Add(wait / full);
            }
        }

        seconds.Min().ShouldBeLessThan(0.81);
        seconds.Max().ShouldBeGreaterThan(0.99);
    }

    private static bool IsWellSigned(Hook.Call call)
    {
        // The receiver's side of the standard, by its own library; the age of the call is judged by the clock of the test.
        var signed = new StandardWebhook(Post.Secret).Sign(call.Id, DateTimeOffset.FromUnixTimeSeconds(long.Parse(call.Timestamp, System.Globalization.CultureInfo.InvariantCulture)), call.Body);
        return signed == call.Signature;
    }

    private void Accept(WatchList list, IReadOnlyList<Notice> notices)
    {
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        outbox.Accept(lease, list, Sight.None, notices).ShouldBe(notices.Count);
    }

    private async Task<DeliveryReport> RoundAsync(params IReceiver[] receivers)
    {
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        return await new DeliveryRound(outbox, lease, new Backoff(), post.Clock).RunAsync(receivers, Cancel);
    }
}
