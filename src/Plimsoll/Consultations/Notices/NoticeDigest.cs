using System.Globalization;
using System.Net;
using System.Text;

namespace Plimsoll.Consultations.Notices;

/// <summary>Notices as a person reads them in one mail.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same in HTML, without anything that is fetched from elsewhere.</param>
public sealed record NoticeDigest(string Subject, string Text, string Html)
{
    /// <summary>A digest of at least one notice.</summary>
    public static NoticeDigest Of(WatchList list, IReadOnlyList<Notice> notices)
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"{list.Title}: {(notices.Count == 1 ? notices[0].Title : $"{notices.Count} changes")} ({StatusOf(notices)})");
        var text = string.Join("\n", notices.Select(notice => $"{notice.Title}\n\n{Paragraph(list, notice)}\n\n"));
        return new NoticeDigest(subject, $"{text}-- \nPlimsoll, watch-list {list.Id}. 'plimsoll notices mute' ends a line for a time, 'plimsoll notices ack' says that it was seen.\n", Page(list, notices));
    }

    /// <summary>What a notice says below its title, a line for each thing.</summary>
    internal static string Paragraph(WatchList list, Notice notice) => string.Join("\n", Lines(notice).Append(("See", list.LinkOf(notice))).Select(line => $"{line.Item1}: {line.Item2}"));

    private static IEnumerable<(string Name, string Text)> Lines(Notice notice)
    {
        yield return (notice.Kind == NoticeKind.ZoneChanged ? "Zone" : "State", $"{NoticeText.Words(notice.After)}{(notice.Before is { } before ? $", before {NoticeText.Words(before)}" : "")}");
        yield return ("Status", notice.Status);
        if (notice.Unit.Length > 0)
        {
            yield return ("Value", NoticeText.Amount(notice.Value, notice.Unit));
        }

        if (notice.Limits.Length > 0)
        {
            yield return ("Limits", notice.Limits);
        }

        if (Vintage(notice.Vintage) is { Length: > 0 } vintage)
        {
            yield return ("Vintage", vintage);
        }

        yield return ("Why", notice.Why);
        yield return ("Next", notice.Next);
        yield return ("About", notice.About);
        yield return ("Notice", notice.Id.ToString("D"));
    }

    private static string Vintage(NoticeVintage vintage) => string.Join(", ", new[]
    {
        vintage.AsOf is { } day ? string.Create(CultureInfo.InvariantCulture, $"as of {day:yyyy-MM-dd}") : "",
        vintage.KnownAt is { } known ? string.Create(CultureInfo.InvariantCulture, $"known at {known.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "",
        vintage.Releases.Count > 0 ? $"{(vintage.Releases.Count == 1 ? "release" : "releases")} {string.Join(" ", vintage.Releases)}" : "",
    }.Where(text => text.Length > 0));

    private static string StatusOf(IReadOnlyList<Notice> notices) => string.Join("; ", notices.Select(notice => notice.Status).Distinct(StringComparer.Ordinal));

    private static string Page(WatchList list, IReadOnlyList<Notice> notices)
    {
        var html = new StringBuilder($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Html(list.Title)}</title></head><body>\n<h1>{Html(list.Title)}</h1>\n");
        foreach (var notice in notices)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Html(notice.Title)}</h2>\n<dl>\n");
            foreach (var (name, text) in Lines(notice))
            {
                html.Append(CultureInfo.InvariantCulture, $"<dt>{name}</dt><dd>{Html(text)}</dd>\n");
            }

            // A path alone leads nowhere in a mail.
            var link = list.LinkOf(notice);
            html.Append(CultureInfo.InvariantCulture, $"<dt>See</dt><dd>{(list.Address is null ? Html(link) : $"<a href=\"{Html(link)}\">{Html(link)}</a>")}</dd>\n</dl>\n");
        }

        return html.Append("</body></html>\n").ToString();

        static string Html(string text) => WebUtility.HtmlEncode(text);
    }
}
