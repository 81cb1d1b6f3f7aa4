using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>Where the parts of a record stand in the columns of a delimited answer.</summary>
internal sealed class RecordColumns
{
    private readonly ColumnHeader header;
    private readonly int[] columns = new int[Enum.GetValues<Part>().Length];

    private RecordColumns(ColumnHeader header)
    {
        this.header = header;
        Array.Fill(columns, -1);
    }

    /// <summary>Finds the columns by name; fault <c>SRC-0110</c> that names the missing ones, <paramref name="optional"/> apart.</summary>
    internal static Parsed<RecordColumns> Find(ColumnHeader header, string dataset, IReadOnlyList<(Part Part, string Name)> required, IReadOnlyList<(Part Part, string Name)> optional)
    {
        var found = new RecordColumns(header);
        foreach (var (part, name) in required.Concat(optional))
        {
            found.columns[(int)part] = header.Find(name);
        }

        var missing = required.Where(r => found.columns[(int)r.Part] < 0).Select(r => r.Name).ToList();
        return missing.Count == 0 ? found : Dataset.NotUnderstood(dataset, missing);
    }

    /// <summary>Column of a part as a person counts it, from 1; 0 when it has none.</summary>
    internal int Number(Part part) => columns[(int)part] + 1;

    /// <summary>A part of the current record.</summary>
    internal ReadOnlySpan<char> Text(DelimitedReader record, Part part) => header.Field(record, columns[(int)part]);

    /// <summary>The observation in the current record.</summary>
    internal Cell Cell(DelimitedReader record) => new()
    {
        Frequency = Text(record, Part.Frequency),
        Reporter = Text(record, Part.Reporter),
        Partner = Text(record, Part.Partner),
        Product = Text(record, Part.Product),
        Flow = Text(record, Part.Flow),
        Indicator = Text(record, Part.Indicator),
        Period = Text(record, Part.Period),
        Value = Text(record, Part.Value),
        Flag = Text(record, Part.Flag),
        Confidentiality = Text(record, Part.Confidentiality),
    };
}
