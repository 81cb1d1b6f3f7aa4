using Plimsoll.Sources;
using Plimsoll.Store.Cube;
using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>One cube file in a snapshot: its cells translated to the snapshot's slots, without those that newer releases replaced.</summary>
internal sealed unsafe class SnapshotSegment
{
    private const int Hidden = -1;
    private readonly Func<CubeSegment> again;
    private CubeSegment cube;
    private readonly Visibility visibility;
    private readonly Axes axes;
    private readonly int[] slots;
    private readonly Dictionary<string, int[]> maps = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <param name="cube">The file.</param>
    /// <param name="again">Makes the file again when it turns out to be damaged.</param>
    /// <param name="release">What it holds.</param>
    /// <param name="visibility">Which of its cells count.</param>
    /// <param name="axes">The slots of the snapshot.</param>
    internal SnapshotSegment(CubeSegment cube, Func<CubeSegment> again, Release release, Visibility visibility, Axes axes)
    {
        this.cube = cube;
        this.again = again;
        this.visibility = visibility;
        this.axes = axes;
        Release = release;
        slots = GC.AllocateUninitializedArray<int>(Math.Max(1, cube.Counts.Keys), pinned: true);
        var cells = cube.KeyCells;
        for (var key = 0; key < cells.Length; key++)
        {
            slots[key] = axes.Slot(
                axes.ReporterNumber(cube.Reporters[(int)(cells[key] >> 18)]),
                axes.PartnerNumber(cube.Partners[(int)((cells[key] >> 2) & 0xFFFF)]),
                (Flow)(cells[key] & 3));
        }
    }

    internal Release Release { get; }

    internal IEnumerable<string> Products => cube.Products;

    /// <summary>Adds the product's runs of the wanted length to the block; true when there was one.</summary>
    internal bool AddRuns(ProductBlock block, string product, int months)
    {
        var number = cube.Product(product);
        if (number < 0)
        {
            return false;
        }

        if (!cube.IsIntact(number))
        {
            Replace(number);
        }

        var added = false;
        var (first, count) = cube.Runs(number).GetOffsetAndLength(int.MaxValue);
        for (var run = first; run < first + count; run++)
        {
            var (periodNumber, start, end, supplement) = cube.Run(run);
            var period = cube.Periods[periodNumber];
            if (period.Months != months || visibility.IsHidden(period))
            {
                continue;
            }

            var map = MapFor(period, product);
            fixed (int* pinned = map)
            {
                // The map is allocated pinned, so the pointer outlives this block.
                block.Add(new BlockRun(period, end - start, pinned, cube.Keys + start, cube.Values + start, cube.Kilograms + start, (long*)supplement));
            }

            AddMarks(block, period, start, end, map, (long*)supplement);
            added = true;
        }

        return added;
    }

    /// <summary>Adds, for each period of the wanted length, the sum over all products of each cell.</summary>
    internal void AddTotals(Dictionary<Period, long[]> totals, int months)
    {
        if (!cube.IsRestIntact())
        {
            Replace(product: null);
        }

        for (var number = 0; number < cube.Periods.Length; number++)
        {
            var period = cube.Periods[number];
            if (period.Months != months || visibility.IsHidden(period))
            {
                continue;
            }

            if (!totals.TryGetValue(period, out var sums))
            {
                totals.Add(period, sums = new long[axes.SlotCount]);
                Array.Fill(sums, Fixed3.Null);
            }

            var segmentSums = cube.TotalsOf(number);
            for (var key = 0; key < segmentSums.Length; key++)
            {
                if (segmentSums[key] != Fixed3.Null)
                {
                    ref var sum = ref sums[slots[key]];
                    sum = CubeColumns.Saturated(sum, segmentSums[key]);
                }
            }
        }
    }

    // The index is sealed, so the new file has the same cells and runs; blocks lent before keep the old one.
    private void Replace(int? product)
    {
        lock (gate)
        {
            // Another thread may have been here.
            if (!(product is { } number ? cube.IsIntact(number) : cube.IsRestIntact()))
            {
                cube = again();
            }
        }
    }

    private void AddMarks(ProductBlock block, Period period, int start, int end, int[] map, long* supplement)
    {
        var rows = cube.MarkRows;
        var flags = cube.MarkFlags;
        var mark = rows.BinarySearch(start);
        for (mark = mark < 0 ? ~mark : mark; mark < rows.Length && rows[mark] < end; mark++)
        {
            var row = rows[mark];
            var slot = map[cube.Keys[row]];
            if (slot != Hidden)
            {
                var own = (ObservationFlags)(flags[mark] & ~CubeColumns.NoMass);
                block.Add(new BlockMark(period, slot, own, cube.Values[row], (flags[mark] & CubeColumns.NoMass) == 0 ? cube.Kilograms[row] : null, supplement is null ? 0 : supplement[row - start]));
            }
        }
    }

    private int[] MapFor(Period period, string product)
    {
        var newer = visibility.Newer(period);
        if (newer.Count == 0)
        {
            return slots;
        }

        var replacing = newer.Where(r => r.Scope.Products.Holds(product)).ToList();
        if (replacing.Count == 0)
        {
            return slots;
        }

        var name = string.Join('+', replacing.Select(r => r.Id));
        lock (gate)
        {
            if (!maps.TryGetValue(name, out var map))
            {
                maps.Add(name, map = Without(replacing));
            }

            return map;
        }
    }

    private int[] Without(List<Release> replacing)
    {
        var map = GC.AllocateUninitializedArray<int>(slots.Length, pinned: true);
        slots.CopyTo(map, 0);
        var cells = cube.KeyCells;
        for (var key = 0; key < cells.Length; key++)
        {
            var reporter = cube.Reporters[(int)(cells[key] >> 18)];
            var partner = cube.Partners[(int)((cells[key] >> 2) & 0xFFFF)];
            var flow = (Flow)(cells[key] & 3);
            if (replacing.Any(r => r.Scope.Reporters.Holds(reporter) && r.Scope.Partners.Holds(partner) && r.Scope.Flows.Contains(flow)))
            {
                map[key] = Hidden;
            }
        }

        return map;
    }
}
