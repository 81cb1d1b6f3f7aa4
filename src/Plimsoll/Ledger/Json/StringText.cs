using System.Buffers;
using System.Text;

namespace Plimsoll.Ledger.Json;

/// <summary>Strings as RFC 8785 §3.2.2.2 writes them: only what must be escaped is.</summary>
internal static class StringText
{
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create("\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    internal static void Write(string text, ArrayBufferWriter<byte> bytes)
    {
        bytes.Write("\""u8);
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAny(Escaped)) >= 0; rest = rest[(at + 1)..])
        {
            Encoding.UTF8.GetBytes(rest[..at], bytes);
            Encoding.UTF8.GetBytes(Escape(rest[at]), bytes);
        }

        Encoding.UTF8.GetBytes(rest, bytes);
        bytes.Write("\""u8);
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => $"\\u{(int)c:x4}",
    };
}
