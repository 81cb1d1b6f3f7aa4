using System.Globalization;
using System.Text;
using Plimsoll.Agreements;
using Plimsoll.Host.Languages;

namespace Plimsoll.Host.Web;

/// <summary>The zones of consecutive periods as a strip of bars. Height says what colour says: low green, half amber, full red; a line where nothing could be assessed.</summary>
internal static class ZoneStrip
{
    private const int BarWidth = 7;
    private const int Height = 22;

    /// <summary>SVG for use inside a page, whose style colours it.</summary>
    internal static string Draw(IReadOnlyList<Finding> history, Language language)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"strip\" viewBox=\"0 0 {history.Count * BarWidth} {Height}\" width=\"{history.Count * BarWidth}\" height=\"{Height}\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(Spoken(history, language))}\">");
        foreach (var (i, finding) in history.Index())
        {
            var height = HeightOf(finding.Zone);
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{ClassOf(finding.Zone)}\" x=\"{i * BarWidth}\" y=\"{Height - height}\" width=\"{BarWidth - 1}\" height=\"{height}\"><title>{System.Net.WebUtility.HtmlEncode($"{language.Period(finding.Period)}: {language.Words.Zone(finding.Zone)}")}</title></rect>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Class of a zone in the style sheet.</summary>
    internal static string ClassOf(Zone zone) => "z-" + Cli.FindingDocument.Word(zone).Replace('_', '-');

    private static int HeightOf(Zone zone) => zone switch
    {
        Zone.Red => 22,
        Zone.Amber => 16,
        Zone.Pending or Zone.Recovering => 11,
        Zone.Green => 6,
        _ => 2,
    };

    private static string Spoken(IReadOnlyList<Finding> history, Language language)
    {
        var changes = history.Where((f, i) => i == 0 || history[i - 1].Zone != f.Zone).Select(f => language.Words.FromOn(language.Words.Zone(f.Zone), language.Period(f.Period)));
        return language.Words.StripText(language.Period(history[0].Period), language.Period(history[^1].Period), string.Join("; ", changes));
    }
}
