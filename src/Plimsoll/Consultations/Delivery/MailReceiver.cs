using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Plimsoll.Consultations.Notices;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Delivery;

/// <summary>People who get a digest of what is new, by mail.</summary>
public sealed class MailReceiver : IReceiver
{
    private const int PatienceMilliseconds = 20_000;

    private readonly WatchList list;
    private readonly MailChannel channel;
    private readonly string? password;
    private readonly TimeProvider time;

    private MailReceiver(WatchList list, MailChannel channel, string? password, TimeProvider time) =>
        (this.list, this.channel, this.password, this.time) = (list, channel, password, time);

    /// <inheritdoc/>
    public string Name => list.ReceiverOf(channel.Id);

    /// <inheritdoc/>
    public int Most => 100;

    /// <summary>Reads the password where there is one; faults as of <see cref="SecretText"/>.</summary>
    public static Parsed<MailReceiver> Open(WatchList list, MailChannel channel, TimeProvider time)
    {
        if (channel.Secret is not { } place)
        {
            return new MailReceiver(list, channel, null, time);
        }

        var secret = SecretText.Read(place);
        return secret.Ok ? new MailReceiver(list, channel, secret.Value, time) : secret.Fault!;
    }

    /// <inheritdoc/>
    public async Task<Attempt> SendAsync(Batch batch, CancellationToken cancel)
    {
        using var message = Message(batch);
        using var client = new SmtpClient { Timeout = PatienceMilliseconds };
        try
        {
            await client.ConnectAsync(channel.Host, channel.Port, Options(channel.Security), cancel);
            if (channel.User is { } user && password is not null)
            {
                await client.AuthenticateAsync(user, password, cancel);
            }

            await client.SendAsync(message, cancel);
        }
        catch (Exception failure) when (failure is CommandException or ProtocolException or IOException or SocketException or AuthenticationException or SslHandshakeException or NotSupportedException
            || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Attempt(Delivered: false, new Fault("NTC-0032", $"The mail server did not take it. {failure.Message}").ToString());
        }

        await LeaveAsync(client, cancel);
        return Attempt.Success;
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.Starttls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    // The server has taken the mail: whether it hears the farewell changes nothing.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception failure) when (failure is CommandException or ProtocolException or IOException or SocketException or OperationCanceledException)
        {
            client.Dispose();
        }
    }

    private MimeMessage Message(Batch batch)
    {
        var digest = NoticeDigest.Of(list, batch.Notices);
        var message = new MimeMessage
        {
            Subject = digest.Subject,
            Date = time.GetUtcNow(),

            // The same for the same digest: a mailbox that has it already can tell.
            MessageId = $"{batch.Id:D}@{channel.From.Split('@')[^1].TrimEnd('>')}",
            Body = new BodyBuilder { TextBody = digest.Text, HtmlBody = digest.Html }.ToMessageBody(),
        };
        message.From.Add(MailboxAddress.Parse(channel.From));
        message.To.AddRange(channel.To.Select(MailboxAddress.Parse));

        // RFC 3834: no out-of-office answers to a program.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
