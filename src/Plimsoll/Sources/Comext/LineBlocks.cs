namespace Plimsoll.Sources.Comext;

/// <summary>
/// Cuts a stream into blocks of whole lines, so that blocks can be parsed side by side. Memory is one block however long a line is:
/// a line that does not fit is reported and skipped.
/// </summary>
internal sealed class LineBlocks(Stream content)
{
    /// <summary>Bytes in a block; a batch holds the rows of any block of this size, even of the shortest lines.</summary>
    internal const int BlockLength = 1 << 20;

    // The kernel loads 64 bytes at a time, and again one byte further, so it looks past the last line.
    internal const int Padding = 128;

    private byte[] carry = [];
    private bool isFirst = true;
    private bool ended;

    /// <summary>Fills <paramref name="buffer"/> (<see cref="BlockLength"/> + <see cref="Padding"/> bytes). Null at the end.</summary>
    internal LineBlock? Next(byte[] buffer)
    {
        carry.CopyTo(buffer, 0);
        var filled = carry.Length + Fill(buffer.AsSpan(carry.Length, BlockLength - carry.Length));
        carry = [];
        if (filled == 0)
        {
            return null;
        }

        var end = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
        if (end == 0 && !ended)
        {
            return SkipLongLine(buffer);
        }

        if (ended && end < filled)
        {
            // The last line has no line end: give it one, so that the kernel needs no special case.
            buffer[filled] = (byte)'\n';
            end = filled + 1;
        }
        else
        {
            carry = buffer.AsSpan(end, filled - end).ToArray();
        }

        return Block(buffer, end, isLongLine: false);
    }

    private LineBlock SkipLongLine(byte[] buffer)
    {
        var scratch = new byte[BlockLength];
        while (carry.Length == 0 && Fill(scratch) is var filled && filled > 0)
        {
            var end = scratch.AsSpan(0, filled).IndexOf((byte)'\n');
            if (end >= 0)
            {
                carry = scratch.AsSpan(end + 1, filled - end - 1).ToArray();
                break;
            }
        }

        return Block(buffer, Math.Min(200, buffer.Length), isLongLine: true);
    }

    private LineBlock Block(byte[] buffer, int length, bool isLongLine)
    {
        var block = new LineBlock(buffer, length, isFirst, isLongLine);
        isFirst = false;
        return block;
    }

    private int Fill(Span<byte> target)
    {
        var filled = content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        ended |= filled < target.Length;
        return filled;
    }
}
