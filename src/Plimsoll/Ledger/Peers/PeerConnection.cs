using System.Globalization;
using System.Net;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>
/// Asks a peer's node, and believes nothing of the answer: bounded in bytes and time, no redirects, no cookies. What may go better
/// another time is an <see cref="OutsideException"/> <c>LED-0210</c>, an answer that is none <c>LED-0211</c>.
/// </summary>
internal sealed class PeerConnection : IDisposable
{
    private const int Tries = 6;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly HttpClient client;
    private readonly Uri address;
    private readonly PeerLimits limits;
    private readonly TimeProvider time;
    private long bytes;

    internal PeerConnection(Uri address, PeerLimits limits, TimeProvider time)
    {
        (this.address, this.limits, this.time) = (address, limits, time);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = limits.Patience, MaxResponseDrainSize = 0, UseProxy = !address.IsLoopback };
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A piece of the log.</summary>
    internal async Task<byte[]> TileAsync(Tile tile, CancellationToken cancel)
    {
        var limit = tile.Width * (tile.Level is null ? EntryBundle.EntryLimit + 2 : TreeHash.Length);
        return await FindAsync(tile.ToString(), limit, cancel) ?? throw Missing(tile.ToString());
    }

    /// <summary>The newest checkpoint, as it is served.</summary>
    internal async Task<byte[]> CheckpointAsync(CancellationToken cancel) =>
        await FindAsync("checkpoint", limits.CheckpointBytes, cancel) ?? throw Missing("checkpoint");

    /// <summary>What the peer saw of a log; null when it says nothing of it.</summary>
    internal Task<byte[]?> WitnessAsync(string id, CancellationToken cancel) => FindAsync($"witness/{id}/checkpoint", limits.CheckpointBytes, cancel);

    /// <summary>A document, not checked; null when the peer does not have it.</summary>
    internal Task<byte[]?> DocumentAsync(string hash, CancellationToken cancel) => FindAsync($"documents/{hash}", limits.DocumentBytes, cancel);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static OutsideException Missing(string path) => new("LED-0211", $"The peer does not serve {path}. Is this the address of a node?", retriable: false);

    private async Task<byte[]?> FindAsync(string path, int limit, CancellationToken cancel)
    {
        for (var left = Tries - 1; ; left--)
        {
            var (body, pause) = await AskAsync(new Uri(address, path), limit, cancel);
            if (pause is null)
            {
                return body;
            }

            if (left == 0)
            {
                throw new OutsideException("LED-0210", $"The peer is busy and asks to come back later: {path}.", retriable: true);
            }

            await Task.Delay(pause.Value < LongestPause ? pause.Value : LongestPause, time, cancel);
        }
    }

    // A pause instead of a body when the peer asks for one; neither when it does not have the piece.
    private async Task<(byte[]? Body, TimeSpan? Pause)> AskAsync(Uri piece, int limit, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(limits.Patience);
        try
        {
            using var response = await client.GetAsync(piece, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return (null, null);
            }

            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return (null, response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
            }

            Refuse(piece, response.StatusCode);
            return (await ReadAsync(piece, response.Content, limit, patience.Token), null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new OutsideException("LED-0210", $"The peer took too long over {piece}.", retriable: true);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException and not OutsideException)
        {
            throw new OutsideException("LED-0210", $"The connection to the peer failed at {piece}: {failure.Message}", retriable: true, failure);
        }
    }

    private static void Refuse(Uri piece, HttpStatusCode status)
    {
        var number = (int)status;
        if (number is >= 300 and < 400)
        {
            throw new OutsideException("LED-0211", string.Create(CultureInfo.InvariantCulture, $"The peer answers {piece} with a redirect ({number}), which is not followed. Use the address that it leads to, if it is the peer's."), retriable: false);
        }

        if (status != HttpStatusCode.OK)
        {
            var code = number >= 500 ? "LED-0210" : "LED-0211";
            throw new OutsideException(code, string.Create(CultureInfo.InvariantCulture, $"The peer answers {piece} with status {number}."), retriable: number >= 500);
        }
    }

    private async Task<byte[]> ReadAsync(Uri piece, HttpContent content, int limit, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > limit)
        {
            throw TooLarge(piece, limit);
        }

        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream((int)(content.Headers.ContentLength ?? 0));
        var buffer = new byte[Math.Min(limit + 1, 81_920)];
        while (await stream.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            body.Write(buffer, 0, read);
            if (body.Length > limit)
            {
                throw TooLarge(piece, limit);
            }

            if (Interlocked.Add(ref bytes, read) > limits.Bytes)
            {
                throw new OutsideException("LED-0214", string.Create(CultureInfo.InvariantCulture, $"The peer sent more than {limits.Bytes} bytes in one run."), retriable: true);
            }
        }

        return body.ToArray();
    }

    private static OutsideException TooLarge(Uri piece, int limit) =>
        new("LED-0211", string.Create(CultureInfo.InvariantCulture, $"The peer answers {piece} with more than {limit} bytes, more than such a piece can have."), retriable: false);
}
