using Plimsoll.Agreements.Evidence;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Verifying;

/// <summary>Adds rows up, plainly: no cube, no engine, only decimals.</summary>
internal sealed class RowTotals(Computation.SidePart side, IEnumerable<EvidenceRow> all)
{
    private readonly List<TradeRecord> rows = [.. all.Where(r => r.Vintage == side.Vintage && r.Figures == side.Figures).Select(r => r.Record)];

    internal Computation.SidePart Side => side;

    /// <summary>The supplementary unit of the rows, empty when they have none.</summary>
    internal string SupplementaryUnit => rows.Select(r => r.SupplementaryUnit).FirstOrDefault(u => u.Length > 0) ?? "";

    /// <summary>True when a row belongs to one of the sums.</summary>
    internal bool Takes(TradeRecord row) =>
        row.Period.Months == side.Step && row.Currency == side.Currency && side.Products.Contains(row.Product, StringComparer.Ordinal) && side.Sums.Any(s => s.Holds(row));

    /// <summary>The sum over windows; null when the computation has no sum of that name. A row without the amount adds nothing.</summary>
    internal decimal? Sum(string name, string? partner, IReadOnlyList<Period> windows)
    {
        if (side.Sums.FirstOrDefault(s => s.Name == name) is not { } sum)
        {
            return null;
        }

        var total = 0m;
        foreach (var window in windows)
        {
            foreach (var row in rows)
            {
                if (row.Period.Start >= window.Start && row.Period.End <= window.End && sum.Holds(row) && (partner is null || row.Partner == partner))
                {
                    total += RowAmount.Of(row, sum.Measure) ?? 0m;
                }
            }
        }

        return total;
    }

    /// <summary>The sum for each partner that a sum is made of.</summary>
    internal IReadOnlyList<(Country Partner, decimal Amount)> ByPartner(string name, IReadOnlyList<Period> windows) =>
    [
        .. from sum in side.Sums
           where sum.Name == name
           from partner in sum.Partners
           select (Country.Parse(partner).Value, Sum(name, partner, windows) ?? 0m),
    ];
}
