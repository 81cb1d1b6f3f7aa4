using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Tests.Indicators;

/// <summary>Builds product blocks from rows; the arrays are pinned for as long as the builder lives.</summary>
internal sealed unsafe class BlockBuilder(Axes axes)
{
    private const int Hidden = -1;

    private readonly List<Array> pinned = [];
    private readonly SortedDictionary<Period, List<(int Slot, long Value, long Kilograms)>> rows = [];

    internal static Country Country(string code) => Plimsoll.Trade.Country.Parse(code).Value;

    internal static Axes AxesOf(string reporters, string partners) =>
        new([.. reporters.Split(' ').Select(Country)], [.. partners.Split(' ').Select(Country)]);

    internal BlockBuilder Row(Month month, int reporter, int partner, Flow flow, long value, long kilograms = 0) =>
        Add(month, axes.Slot(reporter, partner, flow), value, kilograms);

    internal BlockBuilder HiddenRow(Month month, long value) => Add(month, Hidden, value, value);

    internal ProductBlock Build()
    {
        var block = new ProductBlock(axes);
        block.Reset("85051110", ["85051110"]);
        foreach (var (period, list) in rows)
        {
            var slots = list.Select(r => r.Slot).Distinct().Order().ToArray();
            block.Add(new BlockRun(
                period,
                list.Count,
                Pin(slots),
                Pin([.. list.Select(r => (ushort)Array.BinarySearch(slots, r.Slot))]),
                Pin([.. list.Select(r => r.Value)]),
                Pin([.. list.Select(r => r.Kilograms)]),
                null));
        }

        return block;
    }

    private BlockBuilder Add(Month month, int slot, long value, long kilograms)
    {
        var period = Period.Of(month);
        if (!rows.TryGetValue(period, out var list))
        {
            rows[period] = list = [];
        }

        list.Add((slot, value, kilograms));
        return this;
    }

    private T* Pin<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        var array = GC.AllocateArray<T>(items.Length, pinned: true);
        items.CopyTo(array);
        pinned.Add(array);
        return (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
    }
}
