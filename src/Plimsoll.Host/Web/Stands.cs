using Plimsoll.Agreements;
using Plimsoll.Store;

namespace Plimsoll.Host.Web;

/// <summary>
/// Assesses an agreement as of any day and keeps what was asked for last, so that a second reader waits for nothing. A stand is made
/// again when the store has new releases.
/// </summary>
internal sealed class Stands(TradeStore store, Agreement agreement, TimeProvider time)
{
    // Each holds all findings of an agreement, some megabytes for a large store.
    private const int Kept = 8;

    // Subjects of a clause that the board names; the clause's own page names all.
    private const int ShownPerClause = 5;

    private readonly LinkedList<(DateOnly? AsOf, string Releases, Lazy<Stand> Stand)> kept = new();
    private readonly Lock gate = new();

    internal Agreement Agreement => agreement;

    internal TradeStore Store => store;

    internal DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The stand as of a day; the first reader computes it and the others wait.</summary>
    internal Stand Of(DateOnly? asOf) => Find(asOf, string.Join(',', store.Releases(asOf).Select(r => r.Id))).Value;

    /// <summary>One finding with everything that explains it; null when there is none of that name and period.</summary>
    internal Explained? Explain(FindingId id, DateOnly? asOf)
    {
        using var run = new AgreementRun(store, asOf, Today);
        if (run.History(agreement, id) is not [.., var last] history || last.Period != id.Period)
        {
            return null;
        }

        var clause = agreement.Clauses.First(c => c.Id == last.Clause);
        return new Explained(clause, new Course(last, history), run.Vintages(agreement, id), run.Releases(last), run.Rows(clause, last));
    }

    private Lazy<Stand> Find(DateOnly? asOf, string releases)
    {
        lock (gate)
        {
            var found = kept.FirstOrDefault(k => k.AsOf == asOf && string.Equals(k.Releases, releases, StringComparison.Ordinal));
            if (found.Stand is null)
            {
                found = (asOf, releases, new Lazy<Stand>(() => Assess(asOf)));
            }

            kept.Remove(found);
            kept.AddFirst(found);
            if (kept.Count > Kept)
            {
                kept.RemoveLast();
            }

            return found.Stand;
        }
    }

    private Stand Assess(DateOnly? asOf)
    {
        using var run = new AgreementRun(store, asOf, Today);
        var findings = run.Assess(agreement).ToLookup(f => f.Clause, StringComparer.Ordinal);
        return new Stand(agreement, asOf, [.. agreement.Clauses.Select(clause => Of(run, clause, [.. findings[clause.Id].OrderByDescending(f => f.Zone).ThenBy(f => f.Id, StringComparer.Ordinal)]))]);
    }

    private ClauseStand Of(AgreementRun run, Clause clause, IReadOnlyList<Finding> findings)
    {
        var shown = findings.Where((f, i) => i == 0 || f.Zone is Zone.Red or Zone.Amber or Zone.Pending or Zone.Recovering).Take(ShownPerClause);
        return new ClauseStand(clause, findings, [.. shown.Select(f => new Course(f, run.History(agreement, Parsed(f)) ?? [f]))]);
    }

    private static FindingId Parsed(Finding finding) => FindingId.Parse(finding.Id).Value;
}
