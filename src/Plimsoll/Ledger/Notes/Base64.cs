namespace Plimsoll.Ledger.Notes;

/// <summary>Standard base64 of RFC 4648 §4, in the one form that it is written in.</summary>
internal static class Base64
{
    /// <summary>Null for anything that would not be written so: spaces, missing padding, bits left over.</summary>
    internal static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }
}
