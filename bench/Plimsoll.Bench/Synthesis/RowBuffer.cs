using System.Buffers.Text;

namespace Plimsoll.Bench.Synthesis;

/// <summary>Builds text as bytes and hands it on a megabyte at a time.</summary>
internal sealed class RowBuffer(Stream output)
{
    private const int Size = 1 << 20;

    /// <summary>More than any row takes.</summary>
    private const int RowLimit = 512;

    private readonly byte[] bytes = new byte[Size];
    private int used;
    private long sent;

    /// <summary>Bytes appended so far.</summary>
    public long Length => sent + used;

    /// <summary>Makes room for a row.</summary>
    public void StartRow()
    {
        if (used > Size - RowLimit)
        {
            Flush();
        }
    }

    public RowBuffer Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(bytes.AsSpan(used));
        used += text.Length;
        return this;
    }

    public RowBuffer Append(byte character)
    {
        bytes[used++] = character;
        return this;
    }

    public RowBuffer Append(long number)
    {
        Utf8Formatter.TryFormat(number, bytes.AsSpan(used), out var written);
        used += written;
        return this;
    }

    public void Flush()
    {
        output.Write(bytes, 0, used);
        sent += used;
        used = 0;
    }
}
