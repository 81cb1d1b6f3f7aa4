using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Text;

/// <summary>
/// Reads delimited UTF-8 text one record at a time in constant memory. A record is one line: a quoted field may hold separators
/// and doubled quotes but no line end, so that a stray quote costs one line and not the rest of the file. Blank lines are not records.
/// </summary>
internal sealed class DelimitedReader(Stream content, char separator, bool quoted)
{
    /// <summary>Longest line, bytes without its line end.</summary>
    internal const int LineLimit = 1 << 20;

    private const int ShownBytes = 200;

    private readonly byte[] buffer = new byte[LineLimit + 2];
    private (int Start, int Length)[] fields = new (int, int)[64];
    private char[] text = new char[4096];
    private int start;
    private int end;
    private long position;

    /// <summary>Line of the current record, from 1.</summary>
    internal long Line { get; private set; }

    /// <summary>Offset of the current record's first byte.</summary>
    internal long ByteOffset { get; private set; }

    /// <summary>Fields in the current record; 0 when it has a <see cref="Fault"/>.</summary>
    internal int Count { get; private set; }

    /// <summary>Why the current record cannot be read as text; null when it can.</summary>
    internal Fault? Fault { get; private set; }

    /// <summary>Field that the fault lies in, from 1; 0 when the whole line is meant.</summary>
    internal int FaultColumn { get; private set; }

    /// <summary>Field of the current record, from 0; valid until the next <see cref="Read"/>.</summary>
    internal ReadOnlySpan<char> this[int field] => text.AsSpan(fields[field].Start, fields[field].Length);

    /// <summary>Moves to the next record; false at the end of the content.</summary>
    internal bool Read(CancellationToken cancel)
    {
        while (TakeLine(cancel, out var line))
        {
            Count = 0;
            if (Fault is not null)
            {
                return true;
            }

            if (line.Length > 0)
            {
                Decode(line);
                return true;
            }
        }

        return false;
    }

    private bool TakeLine(CancellationToken cancel, out ReadOnlySpan<byte> line)
    {
        cancel.ThrowIfCancellationRequested();
        (Fault, FaultColumn, ByteOffset) = (null, 0, position);
        var searched = 0;
        while (true)
        {
            var feed = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = Cut(searched + feed, lineEnd: 1);
                return true;
            }

            searched = end - start;
            if (searched == buffer.Length)
            {
                Overlong(buffer);
                position += searched;
                (start, end, searched) = (0, 0, 0);
            }

            if (!Fill())
            {
                line = Cut(searched, lineEnd: 0);
                return line.Length > 0 || Fault is not null;
            }
        }
    }

    private ReadOnlySpan<byte> Cut(int length, int lineEnd)
    {
        var line = buffer.AsSpan(start, length);
        start += length + lineEnd;
        position += length + lineEnd;
        Line++;
        if (line.EndsWith("\r"u8))
        {
            line = line[..^1];
        }

        if (Line == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        if (line.Length > LineLimit)
        {
            Overlong(line);
        }

        return line;
    }

    private bool Fill()
    {
        if (end == buffer.Length)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        var read = content.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }

    private void Overlong(ReadOnlySpan<byte> line) =>
        Fault ??= new Fault("SRC-0140", $"The line is longer than {LineLimit} bytes and was skipped.", Shown(line));

    private void Decode(ReadOnlySpan<byte> line)
    {
        if (line.Length > text.Length)
        {
            text = new char[int.Max(line.Length, int.Min(text.Length * 2, LineLimit))];
        }

        var status = Utf8.ToUtf16(line, text, out var valid, out var length, replaceInvalidSequences: false);
        var nul = line.IndexOf((byte)0);
        if (nul >= 0 && nul <= valid)
        {
            Refuse("SRC-0141", "a NUL byte", line, nul);
        }
        else if (status != OperationStatus.Done)
        {
            Refuse("SRC-0142", "a byte that is not UTF-8", line, valid);
        }
        else
        {
            Split(length);
        }
    }

    private void Refuse(string code, string what, ReadOnlySpan<byte> line, int at)
    {
        FaultColumn = 1 + line[..at].Count((byte)separator);
        Fault = new Fault(code, $"The line holds {what} (0x{line[at]:X2}) at byte {ByteOffset + at} of the text. Save the file as UTF-8.", Shown(line));
    }

    private void Split(int length)
    {
        var at = 0;
        while (at <= length)
        {
            at = quoted && at < length && text[at] == '"' ? TakeQuoted(at + 1, length) : TakePlain(at, length);
        }
    }

    /// <summary>Adds the field that starts there and returns where the next one starts; beyond the length when it was the last.</summary>
    private int TakePlain(int from, int length)
    {
        var found = text.AsSpan(from, length - from).IndexOf(separator);
        var size = found < 0 ? length - from : found;
        Add(from, size);
        return from + size + 1;
    }

    private int TakeQuoted(int from, int length)
    {
        var write = from;
        for (var read = from; read < length; read++)
        {
            if (text[read] != '"')
            {
                text[write++] = text[read];
            }
            else if (read + 1 < length && text[read + 1] == '"')
            {
                text[write++] = text[read++];
            }
            else if (read + 1 == length || text[read + 1] == separator)
            {
                Add(from, write - from);
                return read + 2;
            }
            else
            {
                break;
            }
        }

        FaultColumn = Count + 1;
        Fault = new Fault("SRC-0143", "A quoted field does not end before the next separator or line end. Double the quotes inside it.", text.AsSpan(from, int.Min(length - from, ShownBytes)).ToString());
        Count = 0;
        return length + 1;
    }

    private void Add(int from, int length)
    {
        if (Count == fields.Length)
        {
            Array.Resize(ref fields, Count * 2);
        }

        fields[Count++] = (from, length);
    }

    private static string Shown(ReadOnlySpan<byte> line) => Encoding.UTF8.GetString(line[..int.Min(line.Length, ShownBytes)]);
}
