using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Plimsoll.Ledger.Notes;

/// <summary>
/// A second party's signature below a checkpoint, with its time: C2SP tlog-cosignature, Ed25519. It says: of all that I saw of this
/// log, this is the largest, and it continues the rest.
/// </summary>
public static class Cosignature
{
    private const int TimeLength = 8;

    /// <summary>A signature line for the text of a checkpoint. The cosigner has to have checked that it continues the last one.</summary>
    public static NoteSignature Of(string checkpoint, SigningKey key, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds();
        var bytes = new byte[TimeLength + 64];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seconds);
        key.Sign(Message(checkpoint, seconds)).CopyTo(bytes, TimeLength);
        return new NoteSignature(key.Verifier.Name, key.Verifier.Cosigner.KeyId, bytes);
    }

    /// <summary>When the cosigner says that it signed, in seconds since 1970; null for bytes that are no cosignature.</summary>
    public static long? TimeOf(ReadOnlySpan<byte> signature) =>
        signature.Length == TimeLength + 64 && BinaryPrimitives.ReadInt64BigEndian(signature) is >= 0 and var seconds ? seconds : null;

    internal static byte[] Message(string checkpoint, long seconds) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{checkpoint}"));
}
