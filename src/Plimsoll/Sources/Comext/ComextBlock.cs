using System.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comext;

/// <summary>The rows and refusals of one block of lines, with a kernel and columns that are used again and again.</summary>
internal sealed class ComextBlock(ComextColumns columns)
{
    private readonly ComextKernel kernel = new(columns);

    /// <summary>Rows of the lines read last.</summary>
    internal ObservationBatch Batch { get; } = new();

    /// <summary>Lines that were read.</summary>
    internal int Lines { get; private set; }

    /// <summary>Lines among them that were refused, counted from 1.</summary>
    internal List<(int Line, int Column, Fault Fault)> Refusals { get; } = [];

    internal ComextBlock Parse(LineBlock lines)
    {
        Batch.Clear();
        Refusals.Clear();
        if (lines.IsLongLine)
        {
            var start = Encoding.Latin1.GetString(lines.Buffer, 0, lines.Length);
            Lines = 1;
            Refusals.Add((1, 0, new Fault("SRC-0020", $"The line is longer than {LineBlocks.BlockLength} bytes; a record has at most {ComextBulkFormat.LineLimit}.", start)));
        }
        else
        {
            Lines = kernel.Parse(lines, Batch, Refusals);
        }

        return this;
    }
}
