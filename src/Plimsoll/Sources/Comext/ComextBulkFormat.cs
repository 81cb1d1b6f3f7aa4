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

    /// <summary>Trade types, procedures and units, of which Comext has some sixty: a label is numbered in one byte, and a row may bring three.</summary>
    internal const int LabelLimit = byte.MaxValue - 3;

    internal static Fault TooManyLabels { get; } = new("SRC-0022", $"More than {LabelLimit} different trade types, procedures and supplementary units; Comext has some sixty.");

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
        var name = BulkName().Match(head.FileName);
        var whole = name.Success;
        var named = Period.Parse(name.Groups["period"].Value);
        sink.Describe(new ReleaseHeader("comext", columns.Value.Dataset, "EUR", Id, whole, PublishedAt: null) { Exhaustive = true });
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var before = 0L;
        using var lines = new ReadAhead(content, cancel);
        foreach (var block in Parse(lines, columns.Value with { Named = named.Ok ? named.Value : null }))
        {
            labels.UnionWith(block.Batch.Labels.Codes);
            if (labels.Count > LabelLimit)
            {
                return TooManyLabels;
            }

            Deliver(block, before, sink);
            before += block.Lines;
        }

        return null;
    }

    // Blocks in the order of the lines; each is used again after the caller has taken what is in it. While the reader is what takes
    // longest, lines are parsed here, so that it has a core to itself.
    private static IEnumerable<ComextBlock> Parse(ReadAhead lines, ComextColumns columns)
    {
        var idle = new Stack<ComextBlock>();
        var busy = new Queue<Task<ComextBlock>>();
        try
        {
            while (lines.Next() is { } next)
            {
                var block = idle.Count > 0 ? idle.Pop() : new ComextBlock(columns);
                var parse = new Task<ComextBlock>(() => Parse(block, next, lines));
                busy.Enqueue(parse);
                var isAhead = lines.IsAhead;
                if (isAhead)
                {
                    parse.Start(TaskScheduler.Default);
                }
                else
                {
                    parse.RunSynchronously(TaskScheduler.Default);
                }

                while (busy.Count > (isAhead ? Environment.ProcessorCount : 0))
                {
                    var first = busy.Dequeue().GetAwaiter().GetResult();
                    yield return first;
                    idle.Push(first);
                }
            }

            while (busy.TryDequeue(out var last))
            {
                yield return last.GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Not empty when the caller has seen enough: nothing may go on reading from the buffers.
            Task.WaitAll([.. busy]);
        }
    }

    private static ComextBlock Parse(ComextBlock block, LineBlock next, ReadAhead lines)
    {
        block.Parse(next);
        lines.Return(next);
        return block;
    }

    private static void Deliver(ComextBlock block, long before, IReleaseSink sink)
    {
        foreach (var (line, column, fault) in block.Refusals)
        {
            sink.Refuse(before + line, column, fault);
        }

        sink.Store(block.Batch);
    }

    [GeneratedRegex(@"^full(?:_v2_|_)?(?<period>\d{6})\.(dat|csv)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BulkName();
}
