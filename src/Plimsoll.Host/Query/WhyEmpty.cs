using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Host.Query;

/// <summary>Says why an answer is empty: an empty answer is never left bare.</summary>
internal static class WhyEmpty
{
    internal static Fault Explain(TradeStore store, TradeQuery query)
    {
        var all = store.Releases();
        var sources = all.Select(r => r.Source).Distinct(StringComparer.Ordinal).ToList();
        if (all.Count == 0)
        {
            return new Fault("CLI-0010", "The store is empty. 'plimsoll demo' or 'plimsoll ingest FILE' fills it.");
        }

        if (!sources.Contains(query.Source, StringComparer.Ordinal))
        {
            return new Fault("CLI-0011", $"The store has nothing of this source. It has {string.Join(", ", sources)}.", query.Source);
        }

        var known = store.Releases(query.AsOf).Where(r => r.Source == query.Source).ToList();
        if (known.Count == 0)
        {
            return new Fault("CLI-0012", $"Nothing of {query.Source} had been published by that day; the first release is of {all.First(r => r.Source == query.Source).PublishedAt:yyyy-MM-dd}.", $"{query.AsOf:yyyy-MM-dd}");
        }

        var periods = known.SelectMany(r => r.Scope.Periods).Where(p => query.Months == 0 || p.Months == query.Months).ToList();
        if (periods.Count == 0)
        {
            return new Fault("CLI-0013", $"{query.Source} has no periods of that length; it has {string.Join(", ", known.SelectMany(r => r.Scope.Periods).Select(p => p.Months).Distinct().Order())} months. Use --months.", $"{query.Months}");
        }

        if (query.From > periods.Max().End || query.To < periods.Min().Start)
        {
            return new Fault("CLI-0014", $"{query.Source} covers {periods.Min()} to {periods.Max()}.", $"{query.From}..{query.To}");
        }

        var uncovered = query.Products.Where(p => !known.Exists(r => r.Scope.Whole || r.Scope.Products.Contains(p, StringComparer.Ordinal))).ToList();
        var others = all.Where(r => uncovered.Exists(p => r.Scope.Products.Contains(p, StringComparer.Ordinal))).Select(r => r.Source).Distinct(StringComparer.Ordinal).ToList();
        var hint = others.Count == 0 ? "" : $" These sources do: {string.Join(", ", others)}. Use --source, and --months 12 for a source of years.";
        var apart = store.Query(query with { By = QueryDimensions.Reporter | QueryDimensions.Partner | QueryDimensions.Product | QueryDimensions.Month });
        if (apart.Count > 0)
        {
            return new Fault("CLI-0017", "A sum leaves aggregates out, and the store has nothing else here. Name one with --reporter or --partner.", string.Join(", ", apart.SelectMany(r => new[] { r.Reporter, r.Partner }).Where(c => Country.Parse(c).Value.IsAggregate).Distinct(StringComparer.Ordinal)));
        }

        return uncovered.Count > 0
            ? new Fault("CLI-0015", $"No release of {query.Source} speaks about this product.{hint}", string.Join(", ", uncovered))
            : new Fault("CLI-0016", "The source covers these cells and has no trade in them.");
    }
}
