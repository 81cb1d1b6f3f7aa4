using System.Globalization;
using System.Net;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Fetch;

/// <summary>One file on its way into the folder, over as many tries as it takes. What has come so far is kept in <c>.part</c>.</summary>
internal sealed class Download(HttpClient client, TimeProvider time, FetchTarget target, DirectoryInfo into, IProgress<FetchProgress>? progress)
{
    private const int ReportEvery = 1 << 20;
    private static readonly TimeSpan StallLimit = TimeSpan.FromSeconds(60);

    private readonly string path = Path.Combine(into.FullName, target.FileName);

    /// <summary>What went wrong in the last try.</summary>
    internal string Trouble { get; set; } = "";

    /// <summary>How long the server asked to be left alone; null when it did not.</summary>
    internal TimeSpan? RetryAfter { get; private set; }

    private string Part => path + ".part";

    /// <summary>Tries once. Null when it is worth trying again; then <see cref="Trouble"/> says why. A cut connection is an <see cref="HttpIOException"/>.</summary>
    internal async Task<FetchedFile?> TryAsync(CancellationToken cancel)
    {
        RetryAfter = null;
        Directory.CreateDirectory(into.FullName);
        using var request = new HttpRequestMessage(HttpMethod.Get, target.Address);
        var here = File.Exists(Part) ? new FileInfo(Part).Length : 0;
        var known = FetchMark.Load(path);
        if (here == 0 || !FetchMark.Load(Part).AskForRest(request.Headers, here))
        {
            here = 0;
            known.AskForChanges(request.Headers);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (response.StatusCode == HttpStatusCode.NotModified && File.Exists(path))
        {
            return new FetchedFile(path, target.Address, known.LastModified, known.ETag, Unchanged: true);
        }

        var continues = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == here && here > 0;
        if (!continues && response.StatusCode != HttpStatusCode.OK)
        {
            Refuse(response);
            return null;
        }

        await ReceiveAsync(response, continues ? here : 0, cancel);
        return Finish(FetchMark.Of(response));
    }

    /// <summary>Notes why the answer is no data; throws when asking again is of no use.</summary>
    private void Refuse(HttpResponseMessage response)
    {
        Trouble = $"status {(int)response.StatusCode}";
        if (response.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable or HttpStatusCode.PartialContent)
        {
            Forget();
            return;
        }

        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout) && (int)response.StatusCode < 500)
        {
            throw new OutsideException("SRC-0300", $"The server refused {target.Address}: {Trouble}. The period may not be published yet.", retriable: false);
        }

        var after = response.Headers.RetryAfter;
        RetryAfter = after?.Delta ?? (after?.Date is { } date && date > time.GetUtcNow() ? date - time.GetUtcNow() : null);
    }

    private async Task ReceiveAsync(HttpResponseMessage response, long here, CancellationToken cancel)
    {
        var total = here + response.Content.Headers.ContentLength;
        if (total > target.SizeLimit)
        {
            throw TooLarge();
        }

        await using var file = new FileStream(Part, here > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write);
        FetchMark.Of(response).Save(Part);
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[81_920];
        var (began, bytes, reported) = (time.GetTimestamp(), here, here);
        while (true)
        {
            var read = await ReadAsync(body, buffer, cancel);
            if (read == 0)
            {
                break;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            bytes += read;
            if (bytes > target.SizeLimit)
            {
                throw TooLarge();
            }

            if (bytes - reported >= ReportEvery || bytes == total)
            {
                reported = bytes;
                Report(bytes, total, bytes - here, time.GetElapsedTime(began));
            }
        }
    }

    /// <summary>A read that stalls is a cut connection, by the clock of the machine; one that is reset is told apart from a full disk.</summary>
    private static async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancel)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stall.CancelAfter(StallLimit);
        try
        {
            return await body.ReadAsync(buffer, stall.Token);
        }
        catch (IOException cut) when (cut is not HttpIOException)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, cut.Message, cut);
        }
    }

    private void Report(long bytes, long? total, long now, TimeSpan elapsed) =>
        progress?.Report(new FetchProgress(target.FileName, bytes, total, total is { } all && now > 0 ? elapsed * ((double)(all - bytes) / now) : null));

    /// <summary>Puts the complete file in its place; the one that was there moves to <c>earlier/</c>.</summary>
    private FetchedFile? Finish(FetchMark mark)
    {
        if (!BeginsRight())
        {
            Forget();
            throw new OutsideException("SRC-0302", $"{target.Address} answered with something else than {target.Content}, probably a page for people.", retriable: true);
        }

        FetchMark.Delete(Part);
        if (File.Exists(path))
        {
            var earlier = Directory.CreateDirectory(Path.Combine(into.FullName, "earlier")).FullName;
            var stamp = FetchMark.Load(path).LastModified?.UtcDateTime ?? File.GetLastWriteTimeUtc(path);
            var name = string.Create(CultureInfo.InvariantCulture, $"{stamp:yyyyMMdd'T'HHmmss'Z'}_{target.FileName}");
            File.Move(path, Path.Combine(earlier, name), overwrite: true);
        }

        File.Move(Part, path);
        mark.Save(path);
        return new FetchedFile(path, target.Address, mark.LastModified, mark.ETag, Unchanged: false);
    }

    private bool BeginsRight()
    {
        using var file = File.OpenRead(Part);
        Span<byte> begin = stackalloc byte[64];
        begin = begin[..file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)];
        var text = begin.IndexOfAnyExcept(" \t\r\n\uFEFF"u8) is var first and >= 0 ? begin[first..] : [];
        return target.Content switch
        {
            FetchContent.SevenZip => begin.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C]),
            FetchContent.Html => text.StartsWith("<"u8),
            FetchContent.Json => text.StartsWith("{"u8),
            _ => throw new ArgumentOutOfRangeException(nameof(target), target.Content, "Not a content."),
        };
    }

    private void Forget()
    {
        File.Delete(Part);
        FetchMark.Delete(Part);
    }

    private OutsideException TooLarge() =>
        new("SRC-0303", $"{target.Address} has more than {target.SizeLimit} bytes, more than such a file can have.", retriable: false);
}
