using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Plimsoll.Agreements;
using Plimsoll.Consultations.Notices;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Notices;

public sealed class NoticeFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void The_feed_is_as_approved() => NoticeFeed.Write(Told.Everything("https://plimsoll.example/board/"), Sample(), Told.Noon).ShouldMatchGolden("feed.atom");

    [Theory]
    [InlineData(null)]
    [InlineData("https://plimsoll.example/board/")]
    public void The_feed_keeps_the_rules_of_RFC_4287(string? address)
    {
        var root = XDocument.Parse(NoticeFeed.Write(Told.Everything(address), Sample(), Told.Noon)).Root!;
        root.Name.ShouldBe(Atom + "feed");
        foreach (var construct in root.Elements(Atom + "entry").Prepend(root))
        {
            // 4.1.1 and 4.1.2: one id, one title, one updated; the id is an absolute IRI; an author on the feed stands for its entries.
            Uri.TryCreate(construct.Elements(Atom + "id").ShouldHaveSingleItem().Value, UriKind.Absolute, out _).ShouldBeTrue();
            construct.Elements(Atom + "title").ShouldHaveSingleItem().Value.ShouldNotBeEmpty();
            DateTimeOffset.ParseExact(construct.Elements(Atom + "updated").ShouldHaveSingleItem().Value, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture).ShouldBe(Told.Noon);
        }

        root.Elements(Atom + "author").ShouldHaveSingleItem().Element(Atom + "name")!.Value.ShouldNotBeEmpty();
        var entries = root.Elements(Atom + "entry").ToList();
        entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count().ShouldBe(entries.Count);

        // 4.1.2: without a link "alternate" an entry needs content; ours has both, the content as text (4.1.3).
        entries.ShouldAllBe(entry => entry.Elements(Atom + "link").Single().Attribute("rel")!.Value == "alternate" && entry.Element(Atom + "content")!.Attribute("type")!.Value == "text");

        // 4.2.7.2: a feed should say where it lies; only somebody with an address can.
        root.Elements(Atom + "link").Count(link => link.Attribute("rel")!.Value == "self").ShouldBe(address is null ? 0 : 1);
    }

    [Fact]
    public void Another_reader_finds_the_newest_first_and_every_text_as_it_was()
    {
        var notices = Sample();
        using var reader = XmlReader.Create(new StringReader(NoticeFeed.Write(Told.Everything("https://plimsoll.example/board/"), notices, Told.Noon)));
        var feed = SyndicationFeed.Load(reader);
        feed.Title.Text.ShouldBe("Everything, <all> & more");
        feed.Items.Select(item => item.Id).ShouldBe(notices.Reverse().Select(notice => $"urn:uuid:{notice.Id:D}"));
        feed.Items.First().Title.Text.ShouldBe(notices[^1].Title);
        feed.Items.First().Links.Single().Uri.AbsoluteUri.ShouldBe($"https://plimsoll.example/board/{notices[^1].Link}");
        ((TextSyndicationContent)feed.Items.First().Content).Text.ReplaceLineEndings("\n").ShouldContain("\nStatus: illustrative – not agreed by the parties\n");
    }

    [Fact]
    public void The_newest_hundred_stand_in_the_feed_and_an_empty_one_is_a_feed()
    {
        var notices = Told.Series(105);
        XDocument.Parse(NoticeFeed.Write(Told.Everything(), notices, Told.Noon)).Root!.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value)
            .ShouldBe(notices.Skip(5).Reverse().Select(notice => $"urn:uuid:{notice.Id:D}"));
        XDocument.Parse(NoticeFeed.Write(Told.Everything(), [], Told.Noon)).Root!.Elements(Atom + "updated").ShouldHaveSingleItem();
    }

    internal static IReadOnlyList<Notice> Sample()
    {
        var (first, seen) = Told.Look(Sight.None, Told.Deficit("2024", Zone.Red, -400_000_000_000m, "r1"), Told.Surge("85051110", "2025-06", Zone.Amber, 0.0512345m, "r1"));
        return [.. first, .. Told.Look(seen, Told.Deficit("2024", Zone.Amber, -312_300_000_000m, "r2"), Told.Surge("85051110", "2025-07", Zone.NotAssessable, null, "r2")).Notices];
    }
}
