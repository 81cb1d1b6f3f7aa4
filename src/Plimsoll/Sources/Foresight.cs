using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>Statistics look back: a release about a time that had not begun when it was published or received is not what it seems.</summary>
internal static class Foresight
{
    /// <summary>
    /// Fault <c>SRC-0025</c> for a period that began after the bytes were received, or after a day of publication that the caller or the
    /// answer states; null otherwise. The time of a file is no statement: archives forget it.
    /// </summary>
    internal static Fault? Check(Release release)
    {
        var last = release.Scope.Periods.Max(p => p.Start);
        var isStated = release.Evidence is PublicationEvidence.Stated or PublicationEvidence.Content;
        return last > MonthOf(release.RetrievedAt)
                ? new Fault("SRC-0025", $"The answer has figures of a period that has not begun; this machine's clock says {release.RetrievedAt:yyyy-MM-dd}. Look at the period's column, or set the clock right.", $"{last}")
            : isStated && last > MonthOf(release.PublishedAt)
                ? new Fault("SRC-0025", $"The answer has figures of a period that began after the day of publication, {release.PublishedAt:yyyy-MM-dd}. Look at the period's column, or at --published.", $"{last}")
            : null;
    }

    private static Month MonthOf(DateTimeOffset time) => Month.Of(DateOnly.FromDateTime(time.UtcDateTime));
}
