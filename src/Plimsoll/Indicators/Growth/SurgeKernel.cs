using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Indicators.Growth;

/// <summary>
/// The last twelve months against the twelve before, of one product after another, for every partner of the Union of 27 as one. One
/// kernel belongs to one thread: it keeps its arrays between products and allocates nothing for a product. Months that nobody has
/// published count as zero, so ask it only for months that the store calls complete.
/// </summary>
public sealed unsafe class SurgeKernel
{
    private const int Window = 12;

    private readonly int partners;
    private readonly Month first;
    private readonly int days;
    private readonly int[] partnerOfSlot;
    private readonly long[] amounts;

    /// <summary>A kernel for the blocks of one snapshot.</summary>
    /// <param name="axes">The snapshot's axes.</param>
    /// <param name="last">The month that the last twelve end with.</param>
    /// <param name="flow">Imports or exports.</param>
    public SurgeKernel(Axes axes, Month last, Flow flow)
    {
        partners = axes.Partners.Count;
        first = last.Plus(1 - (2 * Window));
        days = last.Plus(1).FirstDay.DayNumber - last.Plus(1 - Window).FirstDay.DayNumber;
        amounts = new long[4 * RowLength];
        partnerOfSlot = new int[1 + axes.SlotCount];
        foreach (var (reporter, _) in axes.Reporters.Index().Where(r => CountryGroup.Eu27.Has(r.Item, last)))
        {
            for (var partner = 0; partner < partners; partner++)
            {
                partnerOfSlot[1 + axes.Slot(reporter, partner, flow)] = 1 + partner;
            }
        }
    }

    // A row: the cell where everything else ends, then one cell a partner. Rows: value before, value, kilograms before, kilograms.
    private int RowLength => 1 + partners;

    /// <summary>What the last block says of a partner, by its number on the axes.</summary>
    public Surge Of(int partner) =>
        new(At(1, partner), At(0, partner), At(3, partner), At(2, partner), days);

    /// <summary>Reads a block of monthly runs; replaces what the block before said.</summary>
    public void Read(ProductBlock block)
    {
        Array.Clear(amounts);
        fixed (long* rows = amounts)
        fixed (int* partnerOf = partnerOfSlot)
        {
            for (var i = 0; i < block.Runs.Count; i++)
            {
                var run = block.Runs[i];
                var month = run.Period.Start.Index - first.Index;
                if (month is >= 0 and < 2 * Window)
                {
                    var values = rows + (month < Window ? 0 : RowLength);
                    Add(run, partnerOf, values, values + (2 * RowLength));
                }
            }
        }
    }

    private static void Add(in BlockRun run, int* partnerOf, long* values, long* kilograms)
    {
        var keys = run.Keys;
        var slots = run.SlotMap;
        var runValues = run.RawValues;
        var runKilograms = run.RawKilograms;
        for (var row = 0; row < run.Count; row++)
        {
            int partner;
            unchecked
            {
                // A hidden row has slot −1, which is the first entry and leads to the cell that nobody reads.
                partner = partnerOf[slots[keys[row]] + 1];
            }

            values[partner] += runValues[row];
            kilograms[partner] += runKilograms[row];
        }
    }

    private long At(int row, int partner) => amounts[(row * RowLength) + 1 + partner];
}
