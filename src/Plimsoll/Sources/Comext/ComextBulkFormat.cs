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
        var whole = BulkName().IsMatch(head.FileName);
        sink.Describe(new ReleaseHeader("comext", columns.Value.Dataset, "EUR", Id, whole, PublishedAt: null) { Exhaustive = true });
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in Parse(new LineBlocks(content), columns.Value, cancel))
        {
            labels.UnionWith(block.Batch.Labels.Codes);
            if (labels.Count > LabelLimit)
            {
                return TooManyLabels;
            }

            Deliver(block, sink);
        }

        return null;
    }

    // Each block is used again after the caller has taken what is in it.
    private static IEnumerable<ComextBlock> Parse(LineBlocks lines, ComextColumns columns, CancellationToken cancel)
    {
        var depth = Environment.ProcessorCount + 1;
        var idle = new Stack<ComextBlock>(Enumerable.Range(0, depth).Select(_ => new ComextBlock(columns)));
        var busy = new Queue<Task<ComextBlock>>();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (idle.Count == 0)
            {
                var first = busy.Dequeue().GetAwaiter().GetResult();
                yield return first;
                idle.Push(first);
            }

            var block = idle.Pop();
            if (!block.Fill(lines))
            {
                break;
            }

            busy.Enqueue(Task.Run(block.Parse, cancel));
        }

        while (busy.TryDequeue(out var last))
        {
            yield return last.GetAwaiter().GetResult();
        }
    }

    private static void Deliver(ComextBlock block, IReleaseSink sink)
    {
        foreach (var (line, column, fault) in block.Refusals)
        {
            sink.Refuse(line, column, fault);
        }

        sink.Store(block.Batch);
    }

    [GeneratedRegex(@"^full(?:_v2_|_)?\d{6}\.(dat|csv)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BulkName();
}
