using System.Runtime.InteropServices;
using System.Text;

namespace Plimsoll.Store.Cube;

/// <summary>Writes the cube file of a segment: columns sorted by product, with an index, to be mapped into memory.</summary>
internal static class CubeWriter
{
    internal static void Write(MergedRows rows, FileInfo file)
    {
        var columns = new CubeColumns(rows);
        var codes = Encoding.UTF8.GetBytes(string.Join('\n', [.. rows.Products, .. rows.Reporters, .. rows.Partners]));
        var counts = new CubeCounts(
            columns.Count,
            columns.RunPeriods.Count,
            columns.MarkRows.Count,
            columns.Supplements.Count,
            rows.Products.Length,
            rows.Periods.Length,
            rows.Reporters.Length,
            rows.Partners.Length,
            columns.KeyCells.Count,
            codes.Length);
        var layout = new CubeLayout(counts);
        using var stream = new FileStream(file.FullName, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        stream.SetLength(layout.Length);
        stream.Write(CubeLayout.Magic);
        Put(stream, CubeLayout.Magic.Length, new ReadOnlySpan<CubeCounts>(in counts));
        Put(stream, layout.Codes, codes);
        Put(stream, layout.Periods, Array.ConvertAll(rows.Periods, p => (p.Start.Index << 8) | p.Months));
        Put(stream, layout.KeyCells, CollectionsMarshal.AsSpan(columns.KeyCells));
        Put(stream, layout.ProductRuns, CollectionsMarshal.AsSpan(columns.ProductRuns));
        Put(stream, layout.RunPeriods, CollectionsMarshal.AsSpan(columns.RunPeriods));
        Put(stream, layout.RunStarts, CollectionsMarshal.AsSpan(columns.RunStarts));
        Put(stream, layout.RunSupplements, CollectionsMarshal.AsSpan(columns.RunSupplements));
        Put(stream, layout.ProductSums, CollectionsMarshal.AsSpan(columns.ProductSums));
        Put(stream, layout.Keys, columns.Keys.AsSpan(0, columns.Count));
        Put(stream, layout.Values, columns.Values.AsSpan(0, columns.Count));
        Put(stream, layout.Kilograms, columns.Kilograms.AsSpan(0, columns.Count));
        Put(stream, layout.Supplements, CollectionsMarshal.AsSpan(columns.Supplements));
        Put(stream, layout.MarkRows, CollectionsMarshal.AsSpan(columns.MarkRows));
        Put(stream, layout.MarkFlags, CollectionsMarshal.AsSpan(columns.MarkFlags));
        Put(stream, layout.Totals, columns.Totals);
        Put(stream, CubeLayout.RestSumOffset, [CubeSum.OfRest(Read(stream, layout.MarkRows, layout.Length))]);
        var head = Read(stream, 0, layout.Keys);
        Put(stream, CubeLayout.SealOffset, CubeLayout.Seal(head, head.AsSpan(CubeLayout.HeaderLength)));
    }

    // Not flushed to the disk: a cube that a power cut left half written fails its checksums and is made again.
    private static byte[] Read(FileStream stream, long from, long end)
    {
        var bytes = new byte[end - from];
        stream.Position = from;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Put<T>(FileStream stream, long offset, ReadOnlySpan<T> column)
        where T : unmanaged
    {
        stream.Position = offset;
        stream.Write(MemoryMarshal.AsBytes(column));
    }

    private static void Put<T>(FileStream stream, long offset, T[] column)
        where T : unmanaged => Put(stream, offset, column.AsSpan());

    private static void Put<T>(FileStream stream, long offset, Span<T> column)
        where T : unmanaged => Put(stream, offset, (ReadOnlySpan<T>)column);
}
