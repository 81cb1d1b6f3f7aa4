using Plimsoll.Store.Staging;
using Plimsoll.Trade;

namespace Plimsoll.Store.Cube;

/// <summary>
/// Sorted slices of one segment as one, product by product: period, reporter, partner, flow. Rows of one cell keep the order of the
/// slices, so that the same files give the same cube.
/// </summary>
internal sealed class MergedRows
{
    private readonly (SortedRows Rows, Places At)[] slices;
    private StoredRow[] product = [];
    private StoredRow[] behind = [];

    internal MergedRows(IReadOnlyList<SortedRows> sorted)
    {
        Products = Union(sorted.SelectMany(s => s.Products.Codes));
        Reporters = Union(sorted.SelectMany(s => s.Reporters.Codes));
        Partners = Union(sorted.SelectMany(s => s.Partners.Codes));
        Periods = [.. sorted.SelectMany(s => s.Periods).Distinct().Order()];
        Labels = Union(sorted.SelectMany(s => s.Labels.Codes));
        slices = [.. sorted.Select(s => (s, new Places(this, s)))];
        Count = sorted.Sum(s => s.Count);
    }

    internal int Count { get; }

    /// <summary>Codes, ascending; rows count into them.</summary>
    internal string[] Products { get; }

    internal string[] Reporters { get; }

    internal string[] Partners { get; }

    internal Period[] Periods { get; }

    /// <summary>Fault <c>SRC-0024</c> for a cell that two slices state, among the products asked for so far; null when there is none.</summary>
    internal Fault? Repeated { get; private set; }

    private string[] Labels { get; }

    /// <summary>Which cells of reporter, partner and flow have rows, by <see cref="Cell"/>.</summary>
    internal bool[] UsedCells()
    {
        var used = new bool[Reporters.Length * Partners.Length * 4];
        foreach (var (rows, at) in slices)
        {
            for (var cell = 0; cell < rows.UsedCells.Length; cell++)
            {
                var (reporter, partner) = int.DivRem(cell / 4, rows.Partners.Codes.Length);
                used[Cell(at.Reporters[reporter], at.Partners[partner], cell % 4)] |= rows.UsedCells[cell];
            }
        }

        return used;
    }

    internal int Cell(int reporter, int partner, int flow) => (((reporter * Partners.Length) + partner) * 4) + flow;

    /// <summary>The rows of a product, valid until the next call.</summary>
    internal ReadOnlySpan<StoredRow> Of(int number)
    {
        var count = 0;
        var met = int.MaxValue;
        foreach (var (rows, at) in slices)
        {
            var (first, end) = at.Rows(number);
            if (first < end)
            {
                Append(rows, at, first, end, count);
                met = Math.Min(met, Merge(count, count + end - first));
                count += end - first;
            }
        }

        // Labels are numbered in a byte, which wraps where slices of one segment have more of them than any source does.
        Repeated ??= met < count && Labels.Length <= byte.MaxValue + 1 ? RepeatedAcross(number, product.AsSpan(met, count - met)) : null;
        return product.AsSpan(0, count);
    }

    // Within a slice the rows of a key are together; here they stand in the order of the slices.
    private Fault? RepeatedAcross(int number, Span<StoredRow> rows)
    {
        if (RepeatedCell.MayRepeat(Products[number]))
        {
            return null;
        }

        // Nearly all cells have one row: only those of several are put in order.
        for (int from = 0, end; from < rows.Length; from = end)
        {
            for (end = from + 1; end < rows.Length && Key(rows[end]) == Key(rows[from]);)
            {
                end++;
            }

            if (end - from > 1 && RepeatedIn(number, rows[from..end]) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private Fault? RepeatedIn(int number, Span<StoredRow> cell)
    {
        StoredRow[] ordered = [.. cell];
        Array.Sort(ordered, RepeatedCell.Compare);
        return RepeatedCell.Find(ordered) is { } place ? RepeatedCell.Describe(ordered[place], Products[number], Reporters, Partners, Periods, Labels) : null;
    }

    private void Append(SortedRows rows, Places at, int first, int end, int count)
    {
        if (product.Length < count + end - first)
        {
            Array.Resize(ref product, 2 * (count + end - first));
            behind = new StoredRow[product.Length];
        }

        for (var i = first; i < end; i++)
        {
            ref var row = ref product[count++];
            row = rows[i];
            row.Period = (ushort)at.Periods[row.Period];
            row.Reporter = (ushort)at.Reporters[row.Reporter];
            row.Partner = (ushort)at.Partners[row.Partner];
            row.TradeType = (byte)at.Labels[row.TradeType];
            row.Procedure = (byte)at.Labels[row.Procedure];
        }
    }

    // Bulk files come reporter by reporter, so that only a few rows before the seam have to move, if any. Gives the first row from which
    // on the slices share cells, or the end when they share none.
    private int Merge(int seam, int end)
    {
        var key = Key(product[seam]);
        var first = seam;
        while (first > 0 && Key(product[first - 1]) > key)
        {
            first--;
        }

        var shared = first;
        while (shared > 0 && Key(product[shared - 1]) == key)
        {
            shared--;
        }

        var moved = seam - first;
        Array.Copy(product, first, behind, 0, moved);
        for (int left = 0, right = seam, place = first; left < moved; place++)
        {
            product[place] = right < end && Key(product[right]) < Key(behind[left]) ? product[right++] : behind[left++];
        }

        return shared < seam ? shared : end;
    }

    private static ulong Key(in StoredRow row) => ((ulong)row.Period << 34) | ((ulong)row.Reporter << 18) | ((ulong)row.Partner << 2) | row.Flow;

    private static string[] Union(IEnumerable<string> codes) => [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Where a slice's codes and rows stand in the whole.</summary>
    private sealed class Places
    {
        private readonly int[] productStarts;

        internal Places(MergedRows whole, SortedRows slice)
        {
            Reporters = Array.ConvertAll(slice.Reporters.Codes, c => Array.BinarySearch(whole.Reporters, c, StringComparer.Ordinal));
            Partners = Array.ConvertAll(slice.Partners.Codes, c => Array.BinarySearch(whole.Partners, c, StringComparer.Ordinal));
            Periods = Array.ConvertAll(slice.Periods, p => Array.BinarySearch(whole.Periods, p));
            Labels = Array.ConvertAll(slice.Labels.Codes, c => Array.BinarySearch(whole.Labels, c, StringComparer.Ordinal));
            productStarts = Starts(whole.Products, slice);
        }

        internal int[] Reporters { get; }

        internal int[] Partners { get; }

        internal int[] Periods { get; }

        internal int[] Labels { get; }

        internal (int First, int End) Rows(int product) => (productStarts[product], productStarts[product + 1]);

        // For each product of the whole the slice's first row of it or of a later one.
        private static int[] Starts(string[] products, SortedRows slice)
        {
            var starts = new int[products.Length + 1];
            for (int own = 0, next = 0; next < starts.Length; next++)
            {
                starts[next] = slice.ProductStarts[own];
                own += own < slice.Products.Codes.Length && next < products.Length && string.Equals(slice.Products.Codes[own], products[next], StringComparison.Ordinal) ? 1 : 0;
            }

            return starts;
        }
    }
}
