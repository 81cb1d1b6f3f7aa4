using Plimsoll.Trade;

namespace Plimsoll.Sources.Fetch;

/// <summary>
/// The front door of downloading. One request at a time, a pause between files, patience with a busy server, and no byte downloaded twice:
/// a file that did not change is not sent again, and one that was cut off is continued.
/// </summary>
public sealed class Fetcher
{
    private const int TryLimit = 6;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly HttpClient client;
    private readonly TimeProvider time;

    /// <summary>Downloads with <paramref name="client"/>, waits on the clock of <paramref name="time"/>.</summary>
    public Fetcher(HttpClient client, TimeProvider time)
    {
        this.client = client;
        this.time = time;
    }

    /// <summary>
    /// Downloads the files of a plan into a folder. A file that changed replaces the older one, which moves to <c>earlier/</c>. An
    /// <see cref="OutsideException"/> ends the run: refused (<c>SRC-0300</c>), given up after several tries (<c>SRC-0301</c>), not the data
    /// asked for (<c>SRC-0302</c>), too large (<c>SRC-0303</c>), not writable (<c>SRC-0304</c>), nothing listed (<c>SRC-0305</c>). Files
    /// already complete stay.
    /// </summary>
    public async Task<IReadOnlyList<FetchedFile>> FetchAsync(FetchPlan plan, DirectoryInfo into, IProgress<FetchProgress>? progress, CancellationToken cancel)
    {
        var fetched = new List<FetchedFile>();
        await FetchAllAsync(plan.Targets, fetched, into, progress, cancel);
        if (plan.Follow is { } follow)
        {
            IReadOnlyList<FetchTarget> found;
            await using (var page = File.OpenRead(fetched[^1].Path))
            {
                found = follow(page);
            }

            if (found.Count == 0)
            {
                throw new OutsideException("SRC-0305", $"The index page {fetched[^1].Url} lists no release.", retriable: false);
            }

            await FetchAllAsync(found, fetched, into, progress, cancel);
        }

        return fetched;
    }

    private async Task FetchAllAsync(
        IReadOnlyList<FetchTarget> targets, List<FetchedFile> fetched, DirectoryInfo into, IProgress<FetchProgress>? progress, CancellationToken cancel)
    {
        foreach (var target in targets)
        {
            if (fetched.Count > 0)
            {
                await Task.Delay(Pause, time, cancel);
            }

            fetched.Add(await FetchPatientlyAsync(target, into, progress, cancel));
        }
    }

    private async Task<FetchedFile> FetchPatientlyAsync(FetchTarget target, DirectoryInfo into, IProgress<FetchProgress>? progress, CancellationToken cancel)
    {
        var download = new Download(client, time, target, into, progress);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await download.TryAsync(cancel) is { } file)
                {
                    return file;
                }
            }
            catch (Exception cut) when (cut is HttpRequestException or HttpIOException || (cut is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                download.Trouble = cut.Message;
            }
            catch (Exception disk) when (disk is IOException and not OutsideException or UnauthorizedAccessException)
            {
                throw new OutsideException("SRC-0304", $"Cannot write {target.FileName} into the download folder: {disk.Message}", retriable: false, disk);
            }

            if (attempt == TryLimit || download.RetryAfter > LongestWait)
            {
                throw new OutsideException("SRC-0301", $"Gave up on {target.Address} after {attempt} tries: {download.Trouble}", retriable: true);
            }

            await Task.Delay(download.RetryAfter ?? Backoff(attempt), time, cancel);
        }
    }

    /// <summary>1, 2, 4, … seconds, half to one and a half times, so that many readers do not come back together.</summary>
    private static TimeSpan Backoff(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble()));
}
