using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>Takes the value from every sum over reporters or months that the source has published only in part, and says so.</summary>
internal static class Completeness
{
    internal const string Partial = "partial";

    internal static IReadOnlyList<QueryRow> Check(IReadOnlyList<QueryRow> rows, TradeStore store, TradeQuery query)
    {
        var sumsReporters = !query.By.HasFlag(QueryDimensions.Reporter) || query.Reporters.Any(r => r.Length > 2);
        var sumsMonths = !query.By.HasFlag(QueryDimensions.Month);
        if (rows.Count == 0 || query.Months == 0 || (!sumsReporters && !sumsMonths))
        {
            return rows;
        }

        using var snapshot = store.Snapshot(query.Source, query.Months, query.AsOf);
        var states = new Dictionary<(string, string, Flow, Period), bool>();
        bool IsComplete(QueryRow row)
        {
            var key = (row.Reporter, row.Partner, row.Flow, row.Period);
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
        var axes = snapshot.Axes;
        var reporters = Numbers(row.Reporter, query.Reporters, axes.Reporters, axes.Reporter);
        var partners = Numbers(row.Partner, query.Partners, axes.Partners, axes.Partner);
        for (var month = row.Period.Start; month <= row.Period.End; month = month.Plus(query.Months))
        {
            if (snapshot.Publication.StateOf(new Period(month, query.Months), reporters, partners, row.Flow) < PointState.Suppressed)
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Numbers(string shown, IReadOnlyList<string> wanted, IReadOnlyList<Country> all, Func<Country, int> number)
    {
        IEnumerable<Country> countries = shown == "*"
            ? wanted.Count == 0 ? all.Where(c => !c.IsAggregate) : wanted.SelectMany(w => Expand(w, number))
            : Expand(shown, number);
        return [.. countries.Select(number).Where(n => n >= 0).Distinct()];
    }

    private static IEnumerable<Country> Expand(string code, Func<Country, int> number)
    {
        var country = Country.Parse(code).Value;
        return number(country) < 0 && CountryGroup.Find(country) is { } group ? group.MembersAt(Month.Of(2025, 1)) : [country];
    }
}
