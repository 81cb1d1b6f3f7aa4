using System.Globalization;
using Plimsoll.Host.Languages;

namespace Plimsoll.Host.Web;

/// <summary>What an address says besides the page: the language, and the day as of which the figures are shown.</summary>
/// <param name="Language">First segment of the path.</param>
/// <param name="AsOf">The query <c>asof=YYYY-MM-DD</c>; null for the newest figures.</param>
/// <param name="Path">The page, without the language: <c>/</c>, <c>/clauses/…</c>.</param>
public sealed record Visit(Language Language, DateOnly? AsOf, string Path)
{
    internal Words Words => Language.Words;

    /// <summary>Address of a page in this language, as of this day.</summary>
    internal string To(string path) => $"/{Language.Code}{path}{Query}";

    /// <summary>Address of this page in another language.</summary>
    internal string In(Language other) => $"/{other.Code}{Path}{Query}";

    /// <summary>Address of the data of a page: in no language, as of this day.</summary>
    internal string Data(string path, string suffix) => $"{path}.{suffix}{Query}";

    private string Query => AsOf is { } day ? string.Create(CultureInfo.InvariantCulture, $"?asof={day:yyyy-MM-dd}") : "";
}
