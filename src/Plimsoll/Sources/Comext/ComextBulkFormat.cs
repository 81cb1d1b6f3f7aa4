using System.Text.RegularExpressions;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comext;

/// <summary>
/// The bulk files of Comext: <c>full_v2_YYYYMM</c> with 17 or 18 columns, the annual <c>YYYY52</c> files, the older
/// <c>fullYYYYMM.dat</c> and the files of 1988–2001. Blocks of lines are parsed on all cores and delivered in order.
/// </summary>
public sealed partial class ComextBulkFormat : ISourceFormat
{
    /// <summary>Longest record, bytes.</summary>
    public const int LineLimit = 4096;

    /// <inheritdoc/>
    public string Id => "comext-bulk/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head) => ComextColumns.Resembles(head.FirstLine);

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var columns = ComextColumns.Read(head.FirstLine);
        if (!columns.Ok)
        {
            return columns.Fault;
        }

        // A bulk file speaks for its whole period; a slice of one, under another name, only for the cells that it lists.
        var whole = BulkName().IsMatch(head.FileName);
        sink.Describe(new ReleaseHeader("comext", columns.Value.Dataset, "EUR", Id, whole, PublishedAt: null) { Exhaustive = true });
        Run(new LineBlocks(content), columns.Value, sink, cancel);
        return null;
    }

    private static void Run(LineBlocks blocks, ComextColumns columns, IReleaseSink sink, CancellationToken cancel)
    {
        var labels = new ComextLabels();
        var depth = Environment.ProcessorCount + 1;
        var idle = new Stack<ComextBlock>(Enumerable.Range(0, depth).Select(_ => new ComextBlock(columns, labels)));
        var busy = new Queue<Task<ComextBlock>>();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (idle.Count == 0)
            {
                idle.Push(Deliver(busy.Dequeue(), sink));
            }

            var block = idle.Pop();
            if (!block.Fill(blocks))
            {
                break;
            }

            busy.Enqueue(Task.Run(block.Parse, cancel));
        }

        while (busy.TryDequeue(out var last))
        {
            Deliver(last, sink);
        }
    }

    private static ComextBlock Deliver(Task<ComextBlock> parsed, IReleaseSink sink)
    {
        var block = parsed.GetAwaiter().GetResult();
        foreach (var (line, column, fault) in block.Refusals)
        {
            sink.Refuse(line, column, fault);
        }

        sink.Store(block.Batch);
        return block;
    }

    [GeneratedRegex(@"^full(?:_v2_|_)?\d{6}\.(dat|csv)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BulkName();
}
