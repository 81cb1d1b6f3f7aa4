using System.Collections.Concurrent;

namespace Plimsoll.Sources.Comext;

/// <summary>
/// Cuts a stream into blocks of lines on a thread of its own. Decompression is the longest work of an ingest and cannot be shared
/// out, so it waits for nobody until <see cref="Depth"/> blocks are waiting.
/// </summary>
internal sealed class ReadAhead : IDisposable
{
    private const int Depth = 32;
    private readonly LineBlocks lines;
    // The buffer given back last is filled next, while it is still in the processor's cache.
    private readonly BlockingCollection<byte[]> free = new(new ConcurrentStack<byte[]>());
    private readonly BlockingCollection<LineBlock> waiting = [];
    private readonly CancellationTokenSource stop;
    private readonly Task reading;

    internal ReadAhead(Stream content, CancellationToken cancel)
    {
        lines = new LineBlocks(content);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>True when the next block is already there: then the reader is not what takes longest.</summary>
    internal bool IsAhead => waiting.Count > 0;

    /// <summary>The next lines, or null at the end; throws what the stream threw.</summary>
    internal LineBlock? Next()
    {
        if (waiting.TryTake(out var block, Timeout.Infinite))
        {
            return block;
        }

        reading.GetAwaiter().GetResult();
        return null;
    }

    /// <summary>Gives a block's buffer back to be filled again.</summary>
    internal void Return(LineBlock block) => free.Add(block.Buffer);

    /// <summary>Ends the reading, so that the stream can be closed.</summary>
    public void Dispose()
    {
        stop.Cancel();
        ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        stop.Dispose();
        waiting.Dispose();
        free.Dispose();
    }

    private void Read()
    {
        try
        {
            var made = 0;
            while (true)
            {
                stop.Token.ThrowIfCancellationRequested();
                if (!free.TryTake(out var buffer))
                {
                    buffer = made++ < Depth ? GC.AllocateUninitializedArray<byte>(LineBlocks.BlockLength + LineBlocks.Padding) : free.Take(stop.Token);
                }

                if (lines.Next(buffer) is not { } block)
                {
                    return;
                }

                waiting.Add(block);
            }
        }
        finally
        {
            waiting.CompleteAdding();
        }
    }
}
