using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plimsoll.Tests.Consultations.Delivery;

/// <summary>A program on this machine that webhooks call: a real server, whose answer is set by hand, and which can be away altogether.</summary>
internal sealed class Hook : IAsyncDisposable
{
    private WebApplication? app;

    internal Hook()
    {
        // A port that nobody has; it is bound when the server starts.
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/hook");
    }

    internal Uri Address { get; }

    /// <summary>What it answers with; 200 takes the notice.</summary>
    internal int Status { get; set; } = 200;

    /// <summary>With an answer that asks to come back later, in seconds; empty for none.</summary>
    internal string RetryAfter { get; set; } = "";

    /// <summary>Everything that was sent, taken or not, in order.</summary>
    internal List<Call> Calls { get; } = [];

    internal IEnumerable<Call> Taken => Calls.Where(call => call.Status == 200);

    internal async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.GetLeftPart(UriPartial.Authority));
        app = builder.Build();
        app.MapPost("/hook", TakeAsync);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private async Task<IResult> TakeAsync(HttpRequest request, HttpResponse response)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Calls.Add(new Call(Status, request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString(), request.Headers["webhook-signature"].ToString(), request.ContentType ?? "", body));
        if (RetryAfter.Length > 0)
        {
            response.Headers.RetryAfter = RetryAfter;
        }

        return Status is >= 300 and < 400 ? Results.Redirect("https://example.org/") : Results.StatusCode(Status);
    }

    internal sealed record Call(int Status, string Id, string Timestamp, string Signature, string ContentType, string Body);
}
