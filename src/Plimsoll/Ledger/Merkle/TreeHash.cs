using System.Buffers.Binary;
using System.Security.Cryptography;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Merkle;

/// <summary>A hash of the Merkle tree of RFC 6962 §2.1: 32 bytes of SHA-256.</summary>
public readonly record struct TreeHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = 32;

    private readonly UInt128 high;
    private readonly UInt128 low;

    /// <summary>The hash of 32 bytes.</summary>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        low = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The root of the tree without entries: SHA-256 of nothing.</summary>
    public static TreeHash Empty { get; } = new(SHA256.HashData([]));

    /// <summary>Hash of an entry: SHA-256 of a zero byte and the entry's bytes.</summary>
    public static TreeHash OfLeaf(ReadOnlySpan<byte> entry)
    {
        var prefixed = entry.Length < 1024 ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        prefixed[0] = 0;
        entry.CopyTo(prefixed[1..]);
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(prefixed, hash);
        return new TreeHash(hash);
    }

    /// <summary>Hash of an inner node: SHA-256 of a one byte and both children.</summary>
    public static TreeHash OfNode(TreeHash left, TreeHash right)
    {
        Span<byte> prefixed = stackalloc byte[1 + (2 * Length)];
        prefixed[0] = 1;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + Length)..]);
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(prefixed, hash);
        return new TreeHash(hash);
    }

    /// <summary>Reads standard base64 of exactly 32 bytes.</summary>
    public static Parsed<TreeHash> Parse(string base64)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return base64.Length == 44 && Convert.TryFromBase64String(base64, bytes, out var written) && written == Length && Convert.ToBase64String(bytes) == base64
            ? new TreeHash(bytes)
            : new Fault("LED-0016", "A hash is 44 characters of base64.", base64);
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt128BigEndian(target, high);
        BinaryPrimitives.WriteUInt128BigEndian(target[16..], low);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Standard base64, as in a checkpoint.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());
}
