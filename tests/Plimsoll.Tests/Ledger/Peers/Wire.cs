using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plimsoll.Tests.Ledger.Peers;

/// <summary>What may stand between two parties, or pretend to be one: passes questions on to a real node and does with the answers what a test wants.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient client = new();
    private readonly CancellationTokenSource over = new();
    private long sent;

    internal Wire(Uri upstream)
    {
        Upstream = upstream;
        listener.Start();
        _ = AcceptAsync();
    }

    internal Uri Upstream { get; set; }

    internal Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));

    /// <summary>Changes the body of an answer, by its path without the first slash.</summary>
    internal Func<string, byte[], byte[]> Change { get; set; } = (_, body) => body;

    /// <summary>Answers by itself: gives the head without its end, and writes the body; null to pass the question on.</summary>
    internal Func<string, string?> Head { get; set; } = _ => null;

    internal Func<NetworkStream, CancellationToken, Task> Body { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Bytes after which every connection is cut.</summary>
    internal long CutAfter { get; set; } = long.MaxValue;

    internal long Sent => Interlocked.Read(ref sent);

    internal ConcurrentQueue<string> Asked { get; } = [];

    internal void Restart(long cutAfter)
    {
        Asked.Clear();
        CutAfter = cutAfter;
        Interlocked.Exchange(ref sent, 0);
    }

    public void Dispose()
    {
        over.Cancel();
        listener.Dispose();
        client.Dispose();
        over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(over.Token));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient accepted)
    {
        using var connection = accepted;
        try
        {
            await using var stream = connection.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            if (await reader.ReadLineAsync(over.Token) is not { Length: > 0 } request)
            {
                return;
            }

            while (await reader.ReadLineAsync(over.Token) is { Length: > 0 })
            {
                // The rest of the head says nothing that matters here.
            }

            var path = request.Split(' ')[1][1..];
            Asked.Enqueue(path);
            if (Head(path) is { } head)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}\r\n\r\n"), over.Token);
                await Body(stream, over.Token);
                return;
            }

            await SendAsync(stream, await PassOnAsync(path));
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or OperationCanceledException or HttpRequestException)
        {
            // The other side went away, or the test is over.
        }
    }

    private async Task<byte[]> PassOnAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(Upstream, path), over.Token);
        var body = await answer.Content.ReadAsByteArrayAsync(over.Token);
        body = answer.IsSuccessStatusCode ? Change(path, body) : body;
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)answer.StatusCode} -\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private async Task SendAsync(NetworkStream stream, byte[] answer)
    {
        var before = Interlocked.Add(ref sent, answer.Length) - answer.Length;
        var allowed = (int)Math.Clamp(CutAfter - before, 0, answer.Length);
        await stream.WriteAsync(answer.AsMemory(0, allowed), over.Token);
    }
}
