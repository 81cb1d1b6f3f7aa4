using System.Globalization;
using Plimsoll.Indicators;
using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary>One line of <c>rows.csv</c>: a record that entered a sum.</summary>
/// <param name="Vintage">Vintage that it was read from: a day, or <c>newest</c>.</param>
/// <param name="Figures">For which party's figures.</param>
/// <param name="Record">The record.</param>
internal sealed record EvidenceRow(string Vintage, Figures Figures, TradeRecord Record)
{
    /// <summary>Every record behind every reading of the history: by the SQL engine, where the readings came from the cube.</summary>
    internal static IReadOnlyList<EvidenceRow> Of(TradeStore store, Clause clause, Computation computation)
    {
        var rows = new List<EvidenceRow>();
        foreach (var side in computation.Sides)
        {
            var periods = computation.Periods.Where(p => p.Vintage == side.Vintage);
            var windows = periods.SelectMany(p => Windows(clause, side.Figures, p.Period)).Distinct().ToList();
            rows.AddRange(Read(store, side, windows).Select(r => new EvidenceRow(side.Vintage, side.Figures, r)));
        }

        return rows;
    }

    private static IEnumerable<Period> Windows(Clause clause, Figures side, Period at) =>
        from need in clause.Needs
        where need.Figures == side
        let indicator = Indicator.Parse(need.Indicator)
        where indicator.Ok
        from span in new[] { WindowSpan.Of(indicator.Value.Window, at), WindowSpan.BaselineOf(indicator.Value, at) }.OfType<WindowSpan>()
        from window in span.Periods
        select window;

    private static IEnumerable<TradeRecord> Read(TradeStore store, Computation.SidePart side, List<Period> windows)
    {
        if (windows.Count == 0 || side.Sums.Count == 0)
        {
            return [];
        }

        var found = store.Records(new TradeQuery(side.Source)
        {
            Reporters = [.. side.Sums.SelectMany(s => s.Reporters).Distinct(StringComparer.Ordinal)],
            Partners = [.. side.Sums.SelectMany(s => s.Partners).Distinct(StringComparer.Ordinal)],
            Products = side.Products,
            From = windows.Min(w => w.Start),
            To = windows.Max(w => w.End),
            Months = side.Step,
            AsOf = side.Vintage == Computation.Newest ? null : DateOnly.ParseExact(side.Vintage, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        return found.Where(r => side.Sums.Any(s => s.Holds(r)) && windows.Any(w => w.Start <= r.Period.Start && r.Period.End <= w.End));
    }
}
