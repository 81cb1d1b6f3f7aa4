using System.Buffers;
using System.Text.Json;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Json;

/// <summary>JSON as bytes that everybody writes alike: the JSON Canonicalization Scheme, RFC 8785.</summary>
public static class CanonicalJson
{
    // RFC 8785 builds on I-JSON, RFC 7493, which forbids two members of one name.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Reads JSON; a fault <c>LED-0001</c> for anything that I-JSON does not allow.</summary>
    public static Parsed<JsonElement> Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonElement.Parse(utf8.Span, Strict);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second comes of a \u escape that is half of a pair, in the name of a member.
            return NotJson(broken.Message);
        }
    }

    /// <summary>The canonical bytes of any JSON text.</summary>
    public static Parsed<byte[]> Of(ReadOnlyMemory<byte> utf8) => Read(utf8) is { Ok: true } read ? Of(read.Value) : NotJson("It is no JSON text.");

    /// <summary>The canonical bytes of a value; a fault <c>LED-0001</c> for a lone surrogate or a number beyond the doubles.</summary>
    public static Parsed<byte[]> Of(JsonElement value)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        try
        {
            return Write(value, bytes) is { } fault ? fault : bytes.WrittenSpan.ToArray();
        }
        catch (InvalidOperationException broken)
        {
            // Half of a pair in a string: the reader finds it only when the text is asked for.
            return NotJson(broken.Message);
        }
    }

    private static Fault NotJson(string why) => new("LED-0001", $"This is not JSON that can be written canonically. {why}");

    private static Fault? Write(JsonElement value, ArrayBufferWriter<byte> bytes)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return WriteObject(value, bytes);
            case JsonValueKind.Array:
                return WriteArray(value, bytes);
            case JsonValueKind.String:
                StringText.Write(value.GetString()!, bytes);
                return null;
            case JsonValueKind.Number:
                return WriteNumber(value, bytes);
            default:
                bytes.Write(value.ValueKind switch
                {
                    JsonValueKind.True => "true"u8,
                    JsonValueKind.False => "false"u8,
                    JsonValueKind.Null => "null"u8,
                    _ => throw new ArgumentException("The value is undefined.", nameof(value)),
                });
                return null;
        }
    }

    private static Fault? WriteObject(JsonElement value, ArrayBufferWriter<byte> bytes)
    {
        var members = value.EnumerateObject().ToArray();
        Array.Sort(Array.ConvertAll(members, m => m.Name), members, StringComparer.Ordinal);
        bytes.Write("{"u8);
        for (var i = 0; i < members.Length; i++)
        {
            bytes.Write(i > 0 ? ","u8 : default);
            StringText.Write(members[i].Name, bytes);
            bytes.Write(":"u8);
            if (Write(members[i].Value, bytes) is { } fault)
            {
                return fault;
            }
        }

        bytes.Write("}"u8);
        return null;
    }

    private static Fault? WriteArray(JsonElement value, ArrayBufferWriter<byte> bytes)
    {
        bytes.Write("["u8);
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            bytes.Write(first ? default : ","u8);
            first = false;
            if (Write(item, bytes) is { } fault)
            {
                return fault;
            }
        }

        bytes.Write("]"u8);
        return null;
    }

    private static Fault? WriteNumber(JsonElement value, ArrayBufferWriter<byte> bytes)
    {
        if (!value.TryGetDouble(out var number) || !double.IsFinite(number))
        {
            return new Fault("LED-0001", "A number is beyond what a double holds. Write it as a string.", value.GetRawText());
        }

        var text = NumberText.Of(number);
        System.Text.Encoding.ASCII.GetBytes(text, bytes.GetSpan(text.Length));
        bytes.Advance(text.Length);
        return null;
    }
}
