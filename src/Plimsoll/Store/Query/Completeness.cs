using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>Takes the value from every sum over reporters or months that the source has published only in part, and says so.</summary>
internal static class Completeness
{
    internal const string Partial = "partial";

    internal static IReadOnlyList<QueryRow> Check(IReadOnlyList<QueryRow> rows, TradeStore store, TradeQuery query)
    {
        var keepsReporters = query.By.HasFlag(QueryDimensions.Reporter) && query.Reporters.All(r => r.Length == 2);
        var keepsPartners = query.By.HasFlag(QueryDimensions.Partner) && query.Partners.All(p => p.Length == 2);
        if (rows.Count == 0 || (keepsReporters && keepsPartners && query.By.HasFlag(QueryDimensions.Month)))
        {
            return rows;
        }

        var lengths = query.Months == 0 ? rows.Select(r => r.Period.Months).Distinct() : [query.Months];
        var snapshots = lengths.ToDictionary(months => months, months => store.Snapshot(query.Source, months, query.AsOf));
        var states = new Dictionary<(string, string, string, Flow, Period), bool>();
        bool IsComplete(QueryRow row)
        {
            var key = (row.Reporter, row.Partner, row.Product, row.Flow, row.Period);
            if (!states.TryGetValue(key, out var complete))
            {
                var months = query.Months == 0 ? row.Period.Months : query.Months;
                states.Add(key, complete = IsPublished(snapshots[months], months, row, query));
            }

            return complete;
        }

        try
        {
            return [.. rows.Select(r => IsComplete(r) ? r : r with { Value = null, QuantityKg = null, Supplementary = null, Flags = Partial })];
        }
        finally
        {
            snapshots.Values.ToList().ForEach(snapshot => snapshot.Dispose());
        }
    }

    private static bool IsPublished(TradeSnapshot snapshot, int months, QueryRow row, TradeQuery query)
    {
        var selection = new Selection(snapshot, Countries(row.Reporter, query.Reporters, snapshot.Axes.Reporters), Countries(row.Partner, query.Partners, snapshot.Axes.Partners), row.Flow);
        var block = snapshot.NewBlock();
        snapshot.Read(row.Product != "*" ? [row.Product] : query.Products.Count > 0 ? query.Products : [.. snapshot.Products.Where(p => ProductCode.Parse(p).Value is { Kind: ProductKind.Cn8, Chapter: not ("98" or "99") })], row.Product, block);
        var series = selection.Series(block, Measure.Value);
        for (var month = row.Period.Start; month <= row.Period.End; month = month.Plus(months))
        {
            // A year of which only some months were asked for is not a year.
            var asked = (query.From is not { } from || from <= month) && (query.To is not { } to || month <= to);
            if (!asked || series[new Period(month, months)].State < PointState.Suppressed)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Country> Countries(string shown, IReadOnlyList<string> wanted, IReadOnlyList<Country> all) => (shown, wanted) switch
    {
        ("*", []) => all.Where(c => !c.IsAggregate && !c.IsSecret && c.Code is not "XI" and not "XU"),
        ("*", _) => wanted.Select(w => Country.Parse(w).Value),
        _ => [Country.Parse(shown).Value],
    };
}
