using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Plimsoll.Store.Cube;

/// <summary>Checksums (XXH3, 64 bits) that a cube file keeps of its rows, so that a byte that changed on disk is never taken for a figure.</summary>
internal static class CubeSum
{
    /// <summary>Of one product's rows: each column's sum is the seed of the next.</summary>
    internal static ulong Of(ReadOnlySpan<ushort> keys, ReadOnlySpan<long> values, ReadOnlySpan<long> kilograms, ReadOnlySpan<long> supplements) =>
        Of(MemoryMarshal.AsBytes(supplements), Of(MemoryMarshal.AsBytes(kilograms), Of(MemoryMarshal.AsBytes(values), Of(MemoryMarshal.AsBytes(keys), 0))));

    /// <summary>Of the marks and totals: all that follows the index in the file.</summary>
    internal static ulong OfRest(ReadOnlySpan<byte> rest) => Of(rest, 0);

    private static ulong Of(ReadOnlySpan<byte> bytes, ulong seed) => XxHash3.HashToUInt64(bytes, unchecked((long)seed));
}
