using System.Runtime.Intrinsics;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Indicators.Concentration;

/// <summary>
/// Supplier totals of one product after another, for every reporter and year at once. One kernel belongs to one thread: it keeps its
/// arrays between products and allocates nothing for a product. Negative totals of a supplier (corrections) count as none.
/// </summary>
public sealed unsafe class ConcentrationKernel
{
    private readonly int reporters;
    private readonly int secretColumn;
    private readonly int width;
    private readonly int firstYear;
    private readonly int years;
    private readonly int[] cellOfSlot;
    private readonly long[] cells;
    private readonly SupplierTotals[] totals;
    private readonly bool[] isMember;

    /// <summary>A kernel for the blocks of one snapshot.</summary>
    /// <param name="axes">The snapshot's axes.</param>
    /// <param name="firstYear">First calendar year.</param>
    /// <param name="years">How many years follow each other.</param>
    /// <param name="isSupplier">Which partners count, e.g. <see cref="SupplierScope.OutsideUnion"/>; aggregates must not.</param>
    public ConcentrationKernel(Axes axes, int firstYear, int years, Predicate<Country> isSupplier)
    {
        this.firstYear = firstYear;
        this.years = years;
        reporters = axes.Reporters.Count;
        isMember = [.. axes.Reporters.Select(reporter => CountryGroup.Eu27.Has(reporter, Month.Of(firstYear, 1)))];
        var counted = axes.Partners.Index().Where(p => isSupplier(p.Item)).ToArray();
        var named = counted.Where(p => !p.Item.IsSecret).ToArray();
        secretColumn = named.Length;
        width = (secretColumn + Vector512<long>.Count) / Vector512<long>.Count * Vector512<long>.Count;

        // Rows of reporters and one of the Union; in a row one cell a supplier and one for all that is secret, filled up to whole
        // vectors. Before the rows is the cell where everything else ends.
        cells = new long[1 + ((reporters + 1) * width)];
        cellOfSlot = new int[1 + axes.SlotCount];
        totals = new SupplierTotals[(reporters + 1) * years];
        for (var reporter = 0; reporter < reporters; reporter++)
        {
            var row = 1 + (reporter * width);
            foreach (var (partner, country) in counted)
            {
                var column = country.IsSecret ? secretColumn : Array.FindIndex(named, n => n.Index == partner);
                cellOfSlot[1 + axes.Slot(reporter, partner, Flow.Import)] = row + column;
            }
        }
    }

    /// <summary>The number to ask <see cref="Totals"/> with for the Union of 27 as one importer: its members' imports together.</summary>
    public int Union => reporters;

    /// <summary>The totals of the last block for a reporter, by its number on the axes, and a calendar year.</summary>
    public SupplierTotals Totals(int reporter, int year) => totals[((year - firstYear) * (reporters + 1)) + reporter];

    /// <summary>Reads a block of monthly or annual runs, in order of period; replaces the totals of the block before.</summary>
    public void Read(ProductBlock block)
    {
        var runs = block.Runs;
        var next = 0;
        fixed (long* sums = cells)
        fixed (int* cellOf = cellOfSlot)
        {
            for (var year = 0; year < years; year++)
            {
                while (next < runs.Count && runs[next].Period.Start.Year < firstYear + year)
                {
                    next++;
                }

                for (; next < runs.Count && runs[next].Period.Start.Year == firstYear + year; next++)
                {
                    Add(runs[next], cellOf, sums);
                }

                TakeTotals(year * (reporters + 1), sums);
            }
        }
    }

    private static void Add(in BlockRun run, int* cellOf, long* sums)
    {
        var keys = run.Keys;
        var values = run.RawValues;
        var slots = run.SlotMap;
        for (var row = 0; row < run.Count; row++)
        {
            int cell;
            unchecked
            {
                // A hidden row has slot −1, which is the first entry and leads to the cell that nobody reads.
                cell = cellOf[slots[keys[row]] + 1];
            }

            sums[cell] += values[row];
        }
    }

    private void TakeTotals(int at, long* sums)
    {
        sums[0] = 0;
        var union = sums + 1 + (reporters * width);
        for (var reporter = 0; reporter < reporters; reporter++)
        {
            totals[at + reporter] = TakeRow(sums + 1 + (reporter * width), isMember[reporter] ? union : null);
        }

        totals[at + reporters] = TakeRow(union, null);
    }

    // Empties the row while it reads it, for the next year, and adds it to the Union's. Most suppliers sell nothing of a product to a
    // reporter, so that most vectors are passed over.
    private SupplierTotals TakeRow(long* row, long* union)
    {
        var sum = default(SupplierSum);
        for (var column = 0; column < width; column += Vector512<long>.Count)
        {
            if (Vector512.Load(row + column) == Vector512<long>.Zero)
            {
                continue;
            }

            for (var cell = column; cell < column + Vector512<long>.Count; cell++)
            {
                if (union is not null)
                {
                    union[cell] += row[cell];
                }

                if (cell != secretColumn)
                {
                    sum.Add(Math.Max(row[cell], 0));
                    row[cell] = 0;
                }
            }
        }

        var secret = row[secretColumn];
        row[secretColumn] = 0;
        return new SupplierTotals(sum.Known, secret, sum.Largest, sum.Squares);
    }

    private struct SupplierSum
    {
        private ulong low;
        private ulong high;

        internal long Known { get; private set; }

        internal long Largest { get; private set; }

        internal readonly UInt128 Squares => new(high, low);

        internal void Add(long amount)
        {
            Known += amount;
            Largest = Math.Max(Largest, amount);
            unchecked
            {
                high += Math.BigMul((ulong)amount, (ulong)amount, out var square);
                low += square;
                high += low < square ? 1UL : 0UL;
            }
        }
    }
}
