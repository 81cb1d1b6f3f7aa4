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
        var table = new PlainTable(
            new ReleaseHeader("comext-annual-extract", "crm-cn8", "EUR", Id, WholePeriods: false, PublishedAt: null) { Exhaustive = true },
            [
                (Part.Reporter, "DECLARANT_ISO"), (Part.Partner, "PARTNER_ISO"), (Part.Product, "PRODUCT_NC"), (Part.Flow, "FLOW"),
                (Part.Period, "PERIOD"), (Part.Value, "VALUE_IN_EUROS"),
            ],
            optional: []);
        return table.Read(content, head.FileName, new CellReader(balances: false, onlyIndicator: "VALUE_IN_EUROS", procedure: "1"), sink, cancel);
    }
}
