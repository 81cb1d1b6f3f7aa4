using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>
/// Eurostat's TSV: a series key, then one cell per period with its flags (<c>123 p</c>, <c>:</c>, <c>:c</c>). Each cell is a record.
/// The text does not name its dataset, so the file name has to (<c>ds-045409-….tsv</c>), as it does when Eurostat delivers it.
/// </summary>
public sealed class EurostatTsvFormat : ISourceFormat
{
    private const string TimeMark = @"\TIME_PERIOD";

    /// <inheritdoc/>
    public string Id => "eurostat-tsv/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head) => head.FirstLine.Split('\t')[0].EndsWith(TimeMark, StringComparison.Ordinal);

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var reader = new DelimitedReader(content, '\t', quoted: false);
        if (!reader.Read(cancel))
        {
            return ColumnHeader.Empty;
        }

        if (reader.Fault is { } unreadable)
        {
            return unreadable;
        }

        var names = reader[0].ToString().Replace(TimeMark, "", StringComparison.Ordinal).Split(',');
        var periods = Enumerable.Range(1, reader.Count - 1).Select(column => reader[column].Trim().ToString()).ToArray();
        var dataset = DatasetOf(head.FileName, names);
        if (dataset.Fault is { } notUnderstood)
        {
            return notUnderstood;
        }

        if (periods.Length == 0 || !reader.Read(cancel))
        {
            return ColumnHeader.Empty;
        }

        sink.Describe(new ReleaseHeader(dataset.Value.Source, dataset.Value.Id, "EUR", Id, WholePeriods: false, PublishedAt: null) { Exhaustive = dataset.Value.Exhaustive });
        var key = new SeriesKey(dataset.Value.Names, names);
        new EurostatTsvRecords(reader, key, periods, new CellReader(dataset.Value.Balances), sink).Read(cancel);
        return null;
    }

    private static Parsed<Dataset> DatasetOf(string fileName, string[] names)
    {
        var named = Dataset.NamedIn(fileName);
        var missing = (named?.Names ?? DimensionNames.Comext).MissingFrom(names);
        return (named, missing.Count) switch
        {
            (_, > 0) => Dataset.NotUnderstood(fileName, missing),
            (null, _) => new Fault("SRC-0115", "The answer does not name its dataset, and several have these dimensions. Keep the code in the file name, such as ds-045409.tsv.", fileName),
            _ => named,
        };
    }
}
