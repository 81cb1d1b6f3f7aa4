using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>Gathers the codes and periods that the slices of a release speak about.</summary>
internal sealed class ScopeCollector
{
    private readonly SortedSet<Period> periods = [];
    private readonly SortedSet<string> products = new(StringComparer.Ordinal);
    private readonly SortedSet<string> reporters = new(StringComparer.Ordinal);
    private readonly SortedSet<string> partners = new(StringComparer.Ordinal);
    private readonly SortedSet<Flow> flows = [];

    internal void Add(SortedRows rows)
    {
        periods.UnionWith(rows.Periods);
        products.UnionWith(rows.Products.Codes);
        reporters.UnionWith(rows.Reporters.Codes);
        partners.UnionWith(rows.Partners.Codes);
        flows.UnionWith(Enum.GetValues<Flow>().Where(f => ((rows.Flows >> (int)f) & 1) != 0));
    }

    internal ReleaseScope ToScope(ReleaseHeader header, IEnumerable<Period> ratePeriods)
    {
        periods.UnionWith(ratePeriods);
        return header.WholePeriods
            ? new ReleaseScope(Whole: true, [.. periods], [], [], [], []) { Exhaustive = header.Exhaustive }
            : new ReleaseScope(Whole: false, [.. periods], [.. products], [.. reporters], [.. partners], [.. flows]) { Exhaustive = header.Exhaustive };
    }
}
