using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>Which cells of a release still count when newer releases of the same source are there: those outside their scopes.</summary>
internal sealed class Visibility
{
    private readonly Dictionary<Period, List<Release>> newer = [];
    private readonly HashSet<Period> hidden = [];

    /// <summary>For a release and the releases published after it.</summary>
    internal Visibility(Release release, IEnumerable<Release> later)
    {
        foreach (var other in later)
        {
            foreach (var period in other.Scope.Periods.Intersect(release.Scope.Periods))
            {
                if (other.Scope.Whole)
                {
                    hidden.Add(period);
                }
                else if (Overlaps(release.Scope, other.Scope))
                {
                    (newer.TryGetValue(period, out var list) ? list : newer[period] = []).Add(other);
                }
            }
        }
    }

    /// <summary>True when a newer release published the period whole.</summary>
    internal bool IsHidden(Period period) => hidden.Contains(period);

    /// <summary>Newer releases that replace some cells of the period.</summary>
    internal IReadOnlyList<Release> Newer(Period period) => newer.GetValueOrDefault(period) ?? [];

    private static bool Overlaps(ReleaseScope old, ReleaseScope young) =>
        old.Whole
        || (old.Products.Intersect(young.Products, StringComparer.Ordinal).Any()
            && old.Reporters.Intersect(young.Reporters, StringComparer.Ordinal).Any()
            && old.Partners.Intersect(young.Partners, StringComparer.Ordinal).Any()
            && old.Flows.Intersect(young.Flows).Any());
}
