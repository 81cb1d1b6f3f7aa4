using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>
/// The sums that several selections ask of one product after another. Cells that enter the same selections are one bin, so that one
/// pass over a block's rows serves every sum. For one thread.
/// </summary>
public sealed unsafe class Panel
{
    private const int Measures = 3;

    // Where cells that nobody asks for end.
    private const int NoBin = 0;

    private readonly IReadOnlyList<Period> periods;
    private readonly Dictionary<Selection, int[]> binsOf;
    private readonly int[] binOfSlot;
    private readonly int[] lastGiven;
    private readonly Int128[] sums;
    private readonly int[] given;
    private readonly ObservationFlags[] flags;
    private IReadOnlyList<string> codes = [];
    private int pass;
    private int bins = NoBin + 1;

    /// <summary>A panel for the blocks of one snapshot and the selections made on it.</summary>
    public Panel(TradeSnapshot snapshot, IReadOnlyCollection<Selection> selections)
    {
        periods = snapshot.Publication.Periods;
        binOfSlot = new int[1 + snapshot.Axes.SlotCount];
        lastGiven = new int[snapshot.Axes.SlotCount];
        foreach (var selection in selections)
        {
            Split(selection.Slots);
        }

        binsOf = selections.ToDictionary(s => s, s => s.Slots.Select(slot => binOfSlot[slot + 1]).Distinct().ToArray());
        var cells = periods.Count == 0 ? 0 : (At(periods[^1]) + 1) * bins;
        sums = new Int128[cells * Measures];
        given = new int[cells];
        flags = new ObservationFlags[cells * Measures];
    }

    /// <summary>Reads a block; replaces what the block before said.</summary>
    public void Read(ProductBlock block)
    {
        codes = block.Codes;
        Array.Clear(sums);
        Array.Clear(given);
        Array.Clear(flags);
        Period? current = null;
        foreach (var run in block.Runs)
        {
            // A cell counts as given once in a period, in however many rows and releases: runs come in order of period.
            pass += run.Period == current ? 0 : 1;
            current = run.Period;
            Add(run, At(run.Period) * bins);
        }

        foreach (var mark in block.Marks)
        {
            var cell = (At(mark.Period) * bins) + binOfSlot[mark.Slot + 1];
            for (var measure = 0; measure < Measures; measure++)
            {
                flags[(cell * Measures) + measure] |= mark.On((Measure)measure);
            }
        }
    }

    /// <summary>One of the selections' sums over the last block, for every published period.</summary>
    public Series Series(Selection selection, Measure measure)
    {
        if (periods.Count == 0)
        {
            return new Series(default, 1, []);
        }

        var points = new SeriesPoint[At(periods[^1]) + 1];
        Array.Fill(points, SeriesPoint.None);
        var own = binsOf[selection];
        for (var i = 0; i < periods.Count; i++)
        {
            var at = At(periods[i]);
            Int128 sum = 0;
            var cells = 0;
            var marks = ObservationFlags.None;
            foreach (var bin in own)
            {
                var cell = (at * bins) + bin;
                sum += sums[(cell * Measures) + (int)measure];
                cells += given[cell];
                marks |= flags[(cell * Measures) + (int)measure];
            }

            points[at] = selection.Point(codes, i, sum, marks, cells);
        }

        return new Series(periods[0].Start, periods[0].Months, points);
    }

    // Cells of one bin that enter the selection part from those that do not.
    private void Split(IEnumerable<int> slots)
    {
        var parted = new Dictionary<int, int>();
        foreach (var slot in slots)
        {
            ref var bin = ref binOfSlot[slot + 1];
            if (!parted.TryGetValue(bin, out var to))
            {
                parted.Add(bin, to = bins++);
            }

            bin = to;
        }
    }

    private void Add(in BlockRun run, int row)
    {
        var keys = run.Keys;
        var slots = run.SlotMap;
        var values = run.RawValues;
        var kilograms = run.RawKilograms;
        var supplementary = run.Supplementary;
        fixed (int* binOf = binOfSlot)
        {
            for (var i = 0; i < run.Count; i++)
            {
                // A hidden row has slot −1, which is the first entry and has no bin.
                var slot = slots[keys[i]];
                var bin = binOf[slot + 1];
                if (bin == NoBin)
                {
                    continue;
                }

                var cell = row + bin;
                sums[cell * Measures] += values[i];
                sums[(cell * Measures) + 1] += kilograms[i];
                sums[(cell * Measures) + 2] += i < supplementary.Length ? supplementary[i] : 0;
                given[cell] += lastGiven[slot] == pass ? 0 : 1;
                lastGiven[slot] = pass;
            }
        }
    }

    private int At(Period period) => (period.Start.Index - periods[0].Start.Index) / period.Months;
}
