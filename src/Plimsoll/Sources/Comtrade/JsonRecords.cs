using System.Text;
using System.Text.Json;

namespace Plimsoll.Sources.Comtrade;

/// <summary>
/// Reads the objects of the top-level array <c>data</c> one at a time, in memory that does not grow with the answer. Damaged text is a
/// <see cref="JsonException"/> of the reader.
/// </summary>
internal sealed class JsonRecords(Stream content)
{
    /// <summary>A Comtrade record has about 1,200 bytes; one beyond this limit is not a record.</summary>
    private const int RecordLimit = 4_000_000;

    private byte[] buffer = new byte[65_536];
    private int start;
    private int end;
    private bool last;
    private bool inData;
    private string name = "";
    private JsonReaderState state;

    /// <summary>True once the array <c>data</c> was met.</summary>
    internal bool HasData { get; private set; }

    /// <summary>Text of the top-level field <c>error</c> as far as it was read; empty when there is none.</summary>
    internal string Error { get; private set; } = "";

    /// <summary>The next record; null at the end of the answer. The caller disposes it.</summary>
    internal JsonDocument? Next()
    {
        while (true)
        {
            var (moved, record) = Step();
            if (record is not null)
            {
                return record;
            }

            if (!moved)
            {
                if (last)
                {
                    return null;
                }

                Fill();
            }
        }
    }

    /// <summary>Reads one token, or one whole record; not moved when the buffer holds too little of it.</summary>
    private (bool Moved, JsonDocument? Record) Step()
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), last, state);
        if (!reader.Read())
        {
            return (false, null);
        }

        JsonDocument? record = null;
        if (inData && reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 })
        {
            if (!JsonDocument.TryParseValue(ref reader, out record))
            {
                return (false, null);
            }
        }
        else
        {
            Note(ref reader);
        }

        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return (true, record);
    }

    private void Note(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth != 1)
        {
            return;
        }

        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            name = Encoding.UTF8.GetString(reader.ValueSpan);
        }
        else if (reader.TokenType == JsonTokenType.String && name is "error" or "message")
        {
            Error = Encoding.UTF8.GetString(reader.ValueSpan);
        }
        else if (name is "data")
        {
            inData = reader.TokenType == JsonTokenType.StartArray;
            HasData |= inData;
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        else if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length < RecordLimit ? buffer.Length * 2 : throw new JsonException("A record has more than 4 million bytes."));
        }

        var read = content.Read(buffer.AsSpan(end));
        end += read;
        last = read == 0;
    }
}
