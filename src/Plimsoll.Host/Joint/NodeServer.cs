using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Trade;

namespace Plimsoll.Host.Joint;

/// <summary>
/// Serves a party's log to the world, read-only, at the addresses of C2SP tlog-tiles, with the documents that its entries name, and
/// what the party saw of its peers. The same to everybody: nothing here knows who asks.
/// </summary>
internal static class NodeServer
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Requests that one address may make at once, and further ones each second.</summary>
    internal sealed record Rate(int Burst = 2000, int PerSecond = 500);

    /// <summary>A running server; ends when it is disposed. An <see cref="OutsideException"/> <c>LED-0217</c> when the address cannot be had.</summary>
    internal static async Task<WebApplication> StartAsync(NodeLog log, DocumentShelf shelf, string urls, Rate rate, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(Limit);
        builder.Services.AddRateLimiter(limiter => Limit(limiter, rate));
        var app = builder.Build();
        try
        {
            app.Use(GuardAsync);
            app.UseRateLimiter();
            Map(app, log, shelf);
            await app.StartAsync(cancel);
            return app;
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            await app.DisposeAsync();
            throw new OutsideException("LED-0217", $"The node cannot serve at {urls}: {taken.Message}", retriable: true, taken);
        }
    }

    private static void Map(WebApplication app, NodeLog log, DocumentShelf shelf)
    {
        app.MapMethods("/key", Reading, () => Answer(log.Key(), key => Note($"{key}\n")));
        app.MapMethods("/checkpoint", Reading, () => Answer(log.Checkpoint(), Note));
        app.MapMethods("/witness/{peer}/checkpoint", Reading, (string peer) => Answer(log.Seen(peer), note => note is null ? Missing() : Note(note)));
        app.MapMethods("/tile/{**rest}", Reading, (string? rest) => Tile.Parse($"tile/{rest}") is { Ok: true } tile ? Answer(log.Read(tile.Value), Piece) : Missing());
        app.MapMethods("/documents/{hash}", Reading, (string hash) => Answer(log.Names(hash), isOurs => isOurs ? Answer(shelf.Open(hash), Document) : Missing()));
        app.MapFallback("{**other}", Missing);
    }

    private static IResult Answer<T>(Parsed<T> read, Func<T, IResult> write) =>
        read.Ok ? write(read.Value) : Problem(HttpStatusCode.ServiceUnavailable, read.Fault!.Code, read.Fault.Message);

    private static CachedResult Note(string text) => new(Results.Bytes(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8"), "no-cache");

    // What a tile or a document is called says what is in it, for good.
    private static IResult Piece(byte[]? bytes) => bytes is null ? Missing() : new CachedResult(Results.Bytes(bytes, "application/octet-stream"), "public, max-age=31536000, immutable");

    private static IResult Document(Stream? stream) => stream is null ? Missing() : new CachedResult(Results.Stream(stream, "application/octet-stream"), "public, max-age=31536000, immutable");

    private static IResult Missing() => Problem(HttpStatusCode.NotFound, "LED-0218", "The node serves checkpoint, tile/…, documents/SHA256, key and witness/PEER/checkpoint, and not this.");

    private static IResult Problem(HttpStatusCode status, string code, string message) =>
        Results.Problem(message, statusCode: (int)status, extensions: [new("code", code)]);

    private static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.AccessControlAllowOrigin = "*";
        headers.CacheControl = "no-store";
        try
        {
            await next(context);
        }
        catch (OutsideException failure) when (!context.Response.HasStarted)
        {
            await Problem(HttpStatusCode.ServiceUnavailable, failure.Code, "The node cannot read its files now.").ExecuteAsync(context);
        }
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 0;
        kestrel.Limits.MaxRequestLineSize = 2 << 10;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8 << 10;
        kestrel.Limits.MaxRequestHeaderCount = 40;
        kestrel.Limits.MaxConcurrentConnections = 500;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
    }

    private static void Limit(RateLimiterOptions limiter, Rate rate)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            Neighbourhood(context.Connection.RemoteIpAddress),
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = rate.Burst,
                TokensPerPeriod = rate.PerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = true,
            }));
        limiter.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
            await Problem(HttpStatusCode.TooManyRequests, "LED-0219", "Too many requests from one address. Go on in a second.").ExecuteAsync(rejected.HttpContext);
        };
    }

    // Who has one address of IPv6 has as many as he likes of the same 64 bits.
    private static string Neighbourhood(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private sealed class CachedResult(IResult answer, string caching) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.CacheControl = caching;
            return answer.ExecuteAsync(context);
        }
    }
}
