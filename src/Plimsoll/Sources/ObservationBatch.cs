using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>Up to <see cref="Capacity"/> observations in columns; codes are numbers into the batch's own tables.</summary>
public sealed class ObservationBatch
{
    /// <summary>Rows that a batch holds.</summary>
    public const int Capacity = 65_536;

    /// <summary>Rows in use.</summary>
    public int Count { get; internal set; }

    /// <summary>True when no row fits any more.</summary>
    public bool IsFull => Count == Capacity;

    /// <summary>Canonical codes (<see cref="Country.Code"/>) that <see cref="Reporter"/> counts into.</summary>
    public CodeTable Reporters { get; } = new();

    /// <summary>Canonical codes that <see cref="Partner"/> counts into.</summary>
    public CodeTable Partners { get; } = new();

    /// <summary>Codes that <see cref="Product"/> counts into.</summary>
    public CodeTable Products { get; } = new();

    /// <summary>Supplementary units, trade types and procedures.</summary>
    public CodeTable Labels { get; } = new();

    internal ushort[] Reporter { get; } = new ushort[Capacity];

    internal ushort[] Partner { get; } = new ushort[Capacity];

    internal int[] Product { get; } = new int[Capacity];

    internal byte[] Flow { get; } = new byte[Capacity];

    internal ushort[] PeriodStart { get; } = new ushort[Capacity];

    internal byte[] PeriodMonths { get; } = new byte[Capacity];

    internal byte[] TradeType { get; } = new byte[Capacity];

    internal byte[] Procedure { get; } = new byte[Capacity];

    internal byte[] SupplementaryUnit { get; } = new byte[Capacity];

    internal byte[] Flags { get; } = new byte[Capacity];

    internal long[] Value { get; } = new long[Capacity];

    internal long[] QuantityKg { get; } = new long[Capacity];

    internal long[] SupplementaryQuantity { get; } = new long[Capacity];

    /// <summary>Adds one observation. The batch must not be full.</summary>
    public void Add(in Observation row)
    {
        var i = Count;
        Reporter[i] = (ushort)Reporters.Number(row.Reporter.Code);
        Partner[i] = (ushort)Partners.Number(row.Partner.Code);
        Product[i] = Products.Number(row.Product.Text);
        Flow[i] = (byte)row.Flow;
        PeriodStart[i] = (ushort)row.Period.Start.Index;
        PeriodMonths[i] = (byte)row.Period.Months;
        TradeType[i] = (byte)Labels.Number(row.TradeType);
        Procedure[i] = (byte)Labels.Number(row.Procedure);
        SupplementaryUnit[i] = (byte)Labels.Number(row.SupplementaryUnit);
        Flags[i] = (byte)row.Flags;
        Value[i] = row.Value;
        QuantityKg[i] = row.QuantityKg;
        SupplementaryQuantity[i] = row.SupplementaryQuantity;
        Count++;
    }

    /// <summary>Empties the rows; the code tables stay, so that ids keep their meaning while the batch is reused.</summary>
    public void Clear() => Count = 0;
}
