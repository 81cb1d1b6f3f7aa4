using Plimsoll.Agreements;

namespace Plimsoll.Host.Web;

/// <summary>An agreement held against the store as of one day: what the pages show. Kept while it is asked for.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="AsOf">Day whose vintages were used; null for the newest.</param>
/// <param name="Clauses">Its clauses in order.</param>
public sealed record Stand(Agreement Agreement, DateOnly? AsOf, IReadOnlyList<ClauseStand> Clauses)
{
    internal IEnumerable<Finding> Findings => Clauses.SelectMany(clause => clause.Findings);
}
