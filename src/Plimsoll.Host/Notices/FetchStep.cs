using Plimsoll.Sources.Fetch;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Host.Notices;

/// <summary>Asks sources for what is new before a look. What one source does not give holds nothing else back.</summary>
internal sealed class FetchStep(IReadOnlyList<string> sources, Uri? baseUrl, TimeProvider time)
{
    internal static readonly string[] Sources = ["comext", "gacc", "ecb"];

    // Comext publishes about six weeks after a month, and revises the months before: a few are asked for each time, and sent only when changed.
    private const int MonthsBack = 4;

    // Not published yet, which is no failure.
    private const string Refused = "SRC-0300";

    /// <summary>How many releases came, and what went wrong.</summary>
    internal async Task<(int Releases, IReadOnlyList<string> Troubles)> RunAsync(TradeStore store, CancellationToken cancel)
    {
        var (releases, troubles) = (0, new List<string>());
        var folder = Directory.CreateDirectory(Path.Combine(store.Root.FullName, "downloads"));
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        foreach (var plan in sources.SelectMany(Plans))
        {
            try
            {
                await foreach (var file in new Fetcher(client, time).FetchAsync(plan, folder, progress: null, cancel))
                {
                    var outcomes = file.Unchanged || file.Path.EndsWith("_index.html", StringComparison.Ordinal)
                        ? []
                        : store.Ingest(new FileInfo(file.Path), new IngestOptions(LastModified: file.LastModified), progress: null, cancel);
                    releases += outcomes.Count(outcome => outcome is { Release: not null, AlreadyKnown: false });
                    troubles.AddRange(outcomes.Select(outcome => outcome.Fault).OfType<Fault>().Select(fault => fault.ToString()));
                }
            }
            catch (OutsideException failure)
            {
                troubles.AddRange(failure.Code == Refused ? [] : [$"{failure.Code}: {failure.Message}"]);
            }
        }

        return (releases, troubles);
    }

    private IEnumerable<FetchPlan> Plans(string source)
    {
        var now = time.GetUtcNow();
        var month = Month.Of(now.Year, now.Month);
        return source switch
        {
            "comext" => Enumerable.Range(1, MonthsBack).Select(back => FetchPlan.Comext(month.Plus(-back), month.Plus(-back), baseUrl)),

            // The figures of December come in January, under the year that is over.
            "gacc" => now.Month == 1 ? [FetchPlan.Gacc(now.Year - 1, running: false, baseUrl)] : [FetchPlan.Gacc(now.Year, running: true, baseUrl)],
            _ => [FetchPlan.Ecb("CNY", baseUrl)],
        };
    }
}
