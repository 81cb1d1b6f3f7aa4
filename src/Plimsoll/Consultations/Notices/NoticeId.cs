using System.Security.Cryptography;
using System.Text;

namespace Plimsoll.Consultations.Notices;

/// <summary>Ids that are made from what they name.</summary>
internal static class NoticeId
{
    private const int Bytes = 16;

    /// <summary>
    /// The first 16 bytes of the SHA-256 of the parts, each after its length so that no two lists of parts read the same, as a UUID of
    /// version 8 (RFC 9562, section 5.8).
    /// </summary>
    internal static Guid Of(params IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts.Select(Encoding.UTF8.GetBytes))
        {
            hash.AppendData(BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(part.Length)));
            hash.AppendData(part);
        }

        var id = hash.GetHashAndReset().AsSpan(0, Bytes);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
