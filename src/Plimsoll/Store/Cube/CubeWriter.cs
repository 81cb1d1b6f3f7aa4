using System.Runtime.InteropServices;
using System.Text;

namespace Plimsoll.Store.Cube;

/// <summary>
/// Writes the cube file of a segment: columns sorted by product, with an index, to be mapped into memory. It is not flushed to the
/// disk: a cube that a power cut left half written fails its checksums and is made again.
/// </summary>
internal static class CubeWriter
{
    internal static void Write(MergedRows rows, FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        var columns = new CubeColumns(rows, new CubeRows(stream.SafeFileHandle, new CubeLayout(new CubeCounts { Room = rows.Count })));
        var codes = Encoding.UTF8.GetBytes(string.Join('\n', [.. rows.Products, .. rows.Reporters, .. rows.Partners]));
        var counts = new CubeCounts(
            rows.Count,
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
        Put(stream, layout.Supplements, CollectionsMarshal.AsSpan(columns.Supplements));
        Put(stream, layout.MarkRows, CollectionsMarshal.AsSpan(columns.MarkRows));
        Put(stream, layout.MarkFlags, CollectionsMarshal.AsSpan(columns.MarkFlags));
        Put(stream, layout.Totals, columns.Totals);
        Put(stream, CubeLayout.RestSumOffset, [CubeSum.OfRest(Read(stream, layout.MarkRows, layout.Length))]);
        Put(stream, CubeLayout.SealOffset, CubeLayout.Seal(Read(stream, 0, CubeLayout.HeaderLength), Read(stream, layout.Codes, layout.MarkRows)));
    }

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
