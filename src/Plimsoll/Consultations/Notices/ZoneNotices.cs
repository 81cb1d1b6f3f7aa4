using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Terms;

namespace Plimsoll.Consultations.Notices;

/// <summary>Notices of lines whose zone is another than when somebody looked last. Pure.</summary>
internal sealed class ZoneNotices(Agreement agreement, DateTimeOffset at)
{
    /// <summary>
    /// In the order of the findings. A line that was never seen before is told when it is amber or red; after that every change is, also
    /// to and from "not assessable".
    /// </summary>
    internal IEnumerable<Notice> Between(IReadOnlyList<SeenFinding> before, IReadOnlyList<Finding> now)
    {
        var seen = before.ToDictionary(one => one.Line, StringComparer.Ordinal);
        return from finding in now.DistinctBy(one => one.Id, StringComparer.Ordinal)
               let last = seen.GetValueOrDefault(SeenFinding.LineOf(finding.Id))
               where last is null ? finding.Zone is Zone.Amber or Zone.Red : last.Zone != Spelt.Of(finding.Zone)
               select Of(finding, last);
    }

    private Notice Of(Finding finding, SeenFinding? last)
    {
        var clause = agreement.Clauses.FirstOrDefault(one => one.Id == finding.Clause);
        var now = SeenFinding.Of(finding);
        var (value, unit) = finding.Readings is [var leading, ..] ? (leading.Value, leading.Unit) : (null, "");
        return new Notice(
            NoticeId.Of(["zone", finding.Id, now.Zone, now.Limits, finding.AsOf?.ToString("O", CultureInfo.InvariantCulture) ?? "", .. finding.Releases]),
            NoticeKind.ZoneChanged,
            finding.Id,
            $"{NoticeText.Words(now.Zone)}{(last is null ? "" : $", was {NoticeText.Words(last.Zone)}")}: {clause?.Title ?? finding.Clause}, {finding.Subject}, {finding.Period}",
            last?.Zone,
            now.Zone,
            value,
            unit,
            NoticeText.Limits(finding.Thresholds, unit),
            new NoticeVintage(finding.AsOf, finding.KnownAt, finding.Releases),
            $"{Cause(now, last)} {Decided(finding, clause, value, unit)}",
            Next(finding, clause),
            NoticeText.Link("findings", finding.Id) + (finding.AsOf is { } day ? string.Create(CultureInfo.InvariantCulture, $"?asof={day:yyyy-MM-dd}") : ""),
            NoticeText.Status(Spelt.Of(finding.Status)),
            at);
    }

    private static string Cause(SeenFinding now, SeenFinding? last)
    {
        if (last is null)
        {
            return "Seen for the first time.";
        }

        if (now.Period != last.Period)
        {
            return now.ReadPeriod() is { } later && last.ReadPeriod() is { } earlier && later.CompareTo(earlier) > 0
                ? $"Figures of {now.Period} came; the last look was at {last.Period}."
                : $"The newest period that can be assessed is {now.Period}; the last look was at {last.Period}.";
        }

        return !now.Releases.SequenceEqual(last.Releases, StringComparer.Ordinal) ? $"The source revised figures that enter {now.Period}."
            : now.Limits != last.Limits ? "Other limits apply than at the last look; the figures are the same."
            : "The clause or the method is another than at the last look; the figures and the limits are the same.";
    }

    private static string Decided(Finding finding, Clause? clause, decimal? value, string unit)
    {
        if (finding.Reason is { } reason)
        {
            return $"Not assessable. {reason}";
        }

        var conditions = clause?.Condition.Thresholds.Count ?? 1;
        var further = conditions > 1 ? string.Create(CultureInfo.InvariantCulture, $" It is the first of {conditions} conditions; 'plimsoll explain' shows all.") : "";
        return $"The value is {NoticeText.Amount(value, unit)}.{further}";
    }

    private static string Next(Finding finding, Clause? clause)
    {
        var (k, n) = clause?.Persistence is { } lasting ? (lasting.K, lasting.N) : (1, 1);
        return finding.Zone switch
        {
            Zone.Red => Effect(clause?.Effect.Red ?? "none", clause?.Consultation),
            Zone.Amber => Effect(clause?.Effect.Amber ?? "none", clause?.Consultation),
            Zone.Pending => string.Create(CultureInfo.InvariantCulture, $"A limit is crossed, not yet for long enough: it counts when {k} of {n} periods say so."),
            Zone.Recovering => string.Create(CultureInfo.InvariantCulture, $"Back inside the limits, not yet for long enough: the zone lasts while {k} of the last {n} periods say so."),
            Zone.NotAssessable => "It is assessed again when the source has published what is missing.",
            _ => "Nothing follows from this zone.",
        };
    }

    private static string Effect(string effect, ConsultationClock? clock) => effect switch
    {
        "none" => "Nothing follows from this zone.",
        "listing" => "The clause lists it; no deadline runs.",
        "signal" => "The clause gives a signal: the parties inform each other; no deadline runs.",
        "consultation" when clock is { } running =>
            string.Create(CultureInfo.InvariantCulture, $"The clause leads to a consultation, due within {running.Days} {(running.WorkingDays ? "working days of both parties" : "days")} from the opening of its case."),
        "consultation" => "The clause leads to a consultation, without a deadline.",
        _ => $"The clause names '{NoticeText.Words(effect)}'. Nothing happens by itself: what it allows is for the parties to do.",
    };
}
