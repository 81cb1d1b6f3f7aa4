using Plimsoll.Host.Cli;
using Plimsoll.Host.Languages;
using Plimsoll.Trade;

namespace Plimsoll.Host.Web;

/// <summary>Reads what an address says.</summary>
internal static class Requests
{
    /// <summary>The day of <c>asof</c>; null when the address has none. Fault <c>WEB-0001</c> for anything but a day that is over or today.</summary>
    internal static Parsed<DateOnly?> AsOf(HttpRequest request, DateOnly today)
    {
        var text = request.Query["asof"].ToString();
        if (text.Length == 0)
        {
            return (DateOnly?)null;
        }

        return DateOption.TryReadAsOf(text, out var day) && day <= today
            ? day
            : new Fault("WEB-0001", "Not a day on which figures were known. Write asof=YYYY-MM-DD, today at the latest.", text.Length > 40 ? text[..40] : text);
    }

    /// <summary>The visit that a page's address describes.</summary>
    internal static Parsed<Visit> Visit(HttpRequest request, Language language, DateOnly today)
    {
        var asOf = AsOf(request, today);
        var path = request.Path.Value!;
        var rest = path.Length > 3 ? path[3..] : "/";
        return asOf.Ok ? new Visit(language, asOf.Value, rest) : asOf.Fault!;
    }
}
