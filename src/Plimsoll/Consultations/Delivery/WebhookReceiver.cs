using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Plimsoll.Consultations.Notices;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Delivery;

/// <summary>A program that is called with one notice at a time, as a signed CloudEvent.</summary>
public sealed class WebhookReceiver : IReceiver, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WatchList list;
    private readonly WebhookChannel channel;
    private readonly byte[] secret;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    private WebhookReceiver(WatchList list, WebhookChannel channel, byte[] secret, TimeProvider time)
    {
        (this.list, this.channel, this.secret, this.time) = (list, channel, secret, time);
        client = new HttpClient(PublicAddress.Handler(channel.Loopback)) { Timeout = Patience };
    }

    /// <inheritdoc/>
    public string Name => list.ReceiverOf(channel.Id);

    /// <inheritdoc/>
    public int Most => 1;

    /// <summary>Reads the secret; faults as of <see cref="SecretText"/> and <see cref="WebhookSignature.ReadSecret"/>.</summary>
    public static Parsed<WebhookReceiver> Open(WatchList list, WebhookChannel channel, TimeProvider time)
    {
        var text = SecretText.Read(channel.Secret);
        var read = text.Ok ? WebhookSignature.ReadSecret(text.Value) : text.Fault!;
        return read.Ok ? new WebhookReceiver(list, channel, read.Value, time) : read.Fault!;
    }

    /// <inheritdoc/>
    public async Task<Attempt> SendAsync(Batch batch, CancellationToken cancel)
    {
        using var request = Request(batch);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return Judge(response);
        }
        catch (HttpRequestException failure)
        {
            return new Attempt(Delivered: false, failure.InnerException is OutsideException { Code: "NTC-0031" } closed ? $"{closed.Code}: {closed.Message}" : Trouble(failure.Message));
        }
        catch (OutsideException closed)
        {
            return new Attempt(Delivered: false, $"{closed.Code}: {closed.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Attempt(Delivered: false, Trouble(string.Create(CultureInfo.InvariantCulture, $"No answer in {Patience.TotalSeconds} seconds.")));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static string Trouble(string what) => new Fault("NTC-0030", $"The receiver did not take it. {what}").ToString();

    private HttpRequestMessage Request(Batch batch)
    {
        var (body, id, at) = (NoticeEvent.Write(list, batch.Notices[0]), batch.Id.ToString("D"), time.GetUtcNow());
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"{NoticeEvent.MediaType}; charset=utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, channel.Address) { Content = content };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, id, at, body));
        request.Headers.UserAgent.ParseAdd("plimsoll");
        return request;
    }

    // The standard: any status of 2xx takes it, 410 means that the receiver wants nothing more, and a redirect is a failure.
    private Attempt Judge(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return Attempt.Success;
        }

        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date ? date - time.GetUtcNow() : null);
        return new Attempt(Delivered: false, Trouble(string.Create(CultureInfo.InvariantCulture, $"It answered {(int)response.StatusCode}.")), wait, response.StatusCode == HttpStatusCode.Gone);
    }
}
