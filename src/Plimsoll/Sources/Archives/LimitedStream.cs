namespace Plimsoll.Sources.Archives;

/// <summary>A forward stream that gives up with <see cref="InvalidDataException"/> after a number of bytes, or when it ends too early.</summary>
/// <param name="inner">Disposed with this stream.</param>
/// <param name="limit">Most bytes.</param>
/// <param name="size">Bytes that must have come by the end, modulo 2^32 as gzip states them; null when nobody said.</param>
internal sealed class LimitedStream(Stream inner, long limit, uint? size = null) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The expanded length is not known in advance.");

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException("The stream only goes forward.");
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        read += count;
        if (count == 0 && !buffer.IsEmpty && size is { } stated && stated != (uint)(read & uint.MaxValue))
        {
            throw new InvalidDataException($"Ends after {read} bytes, before its end.");
        }

        return read <= limit ? count : throw new InvalidDataException($"Expands to more than {limit} bytes.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream only goes forward.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream is read only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is read only.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
