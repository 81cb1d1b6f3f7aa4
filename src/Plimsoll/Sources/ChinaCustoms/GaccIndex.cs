using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>Reads the yearly index page of China Customs: which releases are out, and where.</summary>
public static class GaccIndex
{
    private static readonly Regex TableNumber = new(@"^\s*\((?<number>[1-8])\)", RegexOptions.NonBacktracking);
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>
    /// The releases that the index of a year links to, in the page's order; months without a link are not out yet. The year comes from the
    /// address, as the page itself offers all years alike. Empty when the page is no index.
    /// </summary>
    public static IReadOnlyList<GaccRelease> Read(Stream page, int year)
    {
        using var document = new HtmlParser().ParseDocument(page);
        return [.. document.QuerySelectorAll("tr").SelectMany(row => ReadRow(row, year))];
    }

    /// <summary>True for a page with lines of releases by month.</summary>
    internal static bool IsIndex(IHtmlDocument document) =>
        document.QuerySelectorAll("tr").Any(row => TableNumber.IsMatch(row.QuerySelector("td")?.TextContent ?? "") && row.QuerySelector("a[href]") is not null);

    private static IEnumerable<GaccRelease> ReadRow(IElement row, int year)
    {
        var title = row.QuerySelector("td")?.TextContent ?? "";
        if (TableNumber.Match(title) is not { Success: true } number)
        {
            yield break;
        }

        var currency = title.Contains("in CNY", StringComparison.OrdinalIgnoreCase) ? "CNY"
            : title.Contains("in USD", StringComparison.OrdinalIgnoreCase) ? "USD" : "";
        foreach (var link in row.QuerySelectorAll("a[href]"))
        {
            var name = link.TextContent.Trim();
            var month = Array.FindIndex(Months, m => name.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;
            if (month > 0 && Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var address))
            {
                yield return new GaccRelease(number.Groups["number"].Value[0] - '0', currency, Month.Of(year, month), address);
            }
        }
    }
}
