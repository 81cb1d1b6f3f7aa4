using System.Text;
using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Notices;
using Plimsoll.Sources;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Notices;

public sealed class NoticeCalendarTests
{
    private static readonly WatchList List = Told.Everything("https://plimsoll.example/board/") with
    {
        Title = "Magnete, Lacke; und »Weiteres« \\ überall auf der Welt und noch weiter, damit die Zeile gefaltet wird",
        Releases = [new AnnouncedRelease("comext", "2026-06", new DateOnly(2026, 8, 18), new Uri("https://example.org/calendar?a=1,2;3"))],
    };

    [Fact]
    public void The_calendar_is_as_approved() => Sample().ShouldMatchGolden("calendar.ics");

    [Fact]
    public void Lines_end_and_fold_as_RFC_5545_says()
    {
        var text = Sample();
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        text.ShouldEndWith("END:VCALENDAR\r\n");
        var lines = text.Split("\r\n");
        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        lines.ShouldContain(line => line.StartsWith(' '));
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("NAME:Magnete\\, Lacke\\; und »Weiteres« \\\\ überall auf der Welt und noch weiter\\, damit die Zeile gefaltet wird\r\n");
    }

    [Fact]
    public void A_line_is_never_folded_inside_a_character()
    {
        for (var before = 60; before < 80; before++)
        {
            var folded = new CalendarText().AddText("X", new string('a', before) + "\U0001F9F2é漢").ToString();
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(folded)).ShouldBe(folded);
            folded.Replace("\r\n ", "", StringComparison.Ordinal).ShouldBe($"X:{new string('a', before)}\U0001F9F2é漢\r\n");
            folded.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        }
    }

    [Fact]
    public void Another_reader_finds_announced_days_published_days_and_deadlines()
    {
        var calendar = Ical.Net.Calendar.Load(Sample())!;
        var events = calendar.Events.OrderBy(one => one.Start!.Value).ToList();
        events.Select(one => (DateOnly.FromDateTime(one.Start!.Value), one.Summary)).ShouldBe(
        [
            (new DateOnly(2026, 7, 15), "consultation due: case eu-china-illustrative/total@CN.EU27_2020/2024"),
            (new DateOnly(2026, 7, 31), "gacc: published"),
            (new DateOnly(2026, 8, 18), "comext: figures of 2026-06 announced"),
        ]);
        events.ShouldAllBe(one => !one.Start!.HasTime && one.End!.Value == one.Start.Value.AddDays(1) && one.DtStamp!.AsUtc == Told.Noon.UtcDateTime);
        events[0].Description!.ShouldBe("illustrative – not agreed by the parties. 10 working days of eu-institutions and china from 2026-07-01; open.");
        events[1].Description!.ShouldBe("Periods 2026-05 to 2026-06. Day known from content, file.");
        events[2].Url!.ToString().ShouldBe("https://example.org/calendar?a=1,2;3");
        calendar.Name.ShouldBe("VCALENDAR");
    }

    [Fact]
    public void An_event_keeps_its_id_when_its_day_moves()
    {
        var moved = List with { Releases = [List.Releases[0] with { On = new DateOnly(2026, 8, 20) }] };
        Ids(NoticeCalendar.Write(moved, [], new CaseBook([], []), Told.Noon.AddDays(1))).ShouldBe(Ids(NoticeCalendar.Write(List, [], new CaseBook([], []), Told.Noon)));

        static List<string?> Ids(string text) => [.. Ical.Net.Calendar.Load(text)!.Events.Select(one => one.Uid)];
    }

    private static string Sample()
    {
        using var logs = Told.Signed();
        foreach (var draft in new CaseRules(Told.Agreement, "east.example").Next(new CaseBook([], []), [Told.Deficit("2024", Zone.Red, -400_000_000_000m, "r1")], [], Told.Noon))
        {
            logs.East(draft);
        }

        return NoticeCalendar.Write(List, [Release("2026-05", PublicationEvidence.File), Release("2026-06", PublicationEvidence.Content)], CaseBook.Fold(logs.Entries, new CaseTerms(), ""), Told.Noon);
    }

    private static Release Release(string period, PublicationEvidence evidence) => new(
        period, "gacc", "table-4", "CNY", new ReleaseScope(Whole: false, [Period.Parse(period).Value], [], [], [], []), new DateTimeOffset(2026, 7, 31, 3, 0, 0, TimeSpan.Zero), evidence,
        Told.Noon, "file.html", period, 1, "gacc-html/1", 1, 1, 0);
}
