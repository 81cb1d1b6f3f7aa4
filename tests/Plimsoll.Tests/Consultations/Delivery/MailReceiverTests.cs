using System.Buffers;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Tests.Consultations.Notices;
using Shouldly;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Xunit;

namespace Plimsoll.Tests.Consultations.Delivery;

public sealed class MailReceiverTests : IAsyncDisposable
{
    private readonly Mailbox mailbox = new();
    private readonly Post post = new();
    private readonly CancellationTokenSource closing = new();
    private readonly int port = FreePort();
    private readonly Task serving;

    public MailReceiverTests()
    {
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(end => end.Endpoint(new IPEndPoint(IPAddress.Loopback, port)).AllowUnsecureAuthentication(false)).Build();
        var services = new ServiceProvider();
        services.Add(mailbox);
        serving = new SmtpServer.SmtpServer(options, services).StartAsync(closing.Token);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await serving;
        closing.Dispose();
        post.Dispose();
    }

    [Fact]
    public async Task A_digest_arrives_with_text_and_page_and_goes_out_once()
    {
        var list = List(MailSecurity.None);
        var receiver = MailReceiver.Open(list, list.Mails[0], post.Clock).Value;
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        outbox.Accept(lease, list, Sight.None, NoticeFeedTests.Sample());
        var report = await new DeliveryRound(outbox, lease, new Backoff(), post.Clock).RunAsync([receiver], Cancel);
        report.Failures.ShouldBeEmpty();
        report.Delivered.ShouldBe(4);

        var mail = mailbox.Mails.ShouldHaveSingleItem();
        var digest = NoticeDigest.Of(list, NoticeFeedTests.Sample());
        mail.Subject.ShouldBe(digest.Subject);
        mail.TextBody!.ReplaceLineEndings("\n").ShouldBe(digest.Text);
        mail.HtmlBody!.ReplaceLineEndings("\n").ShouldBe(digest.Html);
        mail.From.Mailboxes.Select(one => one.Address).ShouldBe(["plimsoll@example.org"]);
        mail.To.Mailboxes.Select(one => one.Address).ShouldBe(["desk@example.org", "second@example.org"]);
        mail.Date.ShouldBe(Told.Noon);
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Body!.ContentType.MimeType.ShouldBe("multipart/alternative");

        (await new DeliveryRound(outbox, lease, new Backoff(), post.Clock).RunAsync([receiver], Cancel)).Delivered.ShouldBe(0);
        mailbox.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_digest_that_was_refused_comes_again_under_the_same_id_and_with_the_same_notices()
    {
        var list = List(MailSecurity.None);
        var receiver = MailReceiver.Open(list, list.Mails[0], post.Clock).Value;
        using var outbox = post.Open();
        using var lease = Post.Take(outbox);
        outbox.Accept(lease, list, Sight.None, Told.Series(2));
        mailbox.Answer = SmtpResponse.MailboxUnavailable;
        var report = await new DeliveryRound(outbox, lease, new Backoff(), post.Clock).RunAsync([receiver], Cancel);
        report.Failures.ShouldHaveSingleItem().ShouldStartWith("all/desk: NTC-0032");
        outbox.Accept(lease, list, Sight.None, Told.Series(1, from: 2));
        mailbox.Answer = SmtpResponse.Ok;
        post.Clock.Now = report.NextDue!.Value;
        (await new DeliveryRound(outbox, lease, new Backoff(), post.Clock).RunAsync([receiver], Cancel)).Delivered.ShouldBe(3);
        mailbox.Mails.Count.ShouldBe(3);
        mailbox.Mails[1].MessageId.ShouldBe(mailbox.Mails[0].MessageId);
        mailbox.Mails[1].TextBody.ShouldBe(mailbox.Mails[0].TextBody);
        (mailbox.Mails[2].MessageId == mailbox.Mails[0].MessageId).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_server_that_cannot_keep_it_secret()
    {
        var list = List(MailSecurity.Starttls);
        var receiver = MailReceiver.Open(list, list.Mails[0], post.Clock).Value;
        var attempt = await receiver.SendAsync(new Batch(Guid.NewGuid(), receiver.Name, Told.Series(1), 0, null, default), Cancel);
        attempt.Said.ShouldStartWith("NTC-0032");
        mailbox.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_away_is_a_failure_and_no_exception()
    {
        var list = List(MailSecurity.None) with { Mails = [List(MailSecurity.None).Mails[0] with { Port = FreePort() }] };
        var receiver = MailReceiver.Open(list, list.Mails[0], post.Clock).Value;
        (await receiver.SendAsync(new Batch(Guid.NewGuid(), receiver.Name, Told.Series(1), 0, null, default), Cancel)).Said.ShouldStartWith("NTC-0032");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private WatchList List(MailSecurity security) => Told.Everything() with
    {
        Mails = [new MailChannel("desk", "plimsoll@example.org", ["desk@example.org", "second@example.org"], "127.0.0.1", port, security, User: null, Secret: null)],
    };

    private sealed class Mailbox : MessageStore
    {
        internal List<MimeMessage> Mails { get; } = [];

        internal SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

        public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            Mails.Add(MimeMessage.Load(stream, cancellationToken));
            return Task.FromResult(Answer);
        }
    }
}
