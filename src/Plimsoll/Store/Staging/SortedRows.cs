using System.Numerics;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>
/// A part's rows in the order of the store: product, period, reporter, partner, flow, then procedure. The sort is stable, so the
/// same answer gives the same file.
/// </summary>
internal sealed class SortedRows
{
    private readonly RowBuffer rows;
    private readonly int[] order;

    internal SortedRows(RowBuffer rows)
    {
        this.rows = rows;
        Products = new CodeOrder(rows.Products);
        Reporters = new CodeOrder(rows.Reporters);
        Partners = new CodeOrder(rows.Partners);
        Labels = new CodeOrder(rows.Labels);
        var periodOrder = Enumerable.Range(0, rows.Periods.Count).OrderBy(i => rows.Periods[i]).ToArray();
        Periods = [.. periodOrder.Select(i => rows.Periods[i])];
        PeriodRank = new int[periodOrder.Length];
        foreach (var (rank, number) in periodOrder.Index())
        {
            PeriodRank[number] = rank;
        }

        var (keys, bits) = Keys();
        order = Radix.Sort(keys, bits);
    }

    internal int Count => rows.Count;

    internal CodeOrder Products { get; }

    internal CodeOrder Reporters { get; }

    internal CodeOrder Partners { get; }

    internal CodeOrder Labels { get; }

    internal Period[] Periods { get; }

    internal int[] PeriodRank { get; }

    internal ref readonly StoredRow this[int place] => ref rows[order[place]];

    private (ulong[] Keys, int Bits) Keys()
    {
        var keys = new ulong[rows.Count];
        int[] widths =
        [
            Width(Products.Codes.Length), Width(Periods.Length), Width(Reporters.Codes.Length), Width(Partners.Codes.Length), 2,
            Width(Labels.Codes.Length), Width(Labels.Codes.Length),
        ];
        var bits = widths.Sum();
        if (bits > 64)
        {
            throw new InvalidOperationException($"A sort key of {bits} bits: more codes in one part than the store is built for.");
        }

        for (var i = 0; i < keys.Length; i++)
        {
            ref readonly var row = ref rows[i];
            var key = (ulong)Products.Rank[row.Product];
            key = (key << widths[1]) | (uint)PeriodRank[row.Period];
            key = (key << widths[2]) | (uint)Reporters.Rank[row.Reporter];
            key = (key << widths[3]) | (uint)Partners.Rank[row.Partner];
            key = (key << widths[4]) | row.Flow;
            key = (key << widths[5]) | (uint)Labels.Rank[row.TradeType];
            keys[i] = (key << widths[6]) | (uint)Labels.Rank[row.Procedure];
        }

        return (keys, bits);
    }

    private static int Width(int count) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)count));
}
