using System.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comext;

/// <summary>One block of lines on its way from bytes to rows, with buffers that are used again and again.</summary>
internal sealed class ComextBlock(ComextColumns columns)
{
    private readonly byte[] buffer = new byte[LineBlocks.BlockLength + LineBlocks.Padding];
    private readonly ComextKernel kernel = new(columns);
    private LineBlock lines;

    /// <summary>Rows of the block after <see cref="Parse"/>.</summary>
    internal ObservationBatch Batch { get; } = new();

    /// <summary>Lines of the block that were refused.</summary>
    internal List<(long Line, int Column, Fault Fault)> Refusals { get; } = [];

    /// <summary>Takes the next lines; false at the end.</summary>
    internal bool Fill(LineBlocks blocks)
    {
        var next = blocks.Next(buffer);
        lines = next.GetValueOrDefault();
        return next is not null;
    }

    internal ComextBlock Parse()
    {
        Batch.Clear();
        Refusals.Clear();
        if (lines.IsLongLine)
        {
            var start = Encoding.Latin1.GetString(buffer, 0, lines.Length);
            Refusals.Add((lines.FirstLine, 0, new Fault("SRC-0020", $"The line is longer than {LineBlocks.BlockLength} bytes; a record has at most {ComextBulkFormat.LineLimit}.", start)));
        }
        else
        {
            kernel.Parse(buffer, lines, Batch, Refusals);
        }

        return this;
    }
}
