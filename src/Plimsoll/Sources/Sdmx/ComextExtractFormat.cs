using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>
/// An annual extract of the Comext bulk files by CN code: values only, and only statistical procedure 1 (normal trade), so that
/// some codes lie below the figures of the API. Its header has exactly six columns; bulk files have more and are not read here.
/// </summary>
public sealed class ComextExtractFormat : ISourceFormat
{
    private static readonly string[] Header = ["DECLARANT_ISO", "FLOW", "PARTNER_ISO", "PERIOD", "PRODUCT_NC", "VALUE_IN_EUROS"];

    /// <inheritdoc/>
    public string Id => "comext-extract/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head) => head.FirstLine.Split(',').Order(StringComparer.Ordinal).SequenceEqual(Header, StringComparer.Ordinal);

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var reader = new DelimitedReader(content, ',', quoted: true);
        var header = ColumnHeader.Read(reader, cancel);
        if (header.Fault is { } unreadable)
        {
            return unreadable;
        }

        var columns = RecordColumns.Find(
            header.Value,
            head.FileName,
            [
                (Part.Reporter, "DECLARANT_ISO"), (Part.Partner, "PARTNER_ISO"), (Part.Product, "PRODUCT_NC"), (Part.Flow, "FLOW"),
                (Part.Period, "PERIOD"), (Part.Value, "VALUE_IN_EUROS"),
            ],
            optional: []);
        if (columns.Fault is { } incomplete)
        {
            return incomplete;
        }

        if (!reader.Read(cancel))
        {
            return ColumnHeader.Empty;
        }

        sink.Describe(new ReleaseHeader("comext-annual-extract", "crm-cn8", "EUR", Id, WholePeriods: false, PublishedAt: null));
        var cells = new CellReader(balances: false, onlyIndicator: "VALUE_IN_EUROS");
        new RecordPass(reader, header.Value, sink).Run(columns.Value, cells, check: null, row => row with { Procedure = "1" }, cancel);
        return null;
    }
}
