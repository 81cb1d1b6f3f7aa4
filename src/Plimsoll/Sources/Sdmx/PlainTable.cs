using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>A comma-separated table of one known dataset, which the records do not name.</summary>
internal sealed class PlainTable(ReleaseHeader release, IReadOnlyList<(Part Part, string Name)> required, IReadOnlyList<(Part Part, string Name)> optional)
{
    /// <summary>Reads the table to its end; a fault when its header or its lack of records makes it useless.</summary>
    internal Fault? Read(Stream content, string fileName, CellReader cells, IReleaseSink sink, CancellationToken cancel)
    {
        var reader = new DelimitedReader(content, ',', quoted: true);
        var header = ColumnHeader.Read(reader, cancel);
        if (header.Fault is { } unreadable)
        {
            return unreadable;
        }

        var columns = RecordColumns.Find(header.Value, fileName, required, optional);
        if (columns.Fault is { } incomplete)
        {
            return incomplete;
        }

        if (!reader.Read(cancel))
        {
            return ColumnHeader.Empty;
        }

        sink.Describe(release);
        new RecordPass(reader, header.Value, sink).Run(columns.Value, cells, check: null, cancel);
        return null;
    }
}
