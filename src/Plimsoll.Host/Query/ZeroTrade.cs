using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Host.Query;

/// <summary>Whether an empty answer means that there was no trade. It does only where releases that list all trade speak about every cell asked for.</summary>
internal static class ZeroTrade
{
    /// <summary><c>CLI-0016</c> for no trade, <c>CLI-0004</c> with the first thing that is not known otherwise.</summary>
    internal static Fault Judge(TradeStore store, TradeQuery query)
    {
        using var snapshot = store.Snapshot(query.Source, query.Months, query.AsOf);
        return Unknown(snapshot, query) is { } unknown
            ? new Fault("CLI-0004", $"The store has nothing here, and that is not zero: {unknown.Why} Take in a release that covers it, or ask for less.", unknown.What)
            : new Fault("CLI-0016", "Releases that list all trade cover what was asked for, and list none: there was no trade.", Span(Asked(snapshot, query)));
    }

    private static (string Why, string What)? Unknown(TradeSnapshot snapshot, TradeQuery query)
    {
        if (query.Reporters.FirstOrDefault(r => GroupMembers.Of(Country.Parse(r).Value, c => snapshot.Axes.Reporter(c) >= 0).Any(m => snapshot.Axes.Reporter(m) < 0)) is { } stranger)
        {
            return ("the source has no figures of this reporter.", stranger);
        }

        if (query.Months == 0)
        {
            return ("its periods have several lengths; --months names one.", query.Source);
        }

        var periods = Asked(snapshot, query);
        foreach (var product in query.Products.Count == 0 ? snapshot.Products : query.Products)
        {
            if (!snapshot.Products.Any(p => ProductCode.Parse(p).Value.Kind == ProductCode.Parse(product).Value.Kind))
            {
                return ("the source does not list products by codes of this kind.", product);
            }

            if (periods.FirstOrDefault(p => ProductCode.Parse(product).Value.Kind != ProductKind.Masked && Nomenclature.Valid(product, p.Start.Year) is CodeStanding.Unknown or CodeStanding.OtherYear) is { Months: > 0 } year)
            {
                return ($"the code is not in the Combined Nomenclature of {year.Start.Year}.", product);
            }

            var block = snapshot.NewBlock();
            snapshot.Read(product, block);
            foreach (var flow in query.Flow == Flow.None ? [Flow.Import, Flow.Export] : new[] { query.Flow })
            {
                var series = Selection(snapshot, query, flow).Series(block, Measure.Value);
                if (periods.FirstOrDefault(p => series[p].State != PointState.Published) is { Months: > 0 } missing)
                {
                    return ("no release that lists all trade speaks about all of it.", $"{product}, {flow.ToString().ToLowerInvariant()}, {missing}");
                }
            }
        }

        if (snapshot.Releases.FirstOrDefault(r => r.RowsRefused > 0 && r.Scope.Periods.Intersect(periods).Any()) is { } refused)
        {
            return ($"{refused.RowsRefused} records were refused that may be about it; 'plimsoll releases --refused {refused.Id}' lists them.", refused.FileName);
        }

        return periods.Count == 0 || query.Products.Count == 0 ? ("only named products and published periods can be judged.", $"{query.From}..{query.To}") : null;
    }

    private static Selection Selection(TradeSnapshot snapshot, TradeQuery query, Flow flow)
    {
        static IEnumerable<Country> Named(IReadOnlyList<string> codes, IReadOnlyList<Country> all) => codes.Count == 0 ? all.Where(c => !c.IsAggregate) : codes.Select(c => Country.Parse(c).Value);
        return new Selection(snapshot, Named(query.Reporters, snapshot.Axes.Reporters), Named(query.Partners, snapshot.Axes.Partners), flow);
    }

    // Every month or year between the ends, published or not; of other lengths what was published.
    private static List<Period> Asked(TradeSnapshot snapshot, TradeQuery query)
    {
        var published = snapshot.Publication.Periods;
        if (published.Count == 0)
        {
            return [];
        }

        var (from, to) = (query.From ?? published[0].Start, query.To ?? published.Max(p => p.End));
        return query.Months is 1 or 12
            ? [.. Enumerable.Range(0, Math.Max(0, to.Index - from.Index + 1)).Select(from.Plus).Where(m => query.Months == 1 || m.Number == 1).Select(m => new Period(m, query.Months))]
            : [.. published.Where(p => p.Start >= from && p.Start <= to)];
    }

    private static string Span(List<Period> periods) => periods[0] == periods[^1] ? $"{periods[0]}" : $"{periods[0]}..{periods[^1]}";
}
