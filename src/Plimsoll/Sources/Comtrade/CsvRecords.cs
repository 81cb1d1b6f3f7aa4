using Plimsoll.Trade;

namespace Plimsoll.Sources.Comtrade;

/// <summary>Reads comma-separated text record by record: the header first, then each line with as many fields as the header.</summary>
internal sealed class CsvRecords : IDisposable
{
    private readonly StreamReader reader;
    private readonly IReleaseSink sink;
    private readonly CancellationToken cancel;

    /// <summary>Reads the header; a line with another number of fields will be refused into <paramref name="sink"/>.</summary>
    internal CsvRecords(Stream content, IReleaseSink sink, CancellationToken cancel)
    {
        reader = new StreamReader(content, leaveOpen: true);
        this.sink = sink;
        this.cancel = cancel;
        Header = CsvLine.Split(reader.ReadLine() ?? "");
    }

    /// <summary>Names of the columns.</summary>
    internal IReadOnlyList<string> Header { get; }

    /// <summary>Number of the last line read, from 1.</summary>
    internal long Line { get; private set; } = 1;

    /// <summary>Position of a column, −1 when there is none.</summary>
    internal int Column(string name) => Header.ToList().IndexOf(name);

    /// <summary>The records, in order. Blank lines are none; a line with the wrong number of fields is refused with <c>SRC-0230</c>.</summary>
    internal IEnumerable<IReadOnlyList<string>> Read()
    {
        while (reader.ReadLine() is { } line)
        {
            cancel.ThrowIfCancellationRequested();
            Line++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var fields = CsvLine.Split(line);
            if (fields.Count == Header.Count)
            {
                yield return fields;
            }
            else
            {
                sink.Refuse(Line, 0, new Fault("SRC-0230", $"The line has {fields.Count} fields, the header has {Header.Count}.", line));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
