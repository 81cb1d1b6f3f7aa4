using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Host.Web;

/// <summary>How fresh a source is in this store.</summary>
/// <param name="Source">Line of vintages.</param>
/// <param name="Releases">How many there are.</param>
/// <param name="Last">Last period that a release covers; null when none covers any.</param>
/// <param name="Published">When the newest was published.</param>
/// <param name="UsualLag">Median days from the end of a period to its first publication, by this store's own releases; null for fewer than three.</param>
/// <param name="Expected">When the period after the last would come at that pace; null when unknown.</param>
/// <param name="Refused">Records refused, over all releases.</param>
public sealed record SourceState(string Source, int Releases, Period? Last, DateOnly Published, int? UsualLag, DateOnly? Expected, long Refused)
{
    private const int LeastPeriods = 3;
    private const int PeriodsLookedAt = 12;

    // A publication a week late is not yet news.
    private const int Grace = 7;

    /// <summary>True when the next period should have come.</summary>
    public bool IsOverdue(DateOnly today) => Expected is { } day && today > day.AddDays(Grace);

    internal static IReadOnlyList<SourceState> Of(IReadOnlyList<Release> releases) =>
        [.. releases.GroupBy(r => r.Source, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g]))];

    private static SourceState Of(string source, List<Release> releases)
    {
        // Of each release only its last period: one that brings ten years says nothing of when the first of them came. Of these the
        // usual length: an annual total beside months does not say when the next month comes.
        var firsts = releases.Where(r => r.Scope.Periods.Count > 0).Select(r => (Period: r.Scope.Periods[^1], Published: Day(r)))
            .GroupBy(p => p.Period).Select(g => (Period: g.Key, First: g.Min(p => p.Published))).ToList();
        var usual = firsts.CountBy(f => f.Period.Months).OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault();
        var known = firsts.Where(f => f.Period.Months == usual).OrderBy(f => f.Period.Start).ToList();
        var lags = known.TakeLast(PeriodsLookedAt).Select(f => f.First.DayNumber - EndOf(f.Period).DayNumber).Order().ToList();
        int? lag = lags.Count >= LeastPeriods ? lags[lags.Count / 2] : null;
        Period? last = known.Count == 0 ? null : known[^1].Period;
        DateOnly? expected = lag is { } days && last is { } of ? EndOf(of with { Start = of.Start.Plus(of.Months) }).AddDays(days) : null;
        return new SourceState(source, releases.Count, last, releases.Max(Day), lag, expected, releases.Sum(r => r.RowsRefused));
    }

    private static DateOnly EndOf(Period period) => period.End.Plus(1).FirstDay.AddDays(-1);

    private static DateOnly Day(Release release) => DateOnly.FromDateTime(release.PublishedAt.UtcDateTime);
}
