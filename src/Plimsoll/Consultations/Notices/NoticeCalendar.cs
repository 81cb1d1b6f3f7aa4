using System.Globalization;
using Plimsoll.Sources;

namespace Plimsoll.Consultations.Notices;

/// <summary>Days that matter to a watch-list, as iCalendar (RFC 5545): publications, announced and past, and deadlines of cases.</summary>
public static class NoticeCalendar
{
    /// <summary>The calendar, by day. A day of an event is the same in every time zone.</summary>
    /// <param name="list">The watch-list, with the publications that sources have announced.</param>
    /// <param name="published">Releases in the store; those of one source and day are one event.</param>
    /// <param name="cases">Cases of which the list watches a finding give their deadlines.</param>
    /// <param name="now">Stands as the time at which each event was written.</param>
    public static string Write(WatchList list, IEnumerable<Release> published, CaseBook cases, DateTimeOffset now)
    {
        var text = new CalendarText().Add("BEGIN", "VCALENDAR").Add("VERSION", "2.0").Add("PRODID", "-//Plimsoll//Notices//EN").AddText("NAME", list.Title).AddText("X-WR-CALNAME", list.Title);
        IEnumerable<Event> all = [.. Announced(list), .. Published(published), .. Deadlines(list, cases)];
        foreach (var one in all.DistinctBy(one => one.Id).OrderBy(one => one.Day).ThenBy(one => one.Title, StringComparer.Ordinal))
        {
            text.Add("BEGIN", "VEVENT")
                .Add("UID", $"urn:uuid:{one.Id:D}")
                .Add("DTSTAMP", CalendarText.Moment(now))
                .Add("DTSTART;VALUE=DATE", CalendarText.Day(one.Day))
                .Add("DTEND;VALUE=DATE", CalendarText.Day(one.Day.AddDays(1)))
                .AddText("SUMMARY", one.Title)
                .AddText("DESCRIPTION", one.Text)
                .Add("STATUS", one.Certain ? "CONFIRMED" : "TENTATIVE")
                .Add("TRANSP", "TRANSPARENT");
            if (one.Link is { } link)
            {
                text.Add("URL", link);
            }

            text.Add("END", "VEVENT");
        }

        return text.Add("END", "VCALENDAR").ToString();
    }

    private static IEnumerable<Event> Announced(WatchList list) =>
        from release in list.Releases
        select new Event(
            NoticeId.Of("announced", release.Source, release.Period),
            release.On,
            $"{release.Source}: figures of {release.Period} announced",
            "Day announced by the source.",
            Certain: true,
            release.Link.AbsoluteUri);

    private static IEnumerable<Event> Published(IEnumerable<Release> published) =>
        from release in published
        group release by (release.Source, Day: DateOnly.FromDateTime(release.PublishedAt.UtcDateTime)) into day
        let periods = day.SelectMany(release => release.Scope.Periods).ToList()
        select new Event(
            NoticeId.Of("published", day.Key.Source, day.Key.Day.ToString("O", CultureInfo.InvariantCulture)),
            day.Key.Day,
            $"{day.Key.Source}: published",
            $"Periods {periods.Min()} to {periods.Max()}. Day known from {string.Join(", ", day.Select(release => release.Evidence).Distinct().Order().Select(Spelt.Of))}.",
            Certain: day.Any(release => release.Evidence != PublicationEvidence.File),
            Link: null);

    private static IEnumerable<Event> Deadlines(WatchList list, CaseBook cases) =>
        from one in cases.Cases.Where(list.Watches)
        from deadline in one.Deadlines
        select new Event(
            NoticeId.Of("deadline", one.Id, deadline.Id),
            deadline.Due.Day,
            NoticeText.Plain($"{deadline.Id} due: case {one.Id}"),
            NoticeText.Plain($"{NoticeText.Status(one.Status)}. {deadline.Days} {deadline.Count} from {deadline.From:yyyy-MM-dd}; {Standing(deadline)}.{(deadline.Due.Provisional is { } doubt ? $" Provisional: {doubt}." : "")}"),
            Certain: deadline.Due.Provisional is null,
            list.Address is { } address ? new Uri(address, NoticeText.Link("cases", one.Id)).AbsoluteUri : null);

    private static string Standing(CaseDeadline deadline) => (deadline.MetOn, deadline.LapsedOn) switch
    {
        ({ } met, _) => string.Create(CultureInfo.InvariantCulture, $"met on {met:yyyy-MM-dd}"),
        (null, { } lapsed) => string.Create(CultureInfo.InvariantCulture, $"lapsed, entered on {lapsed:yyyy-MM-dd}"),
        _ => "open",
    };

    private sealed record Event(Guid Id, DateOnly Day, string Title, string Text, bool Certain, string? Link);
}
