using System.Buffers;

namespace Plimsoll.Store.Staging;

/// <summary>Stable sort of integer keys by their digits of eleven bits, from the last; digits that all keys share are passed over.</summary>
internal static class Radix
{
    private const int DigitBits = 11;
    private const int DigitCount = 1 << DigitBits;

    /// <summary>
    /// The places of the keys in ascending order; equal keys keep their order. The keys are overwritten. The array is rented from the
    /// shared pool and may be longer: the caller gives it back.
    /// </summary>
    internal static int[] Sort(Span<ulong> keys, int bits)
    {
        var order = ArrayPool<int>.Shared.Rent(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            order[i] = i;
        }

        if (IsSorted(keys))
        {
            return order;
        }

        var rented = ArrayPool<ulong>.Shared.Rent(keys.Length);
        var otherKeys = rented.AsSpan(0, keys.Length);
        var otherOrder = ArrayPool<int>.Shared.Rent(keys.Length);
        for (var shift = 0; shift < bits; shift += DigitBits)
        {
            if (Pass(keys, order, otherKeys, otherOrder, shift))
            {
                var sorted = otherKeys;
                otherKeys = keys;
                keys = sorted;
                (order, otherOrder) = (otherOrder, order);
            }
        }

        ArrayPool<ulong>.Shared.Return(rented);
        ArrayPool<int>.Shared.Return(otherOrder);
        return order;
    }

    private static bool Pass(ReadOnlySpan<ulong> keys, int[] order, Span<ulong> toKeys, int[] toOrder, int shift)
    {
        var starts = new int[DigitCount + 1];
        foreach (var key in keys)
        {
            starts[(int)((key >> shift) & (DigitCount - 1)) + 1]++;
        }

        if (starts.AsSpan().IndexOf(keys.Length) >= 0)
        {
            return false;
        }

        for (var digit = 0; digit < DigitCount; digit++)
        {
            starts[digit + 1] += starts[digit];
        }

        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            var place = starts[(int)((key >> shift) & (DigitCount - 1))]++;
            toKeys[place] = key;
            toOrder[place] = order[i];
        }

        return true;
    }

    private static bool IsSorted(ReadOnlySpan<ulong> keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] < keys[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
