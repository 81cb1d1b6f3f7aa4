using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Indicators.Balance;

/// <summary>
/// Exports minus imports over twelve months, of one product after another, for every reporter and month at once. One kernel belongs to
/// one thread: it keeps its arrays between products and allocates nothing for a product. It knows nothing of publication: months that
/// a reporter has not published count as zero, so ask it only for months that the store calls complete.
/// </summary>
public sealed unsafe class RollingBalanceKernel
{
    private const int Window = 12;

    private readonly int reporters;
    private readonly Month first;
    private readonly int months;
    private readonly int[] cellOfSlot;
    private readonly long[] flows;
    private readonly long[] rolling;

    /// <summary>A kernel for the blocks of one snapshot.</summary>
    /// <param name="axes">The snapshot's axes.</param>
    /// <param name="first">First month that enters; the first balance is that of the twelfth.</param>
    /// <param name="months">How many months follow each other.</param>
    /// <param name="isPartner">Which partners count together, e.g. China alone.</param>
    public RollingBalanceKernel(Axes axes, Month first, int months, Predicate<Country> isPartner)
    {
        this.first = first;
        this.months = months;
        reporters = axes.Reporters.Count;
        cellOfSlot = new int[1 + axes.SlotCount];
        flows = new long[months * RowLength];
        rolling = new long[months * reporters];
        foreach (var (partner, _) in axes.Partners.Index().Where(p => isPartner(p.Item)))
        {
            for (var reporter = 0; reporter < reporters; reporter++)
            {
                cellOfSlot[1 + axes.Slot(reporter, partner, Flow.Import)] = 1 + reporter;
                cellOfSlot[1 + axes.Slot(reporter, partner, Flow.Export)] = 1 + reporters + reporter;
            }
        }
    }

    // A month's row: the cell where everything else ends, imports by reporter, exports by reporter.
    private int RowLength => 1 + (2 * reporters);

    /// <summary>
    /// Balance of the twelve months that end with <paramref name="month"/> in the last block, thousandths of a currency unit;
    /// <see cref="Fixed3.Null"/> for the first eleven months, whose window is not whole.
    /// </summary>
    public long Rolling(int reporter, Month month) => rolling[((month.Index - first.Index) * reporters) + reporter];

    /// <summary>Reads a block of monthly runs; replaces the balances of the block before.</summary>
    public void Read(ProductBlock block)
    {
        Array.Clear(flows);
        fixed (long* sums = flows)
        fixed (int* cellOf = cellOfSlot)
        {
            for (var i = 0; i < block.Runs.Count; i++)
            {
                var run = block.Runs[i];
                var month = run.Period.Start.Index - first.Index;
                if (month >= 0 && month < months)
                {
                    Add(run, cellOf, sums + (month * RowLength));
                }
            }
        }

        Roll();
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

    private void Roll()
    {
        for (var reporter = 0; reporter < reporters; reporter++)
        {
            long sum = 0;
            for (var month = 0; month < months; month++)
            {
                sum += Net(month, reporter) - (month >= Window ? Net(month - Window, reporter) : 0);
                rolling[(month * reporters) + reporter] = month >= Window - 1 ? sum : Fixed3.Null;
            }
        }
    }

    private long Net(int month, int reporter)
    {
        var row = month * RowLength;
        return flows[row + 1 + reporters + reporter] - flows[row + 1 + reporter];
    }
}
