using Plimsoll.Agreements;
using Plimsoll.Store;

namespace Plimsoll.Host.Web;

/// <summary>
/// Assesses an agreement as of any day and keeps what was asked for last, so that a second reader waits for nothing. A stand is made
/// again when the store has new releases, and on another day, since which periods are due follows from the day.
/// </summary>
internal sealed class Stands(TradeStore store, Agreement agreement, TimeProvider time)
{
    // Each holds all findings of an agreement, some megabytes for a large store.
    private const int Kept = 8;

    // Subjects of a clause that the board names; the clause's own page names all.
    private const int ShownPerClause = 5;

    private readonly LinkedList<KeptStand> kept = new();
    private readonly Lock gate = new();

    // A stand takes all cores of the machine: many days at once are answered one after the other.
    private readonly Lock assessing = new();

    internal Agreement Agreement => agreement;

    internal TradeStore Store => store;

    internal DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The stand as of a day; the first reader computes it and the others wait.</summary>
    internal Stand Of(DateOnly? asOf)
    {
        var found = Find(asOf, Today, string.Join(',', store.Releases(asOf).Select(r => r.Id)));
        try
        {
            return found.Stand.Value;
        }
        catch
        {
            // What failed once may succeed the next time.
            lock (gate)
            {
                kept.Remove(found);
            }

            throw;
        }
    }

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

    private KeptStand Find(DateOnly? asOf, DateOnly today, string releases)
    {
        lock (gate)
        {
            var found = kept.FirstOrDefault(k => k.AsOf == asOf && k.Today == today && string.Equals(k.Releases, releases, StringComparison.Ordinal))
                ?? new KeptStand(asOf, today, releases, new Lazy<Stand>(() => Assess(asOf, today)));
            kept.Remove(found);
            kept.AddFirst(found);
            if (kept.Count > Kept)
            {
                kept.RemoveLast();
            }

            return found;
        }
    }

    private Stand Assess(DateOnly? asOf, DateOnly today)
    {
        using var oneAtATime = assessing.EnterScope();
        using var run = new AgreementRun(store, asOf, today);
        var findings = run.Assess(agreement).ToLookup(f => f.Clause, StringComparer.Ordinal);
        return new Stand(agreement, asOf, [.. agreement.Clauses.Select(clause => Of(run, clause, [.. findings[clause.Id].OrderByDescending(f => f.Zone).ThenBy(f => f.Id, StringComparer.Ordinal)]))]);
    }

    private ClauseStand Of(AgreementRun run, Clause clause, IReadOnlyList<Finding> findings)
    {
        var shown = findings.Where((f, i) => i == 0 || f.Zone is Zone.Red or Zone.Amber or Zone.Pending or Zone.Recovering).Take(ShownPerClause);
        return new ClauseStand(clause, findings, [.. shown.Select(f => new Course(f, run.History(agreement, Parsed(f)) ?? [f]))]);
    }

    private static FindingId Parsed(Finding finding) => FindingId.Parse(finding.Id).Value;

    private sealed record KeptStand(DateOnly? AsOf, DateOnly Today, string Releases, Lazy<Stand> Stand);
}
