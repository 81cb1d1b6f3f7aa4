using System.Runtime.InteropServices;
using Plimsoll.Store.Staging;
using Plimsoll.Trade;

namespace Plimsoll.Store.Cube;

/// <summary>
/// Folds a segment's rows into those of a cube: rows of the same product, period and cell (several procedures, or value
/// and quantity in separate records) become one. What stays here is small beside the rows.
/// </summary>
internal sealed class CubeColumns
{
    /// <summary>Cells of reporter, partner and flow that a cube file numbers, in 16 bits.</summary>
    internal const int CellLimit = ushort.MaxValue + 1;

    private readonly MergedRows rows;
    private readonly CubeRows folded;
    private readonly int[] cellKeys;
    private bool runHasSupplement;

    internal CubeColumns(MergedRows rows, CubeRows folded)
    {
        (this.rows, this.folded) = (rows, folded);
        cellKeys = NumberCells();
        Totals = new long[rows.Periods.Length * KeyCells.Count];
        Array.Fill(Totals, Fixed3.Null);
        Fold();
    }

    internal List<uint> KeyCells { get; } = [];

    internal List<int> ProductRuns { get; } = [];

    internal List<ulong> ProductSums { get; } = [];

    internal List<int> RunPeriods { get; } = [];

    internal List<int> RunStarts { get; } = [];

    internal List<int> RunSupplements { get; } = [];

    internal List<long> Supplements { get; } = [];

    internal List<int> MarkRows { get; } = [];

    internal List<byte> MarkFlags { get; } = [];

    internal long[] Totals { get; }

    private int[] NumberCells()
    {
        var used = rows.UsedCells();
        var keys = new int[used.Length];
        for (var cell = 0; cell < keys.Length; cell++)
        {
            if (used[cell])
            {
                keys[cell] = KeyCells.Count;
                var pair = cell / 4;
                KeyCells.Add(((uint)(pair / rows.Partners.Length) << 18) | ((uint)(pair % rows.Partners.Length) << 2) | ((uint)cell & 3));
            }
        }

        return KeyCells.Count <= CellLimit
            ? keys
            : throw new InvalidOperationException($"{KeyCells.Count} cells of reporter, partner and flow in one segment; a cube file holds {CellLimit}.");
    }

    private int Cell(in StoredRow row) => rows.Cell(row.Reporter, row.Partner, row.Flow);

    private void Fold()
    {
        for (var product = 0; product < rows.Products.Length; product++)
        {
            ProductRuns.Add(RunPeriods.Count);
            var firstSupplement = Supplements.Count;
            var ofProduct = rows.Of(product);
            while (!ofProduct.IsEmpty)
            {
                ofProduct = ofProduct[FoldRun(ofProduct)..];
            }

            ProductSums.Add(folded.EndProduct(CollectionsMarshal.AsSpan(Supplements)[firstSupplement..]));
        }

        folded.Flush();
        RunStarts.Add(folded.Count);
        ProductRuns.Add(RunPeriods.Count);
    }

    // Folds the rows of the first period; gives how many.
    private int FoldRun(ReadOnlySpan<StoredRow> ofProduct)
    {
        var period = ofProduct[0].Period;
        RunPeriods.Add(period);
        RunStarts.Add(folded.Count);
        var firstSupplement = Supplements.Count;
        runHasSupplement = false;
        var next = 0;
        while (next < ofProduct.Length && ofProduct[next].Period == period)
        {
            next += FoldCell(ofProduct[next..], period);
        }

        // A run without any supplementary quantity gives its column back.
        RunSupplements.Add(runHasSupplement ? firstSupplement : -1);
        if (!runHasSupplement)
        {
            Supplements.RemoveRange(firstSupplement, Supplements.Count - firstSupplement);
        }

        return next;
    }

    // Folds the rows of the first cell; gives how many.
    private int FoldCell(ReadOnlySpan<StoredRow> ofProduct, int period)
    {
        var cell = Cell(ofProduct[0]);
        var (value, kilograms, supplement, flags) = (ofProduct[0].Value, ofProduct[0].Kilograms, ofProduct[0].Supplementary, ofProduct[0].Flags);
        var next = 1;
        for (; next < ofProduct.Length && ofProduct[next].Period == period && Cell(ofProduct[next]) == cell; next++)
        {
            ref readonly var row = ref ofProduct[next];
            if (!Fits(value, row.Value) || !Fits(kilograms, row.Kilograms) || !Fits(supplement, row.Supplementary))
            {
                // The rest of the cell becomes a row of its own; readers add rows of one cell.
                break;
            }

            value = Add(value, row.Value);
            kilograms = Add(kilograms, row.Kilograms);
            supplement = Add(supplement, row.Supplementary);
            flags |= row.Flags;
        }

        // A cell without a value, or without a mass, is not one of zero: it is marked.
        flags |= value == Fixed3.Null && (flags & (byte)ObservationFlags.Confidential) == 0 ? (byte)ObservationFlags.Missing : (byte)0;
        flags |= kilograms == Fixed3.Null ? NoMass : (byte)0;
        Put(cellKeys[cell], period, value, kilograms, supplement, flags);
        return next;
    }

    private void Put(int key, int period, long value, long kilograms, long supplement, byte flags)
    {
        Supplements.Add(OrZero(supplement));
        runHasSupplement |= supplement != Fixed3.Null;
        if (flags != 0)
        {
            MarkRows.Add(folded.Count);
            MarkFlags.Add(flags);
        }

        ref var total = ref Totals[(period * KeyCells.Count) + key];
        total = Saturated(total, OrZero(value));
        folded.Add((ushort)key, OrZero(value), OrZero(kilograms));
    }

    // Totals are weights (see Publication), so the largest integer stands for anything above it.
    internal static long Saturated(long sum, long amount) =>
        Fits(sum, amount) ? Add(sum, amount) : amount > 0 ? long.MaxValue : long.MinValue + 1;

    /// <summary>In the flags of a mark: the row has no mass. Beside the source's own flags, of which none has this bit.</summary>
    internal const byte NoMass = 0x80;

    private static bool Fits(long sum, long amount) =>
        sum == Fixed3.Null || amount == Fixed3.Null || (unchecked(sum + amount) is var exact && ((sum ^ exact) & (amount ^ exact)) >= 0 && exact != Fixed3.Null);

    private static long Add(long sum, long amount) => amount == Fixed3.Null ? sum : sum == Fixed3.Null ? amount : sum + amount;

    private static long OrZero(long amount) => amount == Fixed3.Null ? 0 : amount;
}
