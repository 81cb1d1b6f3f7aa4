using Plimsoll.Agreements.Run;
using Plimsoll.Indicators;
using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>
/// The front door of this stage: holds an agreement against a store as it was known on a day. Dispose it when the findings are read;
/// they do not depend on it afterwards.
/// </summary>
public sealed class AgreementRun : IDisposable
{
    private const int StepsBack = 3;

    // Months: a three-year average, held against the three years before its own year.
    private const int LongestLookBack = 48;

    private readonly TradeStore store;
    private readonly SnapshotSet snapshots;
    private readonly DateOnly? asOf;
    private readonly DateOnly today;

    /// <summary>A run on a store. <paramref name="today"/> names the period of findings about a source that has published nothing.</summary>
    public AgreementRun(TradeStore store, DateOnly? asOf, DateOnly today)
    {
        this.store = store;
        snapshots = new SnapshotSet(store, asOf);
        this.asOf = asOf;
        this.today = today;
    }

    /// <summary>
    /// The finding of every clause and subject for the last period published, in the order of the clauses; for an earlier one, up to three
    /// back, where nothing can be said about any subject in the later ones. A clause on each CN code
    /// sweeps all products on all cores. Readings come without their inputs; <see cref="History"/> lists them.
    /// </summary>
    public IReadOnlyList<Finding> Assess(Agreement agreement, CancellationToken cancel = default) =>
        [.. agreement.Clauses.SelectMany(clause => Assess(agreement, clause, cancel))];

    /// <summary>The findings of one clause, as <see cref="Assess(Agreement, CancellationToken)"/> gives them.</summary>
    internal IReadOnlyList<Finding> Assess(Agreement agreement, Clause clause, CancellationToken cancel) => Newest(agreement, clause, cancel);

    /// <summary>The findings of one clause for a period, and not for a newer one; none when it was not published.</summary>
    internal IReadOnlyList<Finding> Assess(Agreement agreement, Clause clause, Period period, CancellationToken cancel)
    {
        using var vintages = new ClauseVintages(clause, store, snapshots, asOf);
        var periods = vintages.Newest.RecentPeriods(vintages.Newest.Periods.Count(p => p.CompareTo(period) <= 0));
        return periods is [.., var last] && last == period ? Assess(agreement, clause, vintages, periods, cancel) : [];
    }

    /// <summary>
    /// One finding with its history, oldest period first: the last is the finding asked for. Null when the agreement has no such clause
    /// or the clause no such subject or period.
    /// </summary>
    public IReadOnlyList<Finding>? History(Agreement agreement, FindingId id) => Trace(agreement, id)?.History;

    /// <summary>As <see cref="History"/>, with the readings of each period and the cells that they were made from.</summary>
    internal FindingTrace? Trace(Agreement agreement, FindingId id)
    {
        var clause = agreement.Clauses.FirstOrDefault(c => string.Equals(c.Id, id.Clause, StringComparison.Ordinal));
        if (clause is null || !string.Equals(agreement.Id, id.Agreement, StringComparison.Ordinal))
        {
            return null;
        }

        using var vintages = new ClauseVintages(clause, store, snapshots, asOf);
        var subject = vintages.Newest.Subjects.FirstOrDefault(s => id.Names(s));
        if (subject is null)
        {
            return null;
        }

        var known = vintages.Newest.Periods.Where(p => p.CompareTo(id.Period) <= 0).TakeLast(ClauseContext.LongHistory).ToList();
        if (known.Count > 0 && known[^1] != id.Period)
        {
            return null;
        }

        IReadOnlyList<Period> periods = known.Count == 0 ? [id.Period] : known;
        vintages.Prepare(periods);
        var reader = vintages.NewReader(withInputs: true);
        reader.Open(subject.Product);
        var readings = periods.ToDictionary(period => period, _ => new Dictionary<IndicatorNeed, Reading>());
        var history = Assessment.Assess(
            agreement, clause, subject, periods, (need, period) => readings[period][need] = reader.Read(need, period), Turn(reader, subject, periods));
        return FindingTrace.Of(clause, history, [.. periods.Select(period => reader.Trace(period, readings[period]))]);
    }

    /// <summary>
    /// The same finding on the figures known on each day on which its zone or its leading value changed, oldest first: what a revision,
    /// of the period or of those that it is compared with, did to the verdict. Up to the run's own day.
    /// </summary>
    public IReadOnlyList<Finding> Vintages(Agreement agreement, FindingId id)
    {
        var clause = agreement.Clauses.First(c => string.Equals(c.Id, id.Clause, StringComparison.Ordinal));
        var days = store.Releases(asOf)
            .Where(r => clause.Sides.Any(side => ClauseContext.SourceOf(clause, side) == r.Source))
            .Where(r => r.Scope.Periods.Any(p => p.Start <= id.Period.End && p.End >= id.Period.End.Plus(-LongestLookBack)))
            .Select(r => DateOnly.FromDateTime(r.PublishedAt.UtcDateTime))
            .Distinct()
            .Order()
            .ToList();
        var findings = new List<Finding>();
        foreach (var day in days)
        {
            using var then = new AgreementRun(store, day, today);
            if (then.History(agreement, id) is [.., var last] && last.Period == id.Period && !(findings is [.., var before] ? IsSame(before, last) : last.Zone == Zone.NotAssessable))
            {
                findings.Add(last);
            }
        }

        return findings;
    }

    private static bool IsSame(Finding before, Finding now) =>
        before.Zone == now.Zone && before.Readings.Select(r => r.Value).SequenceEqual(now.Readings.Select(r => r.Value));

    /// <summary>The releases that a finding was made from.</summary>
    public IReadOnlyList<Release> Releases(Finding finding) =>
        [.. store.Releases(asOf).Where(r => finding.Releases.Contains(r.Id, StringComparer.Ordinal))];

    /// <summary>Every release known on the run's day, oldest publication first.</summary>
    internal IReadOnlyList<Release> Known => store.Releases(asOf);

    /// <summary>The store of the run.</summary>
    internal TradeStore Store => store;

    /// <summary>The rows of a finding's subject over the two years to its period, through the SQL door; of both sides where both count.</summary>
    public IReadOnlyList<QueryRow> Rows(Clause clause, Finding finding)
    {
        var subject = finding.Subject;
        var codes = Families.Of(subject.Product, finding.Period.End.Year)?.AllCodes.Select(c => c.Text).ToList() ?? [subject.Product];
        return
        [
            .. clause.Sides.SelectMany(side => store.Query(new TradeQuery(ClauseContext.SourceOf(clause, side))
            {
                Reporters = [side == Figures.Reporter ? subject.Reporter : subject.Partner],
                Partners = [side == Figures.Reporter ? subject.Partner : subject.Reporter],
                Products = codes,
                Flow = side == Figures.Reporter ? subject.Flow : Flow.None,
                From = finding.Period.End.Plus(-23),
                To = finding.Period.End,
                Months = finding.Period.Months,
                AsOf = asOf,
            })),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => snapshots.Dispose();

    // Where the newest period can be assessed for no subject at all, because the source has not published what the clause needs, an
    // earlier one may.
    private Finding[] Newest(Agreement agreement, Clause clause, CancellationToken cancel)
    {
        using var vintages = new ClauseVintages(clause, store, snapshots, asOf);
        var newest = vintages.Newest;
        var periods = newest.RecentPeriods(newest.Periods.Count);
        var found = Assess(agreement, clause, vintages, periods.Count == 0 ? [Period.Of(Month.Of(asOf ?? today))] : periods, cancel);
        var (earlier, steps) = (found, 0);
        while (earlier.All(f => f.Zone == Zone.NotAssessable) && ++steps <= StepsBack && steps < newest.Periods.Count)
        {
            earlier = Assess(agreement, clause, vintages, newest.RecentPeriods(newest.Periods.Count - steps), cancel);
        }

        return earlier.All(f => f.Zone == Zone.NotAssessable) ? found : earlier;
    }

    private Finding[] Assess(Agreement agreement, Clause clause, ClauseVintages vintages, IReadOnlyList<Period> periods, CancellationToken cancel)
    {
        vintages.Prepare(periods);
        var subjects = vintages.Newest.Subjects.Index().ToList();
        var byProduct = subjects.GroupBy(s => s.Item.Product, StringComparer.Ordinal).Select(g => g.ToArray()).ToList();
        var found = new Finding[subjects.Count];
        Parallel.ForEach(
            byProduct,
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => vintages.NewReader(withInputs: false),
            (product, _, reader) =>
            {
                reader.Open(product[0].Item.Product);
                foreach (var (index, subject) in product)
                {
                    found[index] = Assessment.AssessLast(agreement, clause, subject, periods, reader.Read, Turn(reader, subject, periods));
                }

                return reader;
            },
            _ => { });
        return found;
    }

    // Turns the reader to a subject and says which vintage it reads the last period from.
    private ReadVintage Turn(PeriodReader reader, Subject subject, IReadOnlyList<Period> periods)
    {
        reader.Turn(subject);
        return reader.VintageOf(periods[^1], asOf);
    }
}
