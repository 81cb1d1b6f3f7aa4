using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>
/// The short-term trade aggregates (<c>ext_st_easitc</c>) as R and Python packages save them: one column per dimension,
/// <c>TIME_PERIOD</c> as the first day, <c>values</c> in million euro, kept as exact euro. It states no publication time.
/// </summary>
public sealed class EurostatTidyCsvFormat : ISourceFormat
{
    private static readonly DimensionNames Names = DimensionNames.ShortTerm;

    /// <inheritdoc/>
    public string Id => "eurostat-tidy-csv/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head)
    {
        var columns = head.FirstLine.Split(',').Select(name => name.Trim('"')).ToList();
        return columns.Contains("TIME_PERIOD", StringComparer.Ordinal) && columns.Contains("values", StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var table = new PlainTable(
            new ReleaseHeader(Dataset.ShortTerm.Source, Dataset.ShortTerm.Id, "EUR", Id, WholePeriods: false, PublishedAt: null),
            [
                (Part.Reporter, Names.Reporter), (Part.Partner, Names.Partner), (Part.Product, Names.Product), (Part.Flow, Names.Flow),
                (Part.Indicator, Names.Indicator), (Part.Period, "TIME_PERIOD"), (Part.Value, "values"),
            ],
            [(Part.Frequency, "freq"), (Part.Flag, "flags")]);
        return table.Read(content, head.FileName, new CellReader(balances: false), sink, cancel);
    }
}
