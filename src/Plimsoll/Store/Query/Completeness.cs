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
        if (rows.Count == 0 || query.Months == 0 || (keepsReporters && keepsPartners && query.By.HasFlag(QueryDimensions.Month)))
        {
            return rows;
        }

        using var snapshot = store.Snapshot(query.Source, query.Months, query.AsOf);
        var states = new Dictionary<(string, string, string, Flow, Period), bool>();
        bool IsComplete(QueryRow row)
        {
            var key = (row.Reporter, row.Partner, row.Product, row.Flow, row.Period);
            if (!states.TryGetValue(key, out var complete))
            {
                states.Add(key, complete = IsPublished(snapshot, row, query));
            }

            return complete;
        }

        return [.. rows.Select(r => IsComplete(r) ? r : r with { Value = null, QuantityKg = null, Supplementary = null, Flags = Partial })];
    }

    private static bool IsPublished(TradeSnapshot snapshot, QueryRow row, TradeQuery query)
    {
        var selection = new Selection(snapshot, Countries(row.Reporter, query.Reporters, snapshot.Axes.Reporters), Countries(row.Partner, query.Partners, snapshot.Axes.Partners), row.Flow);
        var block = snapshot.NewBlock();
        snapshot.Read(row.Product != "*" ? [row.Product] : query.Products.Count > 0 ? query.Products : snapshot.Products, row.Product, block);
        var series = selection.Series(block, Measure.Value);
        for (var month = row.Period.Start; month <= row.Period.End; month = month.Plus(query.Months))
        {
            // A year of which only some months were asked for is not a year.
            var asked = (query.From is not { } from || from <= month) && (query.To is not { } to || month <= to);
            if (!asked || series[new Period(month, query.Months)].State < PointState.Suppressed)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Country> Countries(string shown, IReadOnlyList<string> wanted, IReadOnlyList<Country> all) => (shown, wanted) switch
    {
        ("*", []) => all.Where(c => !c.IsAggregate),
        ("*", _) => wanted.Select(w => Country.Parse(w).Value),
        _ => [Country.Parse(shown).Value],
    };
}
