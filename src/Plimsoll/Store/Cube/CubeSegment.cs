using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Plimsoll.Trade;

namespace Plimsoll.Store.Cube;

/// <summary>A cube file mapped into memory. Its pointers are valid until it is disposed.</summary>
internal sealed unsafe class CubeSegment : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly CubeLayout layout;
    private readonly Dictionary<string, int> products;
    private readonly bool[] intact;
    private bool isRestIntact;

    /// <summary>Maps the file; <see cref="InvalidDataException"/> when it is not a cube file of this version or is cut off.</summary>
    internal CubeSegment(FileInfo path)
    {
        if (path.Length < CubeLayout.HeaderLength)
        {
            throw new InvalidDataException($"{path.Name} is cut off.");
        }

        file = MemoryMappedFile.CreateFromFile(path.FullName, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        if (!new ReadOnlySpan<byte>(start, 8).SequenceEqual(CubeLayout.Magic))
        {
            throw Damaged($"{path.Name} is not a cube file of this version.");
        }

        Counts = MemoryMarshal.Read<CubeCounts>(new ReadOnlySpan<byte>(start + 8, sizeof(CubeCounts)));
        layout = Counts.ArePossible ? new CubeLayout(Counts) : throw Damaged($"{path.Name} has a damaged header.");
        if (path.Length != layout.Length)
        {
            throw Damaged($"{path.Name} has {path.Length} bytes instead of {layout.Length}.");
        }

        if (!CubeLayout.Seal(Column<byte>(0, CubeLayout.HeaderLength), Column<byte>(layout.Codes, layout.IndexLength)).AsSpan()
            .SequenceEqual(Column<byte>(CubeLayout.SealOffset, SHA256.HashSizeInBytes)))
        {
            throw Damaged($"{path.Name} is damaged.");
        }

        var codes = Encoding.UTF8.GetString(start + layout.Codes, Counts.CodeBytes).Split('\n');
        Products = codes[..Counts.Products];
        Reporters = codes[Counts.Products..(Counts.Products + Counts.Reporters)];
        Partners = codes[(Counts.Products + Counts.Reporters)..];
        Periods = Array.ConvertAll(Column<int>(layout.Periods, Counts.Periods).ToArray(), p => new Period(new Month(p >> 8), p & 0xFF));
        intact = new bool[Products.Length];
        products = Products.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
    }

    internal CubeCounts Counts { get; }

    internal string[] Products { get; }

    internal string[] Reporters { get; }

    internal string[] Partners { get; }

    internal Period[] Periods { get; }

    internal ReadOnlySpan<uint> KeyCells => Column<uint>(layout.KeyCells, Counts.Keys);

    internal ushort* Keys => (ushort*)(start + layout.Keys);

    internal long* Values => (long*)(start + layout.Values);

    internal long* Kilograms => (long*)(start + layout.Kilograms);

    internal ReadOnlySpan<int> MarkRows => Column<int>(layout.MarkRows, Counts.Marks);

    internal ReadOnlySpan<byte> MarkFlags => Column<byte>(layout.MarkFlags, Counts.Marks);

    /// <summary>False when the rows, marks or totals that a reader of the product sees are not what was written. Looked at once for each product.</summary>
    internal bool IsIntact(int product) => intact[product] || (IsRestIntact() && (intact[product] = SumOf(product) == Column<ulong>(layout.ProductSums, Counts.Products)[product]));

    /// <summary>False when the marks or totals are not what was written.</summary>
    internal bool IsRestIntact() =>
        isRestIntact || (isRestIntact = CubeSum.OfRest(Column<byte>(layout.MarkRows, (int)(layout.Length - layout.MarkRows))) == Column<ulong>(CubeLayout.RestSumOffset, 1)[0]);

    /// <summary>Sums over all products by key for one period; <see cref="Fixed3.Null"/> where there is no row.</summary>
    internal ReadOnlySpan<long> TotalsOf(int period) => Column<long>(layout.Totals + ((long)period * Counts.Keys * 8), Counts.Keys);

    /// <summary>Number of a product, or −1.</summary>
    internal int Product(string code) => products.GetValueOrDefault(code, -1);

    /// <summary>The runs of a product.</summary>
    internal Range Runs(int product)
    {
        var starts = Column<int>(layout.ProductRuns, Counts.Products + 1);
        return starts[product]..starts[product + 1];
    }

    /// <summary>Period number and rows of a run, and its supplementary quantities or null.</summary>
    internal (int Period, int First, int End, nint Supplement) Run(int run)
    {
        var starts = Column<int>(layout.RunStarts, Counts.Runs + 1);
        var supplement = Column<int>(layout.RunSupplements, Counts.Runs)[run];
        return (
            Column<int>(layout.RunPeriods, Counts.Runs)[run],
            starts[run],
            starts[run + 1],
            supplement < 0 ? 0 : (nint)((long*)(start + layout.Supplements) + supplement));
    }

    /// <summary>Gives back the memory of the pages that were read; they are read again when wanted.</summary>
    internal void GiveBackPages() => MappedPages.GiveBack(start, layout.Length);

    /// <inheritdoc/>
    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    private ulong SumOf(int product)
    {
        var runs = Runs(product);
        var starts = Column<int>(layout.RunStarts, Counts.Runs + 1);
        var (first, count) = (starts[runs.Start], starts[runs.End] - starts[runs.Start]);
        int firstSupplement = 0, supplements = 0;
        for (var run = runs.Start.Value; run < runs.End.Value; run++)
        {
            if (Column<int>(layout.RunSupplements, Counts.Runs)[run] is >= 0 and var start)
            {
                firstSupplement = supplements == 0 ? start : firstSupplement;
                supplements += starts[run + 1] - starts[run];
            }
        }

        return CubeSum.Of(
            Column<ushort>(layout.Keys + (first * 2L), count),
            Column<long>(layout.Values + (first * 8L), count),
            Column<long>(layout.Kilograms + (first * 8L), count),
            Column<long>(layout.Supplements + (firstSupplement * 8L), supplements));
    }

    private InvalidDataException Damaged(string message)
    {
        Dispose();
        return new InvalidDataException(message);
    }

    private ReadOnlySpan<T> Column<T>(long offset, int count)
        where T : unmanaged => new(start + offset, count);
}
