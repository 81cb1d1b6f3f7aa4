using System.Buffers.Binary;
using System.Text;

namespace Plimsoll.Agreements.Evidence;

/// <summary>
/// A zip whose bytes follow from its files: not compressed, since compressors differ between machines; entries in order of name, all of
/// 1 January 1980, the zero of zip.
/// </summary>
internal static class StoredZip
{
    private const uint LocalHeader = 0x04034B50;
    private const uint CentralHeader = 0x02014B50;
    private const uint End = 0x06054B50;
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 1 << 11;
    private const ushort FirstDay = (1 << 5) | 1;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    internal static byte[] Write(IReadOnlyDictionary<string, byte[]> files)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var start = (uint)zip.Position;
            var common = Common(Encoding.UTF8.GetByteCount(name), bytes);
            Put(zip, LocalHeader);
            zip.Write(common);
            zip.Write(Encoding.UTF8.GetBytes(name));
            zip.Write(bytes);
            Put(directory, CentralHeader);
            Put(directory, Version);
            directory.Write(common);
            directory.Write(new byte[10]);
            Put(directory, start);
            directory.Write(Encoding.UTF8.GetBytes(name));
        }

        var offset = (uint)zip.Position;
        zip.Write(directory.ToArray());
        Put(zip, End);
        Put(zip, 0u);
        Put(zip, (ushort)files.Count);
        Put(zip, (ushort)files.Count);
        Put(zip, (uint)directory.Length);
        Put(zip, offset);
        Put(zip, (ushort)0);
        return zip.ToArray();
    }

    // From the version to the length of the extra field: the same in both headers.
    private static byte[] Common(int nameLength, byte[] bytes)
    {
        using var header = new MemoryStream();
        Put(header, Version);
        Put(header, NamesAreUtf8);
        Put(header, 0u);
        Put(header, FirstDay);
        Put(header, Crc(bytes));
        Put(header, (uint)bytes.Length);
        Put(header, (uint)bytes.Length);
        Put(header, (ushort)nameLength);
        Put(header, (ushort)0);
        return header.ToArray();
    }

    private static uint Crc(byte[] bytes) => ~bytes.Aggregate(uint.MaxValue, static (crc, b) => CrcTable[(crc ^ b) & 0xFF] ^ (crc >> 8));

    private static uint CrcOf(int number)
    {
        var crc = (uint)number;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }

    private static void Put(MemoryStream stream, ushort number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, number);
        stream.Write(bytes);
    }

    private static void Put(MemoryStream stream, uint number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        stream.Write(bytes);
    }
}
