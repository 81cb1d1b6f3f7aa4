using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plimsoll.Tests.Sources.Fetch;

/// <summary>A server on this machine that gives prepared answers byte by byte, so that an answer may also be cut off.</summary>
internal sealed class ReplayServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<Request, byte[]> answer;

    internal ReplayServer(Func<Request, byte[]> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = ServeAsync();
    }

    internal Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));

    internal ConcurrentQueue<Request> Requests { get; } = [];

    /// <summary>An answer whose body stops after <paramref name="sent"/> bytes although the head promises all of it.</summary>
    internal static byte[] Answer(int status, byte[] body, int? sent = null, params string[] headers)
    {
        var lines = headers.Append($"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}").Append("Connection: close");
        var head = $"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} -\r\n{string.Join("\r\n", lines)}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body[..(sent ?? body.Length)]];
    }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                await using var stream = connection.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII);
                var lines = new List<string>();
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    lines.Add(line);
                }

                var request = new Request(lines);
                Requests.Enqueue(request);
                await stream.WriteAsync(answer(request));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    /// <summary>A request by its lines.</summary>
    internal sealed record Request(IReadOnlyList<string> Lines)
    {
        internal string Path => Lines[0].Split(' ')[1];

        internal string? Header(string name) =>
            Lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
    }
}
