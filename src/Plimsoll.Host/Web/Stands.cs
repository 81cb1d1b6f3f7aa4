using Plimsoll.Agreements;
using Plimsoll.Sources;
using Plimsoll.Store;

namespace Plimsoll.Host.Web;

/// <summary>
/// Assesses an agreement as of any day and keeps what was asked for last, so that a second reader waits for nothing. A stand is made
/// again when the store has new releases, and on another day, since which periods are due follows from the day.
/// </summary>
internal sealed class Stands(TradeStore store, Agreement agreement, TimeProvider time)
{
    // Each holds all findings of an agreement, some megabytes for a large store.
    private const int KeptStands = 8;
    private const int KeptExplained = 256;

    // Subjects of a clause that the board names; the clause's own page names all.
    private const int ShownPerClause = 5;

    private readonly LinkedList<(string Key, Lazy<Stand> Stand)> kept = new();
    private readonly LinkedList<(string Key, Lazy<Explained?> Explained)> explained = new();
    private (DateTime Stamp, IReadOnlyList<Release> Releases) known = (default, []);
    private readonly Lock gate = new();

    // A stand takes all cores of the machine: many days at once are answered one after the other.
    private readonly Lock assessing = new();

    internal Agreement Agreement => agreement;

    internal TradeStore Store => store;

    internal TimeProvider Time => time;

    internal DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>All releases, oldest publication first. Read from the disk when a release has come.</summary>
    internal IReadOnlyList<Release> Releases()
    {
        var stamp = Directory.GetLastWriteTimeUtc(Path.Combine(store.Root.FullName, "releases"));
        lock (gate)
        {
            if (known.Stamp != stamp)
            {
                known = (stamp, store.Releases());
            }

            return known.Releases;
        }
    }

    /// <summary>Releases known on a day, oldest publication first.</summary>
    internal IReadOnlyList<Release> Releases(DateOnly? asOf) => [.. Releases().Where(r => asOf is not { } day || DateOnly.FromDateTime(r.PublishedAt.UtcDateTime) <= day)];

    /// <summary>The stand as of a day; the first reader computes it and the others wait.</summary>
    internal Stand Of(DateOnly? asOf) => Kept(kept, $"{asOf}|{Known(asOf)}", () => Assess(asOf), KeptStands);

    /// <summary>One finding with everything that explains it; null when there is none of that name and period.</summary>
    internal Explained? Explain(FindingId id, DateOnly? asOf) =>
        Kept(explained, $"{id}|{asOf}|{Known(asOf)}", () => ExplainAnew(id, asOf), KeptExplained);

    private Explained? ExplainAnew(FindingId id, DateOnly? asOf)
    {
        using var run = new AgreementRun(store, asOf, Today);
        if (run.History(agreement, id) is not [.., var last] history || last.Period != id.Period)
        {
            return null;
        }

        var clause = agreement.Clauses.First(c => c.Id == last.Clause);
        return new Explained(clause, new Course(last, history), run.Vintages(agreement, id), run.Releases(last), run.Rows(clause, last));
    }

    // What was known on the day, and which day it is now, in a word.
    private string Known(DateOnly? asOf) => $"{Today.DayNumber}|{string.Join(',', Releases(asOf).Select(r => r.Id))}";

    private T Kept<T>(LinkedList<(string Key, Lazy<T> Value)> list, string key, Func<T> make, int most)
    {
        (string Key, Lazy<T> Value) found;
        lock (gate)
        {
            found = list.FirstOrDefault(k => string.Equals(k.Key, key, StringComparison.Ordinal));
            if (found.Value is null)
            {
                found = (key, new Lazy<T>(make));
            }

            list.Remove(found);
            list.AddFirst(found);
            if (list.Count > most)
            {
                list.RemoveLast();
            }
        }

        try
        {
            return found.Value.Value;
        }
        catch
        {
            // What failed once may succeed the next time.
            lock (gate)
            {
                list.Remove(found);
            }

            throw;
        }
    }

    private Stand Assess(DateOnly? asOf)
    {
        using var oneAtATime = assessing.EnterScope();
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
