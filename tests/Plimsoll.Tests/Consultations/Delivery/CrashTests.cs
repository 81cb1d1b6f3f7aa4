using CsCheck;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Tests.Consultations.Notices;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Delivery;

public sealed class CrashTests
{
    private static readonly IReadOnlyList<Notice> All = Told.Series(60);

    // What happens at each sending: it is taken, refused, or the process dies before it or after it.
    private enum Event
    {
        Taken,
        Refused,
        DiesBefore,
        DiesAfter,
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Wherever_a_process_dies_every_notice_arrives_in_order_and_doubles_have_one_id(int most) =>
        Gen.Select(Gen.Enum<Event>().Array[1, 30], Gen.Int[0, 3].Array[1, 20]).Sample(
            (events, arrivals) =>
            {
                using var post = new Post();
                var receiver = new Flaky(events, most);
                var list = post.List(new Uri("http://127.0.0.1:1/"));
                var sent = 0;
                for (var step = 0; step < arrivals.Length || Left(post) > 0; step++)
                {
                    var more = step < arrivals.Length ? arrivals[step] : 0;
                    Live(post, list, receiver, [.. All.Skip(sent).Take(more)]);
                    sent += more;
                    post.Clock.Now += TimeSpan.FromMinutes(15);
                }

                // A double comes at once after its first, with the same notices under the same id.
                receiver.Got.DistinctBy(batch => batch.Id).SelectMany(batch => batch.Notices).Select(notice => notice.Id).ShouldBe(All.Take(sent).Select(notice => notice.Id));
                receiver.Got.Zip(receiver.Got.Skip(1)).Count(pair => pair.First.Id == pair.Second.Id).ShouldBe(receiver.Got.Count - receiver.Got.DistinctBy(batch => batch.Id).Count());
                receiver.Got.GroupBy(batch => batch.Id).ShouldAllBe(same => same.Select(batch => string.Join(' ', batch.Notices.Select(notice => notice.Id))).Distinct(StringComparer.Ordinal).Count() == 1);
            },
            iter: 25,
            threads: 1);

    private static int Left(Post post)
    {
        using var outbox = post.Open();
        return outbox.Deliveries("waiting").Count;
    }

    // One process from its start to its end or death; its lease ends with it, as it would by itself later on.
    private static void Live(Post post, WatchList list, Flaky receiver, IReadOnlyList<Notice> found)
    {
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        outbox.Accept(lease, list, Sight.None, found).ShouldBe(found.Count);
        var round = new DeliveryRound(outbox, lease, new Backoff(), post.Clock).RunAsync([receiver], CancellationToken.None);
        round.IsCompleted.ShouldBeTrue();
        (round.Exception?.InnerException is null or DeathException).ShouldBeTrue();
    }

    private sealed class DeathException() : Exception("The process is dead.");

    private sealed class Flaky(IReadOnlyList<Event> events, int most) : IReceiver
    {
        private int next;

        public string Name => "all/hook";

        public int Most => most;

        internal List<Batch> Got { get; } = [];

        public Task<Attempt> SendAsync(Batch batch, CancellationToken cancel)
        {
            var now = next < events.Count ? events[next++] : Event.Taken;
            if (now is Event.Taken or Event.DiesAfter)
            {
                Got.Add(batch);
            }

            return now switch
            {
                Event.Taken => Task.FromResult(Attempt.Success),
                Event.Refused => Task.FromResult(new Attempt(Delivered: false, "NTC-0030: no")),
                _ => Task.FromException<Attempt>(new DeathException()),
            };
        }
    }
}
