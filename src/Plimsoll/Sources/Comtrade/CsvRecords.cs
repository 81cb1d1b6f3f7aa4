using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comtrade;

/// <summary>Comma-separated text record by record: the header first, then each line with as many fields as the header.</summary>
internal sealed class CsvRecords
{
    private readonly DelimitedReader reader;
    private readonly IReleaseSink sink;
    private readonly CancellationToken cancel;

    /// <summary>Reads the header; a line that has not its shape will be refused into <paramref name="sink"/>.</summary>
    internal CsvRecords(Stream content, IReleaseSink sink, CancellationToken cancel)
    {
        (this.sink, this.cancel) = (sink, cancel);
        reader = new DelimitedReader(content, ',', quoted: true);
        Header = reader.Read(cancel) ? Fields() : [];
    }

    /// <summary>Names of the columns; empty when the text is.</summary>
    internal IReadOnlyList<string> Header { get; }

    /// <summary>Line of the current record, from 1.</summary>
    internal long Line => reader.Line;

    /// <summary>Position of a column, −1 when there is none.</summary>
    internal int Column(string name) => Header.ToList().IndexOf(name);

    /// <summary>The records, in order, without blanks around fields. A line with the wrong number of fields is refused with <c>SRC-0230</c>.</summary>
    internal IEnumerable<IReadOnlyList<string>> Read()
    {
        while (reader.Read(cancel))
        {
            var fault = reader.Fault ?? (reader.Count == Header.Count
                ? null
                : new Fault("SRC-0230", $"The line has {reader.Count} fields, the header has {Header.Count}.", string.Join(',', Fields())));
            if (fault is null)
            {
                yield return Fields();
            }
            else
            {
                sink.Refuse(reader.Line, reader.FaultColumn, fault);
            }
        }
    }

    private string[] Fields() => [.. Enumerable.Range(0, reader.Count).Select(i => reader[i].Trim().ToString())];
}
