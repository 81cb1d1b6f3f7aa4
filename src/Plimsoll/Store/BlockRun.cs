using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>The rows of one product, period and release, in columns of equal length. Several rows may share a cell; they add.</summary>
public readonly unsafe struct BlockRun
{
    private readonly int* slots;
    private readonly ushort* keys;
    private readonly long* values;
    private readonly long* kilograms;
    private readonly long* supplementary;

    internal BlockRun(Period period, int count, int* slots, ushort* keys, long* values, long* kilograms, long* supplementary)
    {
        Period = period;
        Count = count;
        this.slots = slots;
        this.keys = keys;
        this.values = values;
        this.kilograms = kilograms;
        this.supplementary = supplementary;
    }

    /// <summary>Months covered.</summary>
    public Period Period { get; }

    /// <summary>Rows.</summary>
    public int Count { get; }

    /// <summary>Values, thousandths of a currency unit; zero when not given (see <see cref="ProductBlock.Marks"/>).</summary>
    public ReadOnlySpan<long> Values => new(values, Count);

    /// <summary>Net mass, thousandths of a kilogram; zero when not given.</summary>
    public ReadOnlySpan<long> Kilograms => new(kilograms, Count);

    /// <summary>Supplementary quantity, thousandths; zero when not given. Empty when the release has none at all.</summary>
    public ReadOnlySpan<long> Supplementary => supplementary is null ? default : new(supplementary, Count);

    /// <summary>The cell of a row, see <see cref="Axes.Slot"/>; −1 when a newer release replaced it.</summary>
    public int Slot(int row) => slots[keys[row]];

    // Raw columns for kernels: bounds checks cost a third of the time of a scatter-add.
    internal int* SlotMap => slots;

    internal ushort* Keys => keys;

    internal long* RawValues => values;

    internal long* RawKilograms => kilograms;
}
