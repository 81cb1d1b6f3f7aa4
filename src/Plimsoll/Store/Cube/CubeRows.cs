using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Plimsoll.Store.Cube;

/// <summary>
/// The rows of a cube file on their way into its columns. A few products' rows are in memory at a time: more would have to be
/// fetched into the processor's cache once more for the writing.
/// </summary>
internal sealed class CubeRows(SafeFileHandle file, CubeLayout layout)
{
    private const int Portion = 1 << 15;
    private ushort[] keys = new ushort[Portion];
    private long[] values = new long[Portion];
    private long[] kilograms = new long[Portion];
    private int written;
    private int product;
    private int held;

    /// <summary>Rows so far.</summary>
    internal int Count => written + held;

    internal void Add(ushort key, long value, long kilogram)
    {
        if (held == keys.Length)
        {
            Array.Resize(ref keys, 2 * held);
            Array.Resize(ref values, 2 * held);
            Array.Resize(ref kilograms, 2 * held);
        }

        (keys[held], values[held], kilograms[held]) = (key, value, kilogram);
        held++;
    }

    /// <summary>Ends a product; gives the checksum of its rows.</summary>
    internal ulong EndProduct(ReadOnlySpan<long> supplements)
    {
        var sum = CubeSum.Of(keys.AsSpan(product..held), values.AsSpan(product..held), kilograms.AsSpan(product..held), supplements);
        product = held;
        if (held >= Portion / 2)
        {
            Flush();
        }

        return sum;
    }

    /// <summary>Writes what is in memory; only between products.</summary>
    internal void Flush()
    {
        Write(layout.Keys, keys);
        Write(layout.Values, values);
        Write(layout.Kilograms, kilograms);
        (written, product, held) = (Count, 0, 0);
    }

    private void Write<T>(long column, T[] rows)
        where T : unmanaged =>
        RandomAccess.Write(file, MemoryMarshal.AsBytes(rows.AsSpan(0, held)), column + ((long)written * Marshal.SizeOf<T>()));
}
