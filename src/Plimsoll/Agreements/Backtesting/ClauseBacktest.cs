using Plimsoll.Agreements.Run;
using Plimsoll.Indicators;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Backtesting;

/// <summary>One clause on one month's end after the other.</summary>
internal sealed class ClauseBacktest(TradeStore store, Agreement agreement, Clause clause)
{
    private readonly HashSet<string> sources = [.. clause.Sides.Select(side => ClauseContext.SourceOf(clause, side))];
    private readonly List<BacktestChange> changes = [];

    // The last word on every period that was ever shown, and which one is shown now.
    private readonly Dictionary<Period, Dictionary<Subject, Finding>> said = [];
    private Dictionary<Subject, Finding>? shown;
    private HashSet<string> known = [];

    internal Clause Clause => clause;

    internal IReadOnlyList<BacktestChange> Changes => changes;

    /// <summary>True when at least one subject had a zone on at least one day.</summary>
    internal bool WasAssessable { get; private set; }

    internal void LookOn(DateOnly day, AgreementRun run, CancellationToken cancel)
    {
        var releases = store.Releases(day).Where(r => sources.Contains(r.Source)).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        if (shown is not null && releases.SetEquals(known))
        {
            return;
        }

        known = releases;
        var before = shown;
        foreach (var period in said.Keys.ToList())
        {
            Revise(day, period, run, cancel);
        }

        var now = run.Assess(agreement, clause, cancel).ToDictionary(f => f.Subject);
        shown = now;
        WasAssessable |= now.Values.Any(f => f.Zone != Zone.NotAssessable);
        foreach (var finding in now.Values.OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            Advance(day, before?.GetValueOrDefault(finding.Subject), finding, before is null ? ChangeCause.Opening : ChangeCause.NewPeriod);
            (said.TryGetValue(finding.Period, out var period) ? period : said[finding.Period] = [])[finding.Subject] = finding;
        }
    }

    // A period that was shown before, on the figures of today.
    private void Revise(DateOnly day, Period period, AgreementRun run, CancellationToken cancel)
    {
        foreach (var finding in run.Assess(agreement, clause, period, cancel).OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            if (!said[period].TryGetValue(finding.Subject, out var before))
            {
                continue;
            }

            if (before.Zone != finding.Zone)
            {
                var assessed = before.Zone != Zone.NotAssessable && finding.Zone != Zone.NotAssessable;
                Add(day, before, finding, assessed ? ChangeCause.Revision : ChangeCause.Coverage);
            }

            said[period][finding.Subject] = finding;
        }
    }

    // A subject that nobody had looked at before is told of when it is not at rest.
    private void Advance(DateOnly day, Finding? before, Finding now, ChangeCause cause)
    {
        if (before is null ? now.Zone > Zone.Green : before.Period != now.Period && before.Zone != now.Zone)
        {
            Add(day, before, now, cause);
        }
    }

    private void Add(DateOnly day, Finding? before, Finding now, ChangeCause cause)
    {
        var leading = now.Readings is [var first, ..] ? first : null;
        var earlier = before?.Readings.FirstOrDefault(r => r.Indicator == leading?.Indicator)?.Value;
        changes.Add(new BacktestChange(
            day, clause.Id, now.Subject, now.Period, before?.Zone, now.Zone, cause, earlier, leading?.Value, leading?.Unit ?? "", now.Status));
    }
}
