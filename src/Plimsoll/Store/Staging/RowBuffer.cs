using System.Buffers;
using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>Rows of one slice of a release, in the order received, with the slice's own code tables.</summary>
internal sealed class RowBuffer
{
    private const int ChunkRows = 65_536;
    private readonly List<StoredRow[]> chunks = [];
    private readonly Dictionary<CodeTable, CodeMap> maps = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Period, ushort> periodNumbers = [];

    internal int Count { get; private set; }

    internal CodeTable Reporters { get; } = new();

    internal CodeTable Partners { get; } = new();

    internal CodeTable Products { get; } = new();

    internal CodeTable Labels { get; } = new();

    internal List<Period> Periods { get; } = [];

    /// <summary>The rows in use, in the order received.</summary>
    internal IEnumerable<Memory<StoredRow>> Chunks =>
        chunks.Select((chunk, i) => chunk.AsMemory(0, Math.Min(ChunkRows, Count - (i * ChunkRows))));

    internal ref StoredRow this[int index] => ref chunks[index / ChunkRows][index % ChunkRows];

    /// <summary>The flows of the rows, one bit each.</summary>
    internal int Flows { get; private set; }

    /// <summary>False when the batch's rows belong into the next slice, since this one would hold more labels than a byte numbers.</summary>
    internal bool HasRoomFor(ObservationBatch batch) => Labels.CountWith(batch.Labels) <= byte.MaxValue;

    internal void Append(ObservationBatch batch)
    {
        var reporters = Map(batch.Reporters, Reporters);
        var partners = Map(batch.Partners, Partners);
        var products = Map(batch.Products, Products);
        var labels = Map(batch.Labels, Labels);
        for (int from = 0, count; from < batch.Count; from += count)
        {
            var room = Room();
            count = Math.Min(room.Length, batch.Count - from);
            Copy(batch, from, room[..count], reporters, partners, products, labels);
            Count += count;
        }
    }

    /// <summary>Gives the memory of the rows back, for the next slice: memory that is new to the process is slow.</summary>
    internal void Clear()
    {
        chunks.ForEach(chunk => ArrayPool<StoredRow>.Shared.Return(chunk));
        chunks.Clear();
        Count = 0;
    }

    private void Copy(ObservationBatch batch, int from, Span<StoredRow> room, CodeMap reporters, CodeMap partners, CodeMap products, CodeMap labels)
    {
        Period last = default;
        ushort lastNumber = 0;
        for (var place = 0; place < room.Length; place++)
        {
            var i = from + place;
            var period = new Period(new Month(batch.PeriodStart[i]), batch.PeriodMonths[i]);
            if (place == 0 || period != last)
            {
                (last, lastNumber) = (period, Number(period));
            }

            ref var row = ref room[place];
            row.Value = batch.Value[i];
            row.Kilograms = batch.QuantityKg[i];
            row.Supplementary = batch.SupplementaryQuantity[i];
            row.Product = products[batch.Product[i]];
            row.Reporter = (ushort)reporters[batch.Reporter[i]];
            row.Partner = (ushort)partners[batch.Partner[i]];
            row.Period = lastNumber;
            row.Flow = batch.Flow[i];
            row.TradeType = (byte)labels[batch.TradeType[i]];
            row.Procedure = (byte)labels[batch.Procedure[i]];
            row.Unit = (byte)labels[batch.SupplementaryUnit[i]];
            row.Flags = batch.Flags[i];
            Flows |= 1 << row.Flow;
        }
    }

    // What is free in the last chunk, or a new one.
    private Span<StoredRow> Room()
    {
        if (Count == chunks.Count * ChunkRows)
        {
            chunks.Add(ArrayPool<StoredRow>.Shared.Rent(ChunkRows));
        }

        return chunks[^1].AsSpan(Count % ChunkRows);
    }

    private ushort Number(Period period)
    {
        if (!periodNumbers.TryGetValue(period, out var number))
        {
            number = (ushort)Periods.Count;
            Periods.Add(period);
            periodNumbers.Add(period, number);
        }

        return number;
    }

    private CodeMap Map(CodeTable from, CodeTable to)
    {
        if (!maps.TryGetValue(from, out var map))
        {
            maps.Add(from, map = new CodeMap(from, to));
        }

        map.Extend();
        return map;
    }

    /// <summary>
    /// Numbers of a batch's table in the slice's table. A batch keeps the codes of earlier slices; only those that a row of this one
    /// uses get a number.
    /// </summary>
    private sealed class CodeMap(CodeTable from, CodeTable to)
    {
        private const int Unused = -1;
        private readonly List<int> numbers = [];

        internal int this[int number] => numbers[number] is var known and not Unused ? known : numbers[number] = to.Number(from.Codes[number]);

        internal void Extend() => numbers.AddRange(Enumerable.Repeat(Unused, from.Codes.Count - numbers.Count));
    }
}
