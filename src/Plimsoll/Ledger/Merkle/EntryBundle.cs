using System.Buffers.Binary;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Merkle;

/// <summary>Up to 256 entries as one resource of C2SP tlog-tiles: each with its length before it, two bytes, high byte first.</summary>
public static class EntryBundle
{
    /// <summary>Most bytes that an entry may have.</summary>
    public const int EntryLimit = ushort.MaxValue;

    /// <summary>Entries as one piece.</summary>
    public static byte[] Write(IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        using var bundle = new MemoryStream();
        Span<byte> length = stackalloc byte[2];
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)entry.Length));
            bundle.Write(length);
            bundle.Write(entry.Span);
        }

        return bundle.ToArray();
    }

    /// <summary>The entries of a piece; a fault <c>LED-0018</c> when it ends in the middle of one.</summary>
    public static Parsed<IReadOnlyList<ReadOnlyMemory<byte>>> Read(ReadOnlyMemory<byte> bundle)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        while (bundle.Length > 0)
        {
            if (bundle.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(bundle.Span) is var length && bundle.Length < 2 + length)
            {
                return new Fault("LED-0018", "The bundle of entries ends in the middle of one. Fetch it again.");
            }

            entries.Add(bundle.Slice(2, length));
            bundle = bundle[(2 + length)..];
        }

        return entries;
    }
}
