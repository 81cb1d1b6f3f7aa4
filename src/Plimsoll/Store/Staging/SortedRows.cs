using System.Buffers;
using System.Numerics;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>
/// A slice's rows in the order of the store: product, period, reporter, partner, flow, then procedure. The sort is stable, so the
/// same answer gives the same file.
/// </summary>
internal sealed class SortedRows
{
    private readonly StoredRow[] sorted;

    internal SortedRows(RowBuffer rows)
    {
        Products = new CodeOrder(rows.Products);
        Reporters = new CodeOrder(rows.Reporters);
        Partners = new CodeOrder(rows.Partners);
        Labels = new CodeOrder(rows.Labels);
        Flows = rows.Flows;
        ProductStarts = new int[Products.Codes.Length + 1];
        UsedCells = new bool[Reporters.Codes.Length * Partners.Codes.Length * 4];
        var periodOrder = Enumerable.Range(0, rows.Periods.Count).OrderBy(i => rows.Periods[i]).ToArray();
        Periods = [.. periodOrder.Select(i => rows.Periods[i])];
        RankCodes(rows, [.. Enumerable.Range(0, periodOrder.Length).Select(number => (ushort)Array.IndexOf(periodOrder, number))]);
        int[] widths =
        [
            Width(Products.Codes.Length), Width(Periods.Length), Width(Reporters.Codes.Length), Width(Partners.Codes.Length), 2,
            Width(Labels.Codes.Length), Width(Labels.Codes.Length),
        ];
        var bits = widths.Sum();

        // Real releases need some fifty bits; a slice of many thousand different codes is sorted the slow way.
        sorted = bits <= 64 ? ByKeys(rows, widths, bits) : Gather(rows, ByComparison(rows));
    }

    internal int Count => sorted.Length;

    /// <summary>The flows of the rows, one bit each.</summary>
    internal int Flows { get; }

    internal CodeOrder Products { get; }

    /// <summary>First row of each product, and the end.</summary>
    internal int[] ProductStarts { get; }

    /// <summary>Which cells have rows, by (reporter × partners + partner) × 4 + flow.</summary>
    internal bool[] UsedCells { get; }

    internal CodeOrder Reporters { get; }

    internal CodeOrder Partners { get; }

    internal CodeOrder Labels { get; }

    internal Period[] Periods { get; }

    /// <summary>The rows, in order.</summary>
    internal ReadOnlySpan<StoredRow> All => sorted;

    /// <summary>A row, its codes and period as places in the ordered lists above.</summary>
    internal ref readonly StoredRow this[int place] => ref sorted[place];

    // Rows in order of arrival: codes by number become codes by rank, so that everything after this compares integers.
    private void RankCodes(RowBuffer rows, ushort[] periodRank)
    {
        foreach (var chunk in rows.Chunks)
        {
            foreach (ref var row in chunk.Span)
            {
                row.Product = Products.Rank[row.Product];
                row.Period = periodRank[row.Period];
                row.Reporter = (ushort)Reporters.Rank[row.Reporter];
                row.Partner = (ushort)Partners.Rank[row.Partner];
                row.TradeType = (byte)Labels.Rank[row.TradeType];
                row.Procedure = (byte)Labels.Rank[row.Procedure];
                row.Unit = (byte)Labels.Rank[row.Unit];
                ProductStarts[row.Product + 1]++;
                UsedCells[(((row.Reporter * Partners.Codes.Length) + row.Partner) * 4) + row.Flow] = true;
            }
        }

        for (var product = 1; product < ProductStarts.Length; product++)
        {
            ProductStarts[product] += ProductStarts[product - 1];
        }
    }

    private static StoredRow[] ByKeys(RowBuffer rows, int[] widths, int bits)
    {
        var keys = ArrayPool<ulong>.Shared.Rent(rows.Count);
        FillKeys(rows, widths, keys);
        var order = Radix.Sort(keys.AsSpan(0, rows.Count), bits);
        ArrayPool<ulong>.Shared.Return(keys);
        var inOrder = Gather(rows, order.AsSpan(0, rows.Count));
        ArrayPool<int>.Shared.Return(order);
        return inOrder;
    }

    // One pass in random order here spares several later.
    private static StoredRow[] Gather(RowBuffer rows, ReadOnlySpan<int> order)
    {
        var inOrder = GC.AllocateUninitializedArray<StoredRow>(order.Length);
        for (var place = 0; place < order.Length; place++)
        {
            inOrder[place] = rows[order[place]];
        }

        return inOrder;
    }

    private static int[] ByComparison(RowBuffer rows)
    {
        static (int, ushort, ushort, ushort, byte, byte, byte) Key(in StoredRow row) =>
            (row.Product, row.Period, row.Reporter, row.Partner, row.Flow, row.TradeType, row.Procedure);
        return [.. Enumerable.Range(0, rows.Count).OrderBy(place => Key(rows[place]))];
    }

    private static void FillKeys(RowBuffer rows, int[] widths, ulong[] keys)
    {
        var next = 0;
        foreach (var chunk in rows.Chunks)
        {
            foreach (ref readonly var row in chunk.Span)
            {
                var key = (ulong)row.Product;
                key = (key << widths[1]) | row.Period;
                key = (key << widths[2]) | row.Reporter;
                key = (key << widths[3]) | row.Partner;
                key = (key << widths[4]) | row.Flow;
                key = (key << widths[5]) | row.TradeType;
                keys[next++] = (key << widths[6]) | row.Procedure;
            }
        }
    }

    private static int Width(int count) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)count));
}
