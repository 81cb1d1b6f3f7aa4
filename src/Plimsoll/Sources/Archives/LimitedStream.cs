namespace Plimsoll.Sources.Archives;

/// <summary>A forward stream that gives up with <see cref="InvalidDataException"/> after a number of bytes.</summary>
/// <param name="inner">Disposed with this stream.</param>
/// <param name="limit">Most bytes.</param>
internal sealed class LimitedStream(Stream inner, long limit) : Stream
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
