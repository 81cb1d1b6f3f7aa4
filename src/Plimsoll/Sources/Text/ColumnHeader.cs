using Plimsoll.Trade;

namespace Plimsoll.Sources.Text;

/// <summary>The header line of a delimited answer: columns by name, whatever their order.</summary>
internal sealed class ColumnHeader
{
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool[] labelled;

    private ColumnHeader(int count) => labelled = new bool[count];

    /// <summary>Columns in the header, and so in every record.</summary>
    internal int Count => labelled.Length;

    /// <summary>Names without labels, as written.</summary>
    internal IReadOnlyCollection<string> Names => columns.Keys;

    /// <summary>
    /// Reads the first record as the header. <c>id: label</c> is the column <c>id</c>, <c>ATTR[]</c> the column <c>ATTR</c>.
    /// Faults: <c>SRC-0111</c> when a name stands twice, <c>SRC-0112</c> when there is nothing, or why it is not text.
    /// </summary>
    internal static Parsed<ColumnHeader> Read(DelimitedReader reader, CancellationToken cancel)
    {
        if (!reader.Read(cancel))
        {
            return Empty;
        }

        if (reader.Fault is { } unreadable)
        {
            return unreadable;
        }

        var header = new ColumnHeader(reader.Count);
        for (var column = 0; column < reader.Count; column++)
        {
            var name = reader[column].Trim();
            var colon = name.IndexOf(": ");
            header.labelled[column] = colon >= 0;
            name = colon >= 0 ? name[..colon] : name;
            var bracket = name.IndexOf('[');
            var plain = (bracket > 0 ? name[..bracket] : name).ToString();
            if (!header.columns.TryAdd(plain, column))
            {
                return new Fault("SRC-0111", "The header names a column twice.", plain);
            }
        }

        return header;
    }

    /// <summary>Fault <c>SRC-0112</c>: an answer without records.</summary>
    internal static Fault Empty { get; } =
        new("SRC-0112", "The answer holds no observation: nothing is published for this selection, or a code of the filter does not exist in the dataset.");

    /// <summary>Number of the column from 0; −1 when there is none.</summary>
    internal int Find(string name) => columns.GetValueOrDefault(name, -1);

    /// <summary>The field of the current record without its label; empty when there is no such column.</summary>
    internal ReadOnlySpan<char> Field(DelimitedReader record, int column)
    {
        if (column < 0)
        {
            return default;
        }

        var text = record[column];
        return labelled[column] ? WithoutLabel(text) : text;
    }

    /// <summary>The code in <c>code: label</c>.</summary>
    internal static ReadOnlySpan<char> WithoutLabel(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(": ");
        return colon >= 0 ? text[..colon] : text;
    }
}
