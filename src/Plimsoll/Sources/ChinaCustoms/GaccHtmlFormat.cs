using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>
/// The English release pages of China Customs: table (4) by country, tables (5) and (6) of major exports and imports by commodity. Pages in
/// yuan are source <c>gacc</c>, pages in dollars <c>gacc-usd</c>, so that neither replaces the other.
/// </summary>
public sealed class GaccHtmlFormat : ISourceFormat
{
    /// <summary>Real pages have less than 100,000 bytes.</summary>
    private const int SizeLimit = 4_000_000;

    private static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true };

    /// <inheritdoc/>
    public string Id => "gacc-html/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head)
    {
        var text = head.Text;
        return text.Contains("<html", StringComparison.OrdinalIgnoreCase) && text.Contains("GACC", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        using var page = new MemoryStream();
        var buffer = new byte[81_920];
        while (content.Read(buffer) is var read and > 0)
        {
            cancel.ThrowIfCancellationRequested();
            page.Write(buffer, 0, read);
            if (page.Length > SizeLimit)
            {
                return new Fault("SRC-0207", "Not a release page: it has more than 4 million bytes.", head.FileName);
            }
        }

        page.Position = 0;
        using var document = new HtmlParser(Options).ParseDocument(page);
        return ReadPage(document, head, sink);
    }

    private Fault? ReadPage(IHtmlDocument document, SourceHead head, IReleaseSink sink)
    {
        if (document.QuerySelector(".atcl-ttl") is null && GaccIndex.IsIndex(document))
        {
            return new Fault("SRC-0202", "An index page, not data: it lists the releases of a year. 'plimsoll fetch gacc' follows it.", head.FileName);
        }

        var words = document.QuerySelector(".atcl-ttl")?.TextContent ?? document.Title ?? "";
        if (GaccTitle.Read(words) is not { } title)
        {
            return new Fault("SRC-0200", "Not a release that Plimsoll reads: table (4), (5) or (6) with its month in the title.", words);
        }

        if (document.QuerySelector(".atcl-cnt table") is not IHtmlTableElement element)
        {
            return document.QuerySelector(".atcl-cnt img") is { } picture
                ? new Fault("SRC-0201", "The table is a picture; there are no figures to read. Take the Excel file or a later page.", picture.GetAttribute("src") ?? "")
                : new Fault("SRC-0203", "The page has no table.", words);
        }

        var table = GaccTable.Read(element, title);
        return table.Fault ?? Write(table.Value, title, words, PublishedAt(document), sink);
    }

    private Fault? Write(GaccTable table, GaccTitle title, string words, DateTimeOffset? published, IReleaseSink sink)
    {
        var (source, other) = table.Currency is "CNY" ? ("gacc", "USD") : ("gacc-usd", "CNY");
        if (words.Contains($"in {other}", StringComparison.OrdinalIgnoreCase))
        {
            return new Fault("SRC-0203", $"The title says {other} and the table says {table.Currency}.", words);
        }

        sink.Describe(new ReleaseHeader(source, title.Dataset, table.Currency, Id, WholePeriods: false, published));
        var rows = new ObservationWriter(sink);
        var writer = new GaccRows(rows, sink);
        foreach (var row in table.Rows)
        {
            if (title.Table == 4)
            {
                writer.WriteCountry(table, row);
            }
            else
            {
                writer.WriteCommodity(table, row, title.Table == 5 ? Flow.Export : Flow.Import);
            }
        }

        rows.Flush();
        return null;
    }

    /// <summary>The page's date at 00:00 UTC; the page gives no time.</summary>
    private static DateTimeOffset? PublishedAt(IHtmlDocument document) =>
        DateTimeOffset.TryParseExact(
            document.QuerySelector(".atcl-date")?.TextContent.Trim(), ["yyyy/MM/dd", "MM/dd/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
}
