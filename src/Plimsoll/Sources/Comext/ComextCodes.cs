using System.Runtime.InteropServices;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comext;

/// <summary>
/// Numbers of the codes seen so far, by their raw bytes. Lookups answer −1 for a code that has not been learnt. Product codes are
/// learnt anew for each year, since a CN code may stand in one year's files and not in the next.
/// </summary>
internal sealed class ComextCodes
{
    private const int ProductSlots = 1 << 16;
    private readonly int[] reporters = Unknown(1 << 16);
    private readonly int[] partners = Unknown(1 << 16);
    private readonly Dictionary<(ulong Head, ulong Tail), int> labels = [];

    // Apart from the other labels: NO_SU is a number of its own only here.
    private readonly Dictionary<(ulong Head, ulong Tail), int> units = [];
    private readonly ulong[] productKeys = new ulong[ProductSlots];
    private readonly int[] productNumbers = new int[ProductSlots];
    private int productCount;
    private (ulong Head, ulong Tail) period;
    private int year;

    /// <summary>First month of the period learnt last, as <see cref="Month.Index"/>.</summary>
    internal ushort PeriodStart { get; private set; }

    /// <summary>Length of the period learnt last.</summary>
    internal byte PeriodMonths { get; private set; }

    /// <summary>Number of the label that means "no supplementary unit".</summary>
    internal int NoUnit { get; private set; } = -1;

    internal bool Period(ReadOnlySpan<byte> text) => text.Length <= 16 && PeriodMonths != 0 && Key(text) == period;

    internal int Reporter(ReadOnlySpan<byte> text) => text.Length == 2 ? reporters[MemoryMarshal.Read<ushort>(text)] : -1;

    internal int Partner(ReadOnlySpan<byte> text) => text.Length == 2 ? partners[MemoryMarshal.Read<ushort>(text)] : -1;

    internal int Label(ReadOnlySpan<byte> text) => text.Length <= 16 && labels.TryGetValue(Key(text), out var number) ? number : -1;

    internal int Unit(ReadOnlySpan<byte> text) => text.Length <= 16 && units.TryGetValue(Key(text), out var number) ? number : -1;

    internal int Product(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 8)
        {
            return -1;
        }

        var key = Key(text).Head;
        for (var slot = Slot(key); productKeys[slot] != 0; slot = (slot + 1) % ProductSlots)
        {
            if (productKeys[slot] == key)
            {
                return productNumbers[slot];
            }
        }

        return -1;
    }

    /// <summary>Learns the codes of a line whose observation was just added to the batch.</summary>
    internal void Learn(ReadOnlySpan<byte> line, ComextColumns columns, ObservationBatch batch)
    {
        Span<Range> fields = stackalloc Range[ComextColumns.Limit];
        var count = 0;
        foreach (var field in line.Split((byte)','))
        {
            fields[count++] = field;
        }

        var row = batch.Count - 1;
        LearnPeriod(line[fields[columns.PeriodColumn]], batch.PeriodStart[row], batch.PeriodMonths[row]);
        LearnCountry(reporters, line[fields[columns.Reporter]], batch.Reporter[row]);
        LearnCountry(partners, line[fields[columns.Partner]], batch.Partner[row]);
        LearnProduct(line[fields[columns.Product]], batch.Product[row]);
        LearnLabel(units, line[fields[columns.SupplementaryUnit]], batch.SupplementaryUnit[row]);
        LearnLabel(labels, line[fields[columns.TradeType]], batch.TradeType[row]);
        LearnLabel(labels, line[fields[columns.Procedure]], batch.Procedure[row]);
        NoUnit = batch.Labels.Number("");
    }

    private static void LearnCountry(int[] numbers, ReadOnlySpan<byte> text, int number)
    {
        if (text.Length == 2)
        {
            numbers[MemoryMarshal.Read<ushort>(text)] = number;
        }
    }

    private void LearnPeriod(ReadOnlySpan<byte> text, ushort start, byte months)
    {
        var newYear = new Month(start).Year;
        if (newYear != year)
        {
            Array.Clear(productKeys);
            productCount = 0;
            year = newYear;
        }

        (period, PeriodStart, PeriodMonths) = text.Length <= 16 ? (Key(text), start, months) : (default, start, (byte)0);
    }

    private static void LearnLabel(Dictionary<(ulong Head, ulong Tail), int> numbers, ReadOnlySpan<byte> text, int number)
    {
        if (text.Length <= 16)
        {
            numbers[Key(text)] = number;
        }
    }

    private void LearnProduct(ReadOnlySpan<byte> text, int number)
    {
        // A table over half full would make lookups crawl; codes beyond it stay on the careful path.
        if (text.Length is 0 or > 8 || productCount > ProductSlots / 2 || Product(text) >= 0)
        {
            return;
        }

        var key = Key(text).Head;
        var slot = Slot(key);
        while (productKeys[slot] != 0)
        {
            slot = (slot + 1) % ProductSlots;
        }

        productKeys[slot] = key;
        productNumbers[slot] = number;
        productCount++;
    }

    private static int Slot(ulong key) => (int)(unchecked(key * 0x9E3779B97F4A7C15) >> 48);

    // Exact for up to 16 bytes: lines with a NUL stay on the careful path, which refuses them.
    private static (ulong Head, ulong Tail) Key(ReadOnlySpan<byte> text)
    {
        Span<byte> padded = stackalloc byte[16];
        padded.Clear();
        text.CopyTo(padded);
        return (MemoryMarshal.Read<ulong>(padded), MemoryMarshal.Read<ulong>(padded[8..]));
    }

    private static int[] Unknown(int length)
    {
        var numbers = new int[length];
        Array.Fill(numbers, -1);
        return numbers;
    }
}
