using Plimsoll.Sources;
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
            return new Fault("CLI-0010", "The store is empty. 'plimsoll demo' or 'plimsoll ingest FILE' fills it.", store.Root.FullName);
        }

        if (!sources.Contains(query.Source, StringComparer.Ordinal))
        {
            return new Fault("CLI-0011", $"The store has nothing of this source. It has {string.Join(", ", sources)}.", query.Source);
        }

        var known = store.Releases(query.AsOf).Where(r => r.Source == query.Source).ToList();
        return known.Count == 0
            ? new Fault("CLI-0012", $"Nothing of {query.Source} had been published by that day; the first release is of {all.First(r => r.Source == query.Source).PublishedAt:yyyy-MM-dd}.", $"{query.AsOf:yyyy-MM-dd}")
            : Periods(query, known) ?? Aggregates(store, query) ?? Products(query, known, all) ?? ZeroTrade.Judge(store, query);
    }

    private static Fault? Periods(TradeQuery query, List<Release> known)
    {
        var periods = known.SelectMany(r => r.Scope.Periods).Where(p => query.Months == 0 || p.Months == query.Months).ToList();
        if (periods.Count == 0)
        {
            return new Fault("CLI-0013", $"{query.Source} has no periods of that length; it has {string.Join(", ", known.SelectMany(r => r.Scope.Periods).Select(p => p.Months).Distinct().Order())} months. Use --months.", $"{query.Months}");
        }

        return query.From > periods.Max(p => p.End) || query.To < periods.Min().Start
            ? new Fault("CLI-0014", $"{query.Source} covers {periods.Min()} to {periods.MaxBy(p => p.End)}.", $"{query.From}..{query.To}")
            : null;
    }

    // A sum over everything takes countries and codes of eight digits; what the store has may be of another kind.
    private static Fault? Aggregates(TradeStore store, TradeQuery query)
    {
        var apart = store.Query(query with { By = QueryDimensions.Reporter | QueryDimensions.Partner | QueryDimensions.Product | QueryDimensions.Month });
        if (apart.Count == 0)
        {
            return null;
        }

        List<(string Option, IEnumerable<string> Codes)> left = [];
        if (query.Reporters.Count == 0 && !query.By.HasFlag(QueryDimensions.Reporter))
        {
            left.Add(("--reporter", apart.Select(r => r.Reporter).Where(c => Country.Parse(c).Value.IsAggregate)));
        }

        if (query.Partners.Count == 0 && !query.By.HasFlag(QueryDimensions.Partner))
        {
            left.Add(("--partner", apart.Select(r => r.Partner).Where(c => Country.Parse(c).Value.IsAggregate)));
        }

        if (query.Products.Count == 0 && !query.By.HasFlag(QueryDimensions.Product))
        {
            left.Add(("--product", apart.Select(r => r.Product).Where(c => ProductCode.Parse(c).Value.Kind is not (ProductKind.Cn8 or ProductKind.Masked))));
        }

        var shown = left.Select(l => (l.Option, Codes: l.Codes.Distinct(StringComparer.Ordinal).ToList())).Where(l => l.Codes.Count > 0).ToList();
        return new Fault(
            "CLI-0017",
            $"A sum over everything adds countries and codes of eight digits, and the store has nothing of the kind here. Name what it has with {string.Join(" and ", shown.Select(l => l.Option))}, or keep it apart with --by {string.Join(' ', shown.Select(l => l.Option[2..]))}.",
            string.Join("; ", shown.Select(l => $"{l.Option} {string.Join(", ", l.Codes.Take(5))}{(l.Codes.Count > 5 ? " …" : "")}")));
    }

    private static Fault? Products(TradeQuery query, List<Release> known, IReadOnlyList<Release> all)
    {
        var uncovered = query.Products.Where(p => !known.Exists(r => r.Scope.Whole || r.Scope.Products.Contains(p, StringComparer.Ordinal))).ToList();
        if (uncovered.Count == 0)
        {
            return null;
        }

        var others = all.Where(r => r.Source != query.Source && uncovered.Exists(p => r.Scope.Products.Contains(p, StringComparer.Ordinal))).Select(r => r.Source).Distinct(StringComparer.Ordinal).ToList();
        var below = known.SelectMany(r => r.Scope.Products).Where(p => uncovered.Exists(u => p.Length > u.Length && p.StartsWith(u, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var hint = (others.Count == 0 ? "" : $" These sources do: {string.Join(", ", others)}. Use --source, and --months 12 for a source of years.")
            + (below.Count == 0 ? "" : $" It has {below.Count} codes below: {string.Join(", ", below.Take(5))}{(below.Count > 5 ? " …" : "")}; they are not all of it, and not summed to it.");
        return new Fault("CLI-0015", $"No release of {query.Source} speaks about this product.{hint}", string.Join(", ", uncovered));
    }
}
