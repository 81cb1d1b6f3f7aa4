using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace Plimsoll.Consultations.Notices;

/// <summary>A watch-list's notices as an Atom feed (RFC 4287).</summary>
public static class NoticeFeed
{
    private const int Newest = 100;
    private const string Author = "Plimsoll";

    /// <summary>The feed; the newest hundred notices.</summary>
    /// <param name="list">The watch-list.</param>
    /// <param name="notices">Oldest first.</param>
    /// <param name="now">Stands as the feed's date while it has no entry.</param>
    public static string Write(WatchList list, IReadOnlyList<Notice> notices, DateTimeOffset now)
    {
        var shown = notices.Reverse().Take(Newest).ToList();
        var feed = new SyndicationFeed
        {
            Id = Urn(NoticeId.Of("feed", list.Address?.AbsoluteUri ?? "", list.Id)),
            Title = new TextSyndicationContent(list.Title),
            LastUpdatedTime = shown.Count == 0 ? now : shown[0].At,
            Items = shown.Select(notice => Entry(list, notice)),
        };
        feed.Authors.Add(new SyndicationPerson { Name = Author });
        if (list.Address is { } address)
        {
            feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(address, $"{list.Id}.atom"), "application/atom+xml"));
        }

        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            feed.GetAtom10Formatter().WriteTo(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static SyndicationItem Entry(WatchList list, Notice notice)
    {
        var entry = new SyndicationItem
        {
            Id = Urn(notice.Id),
            Title = new TextSyndicationContent(notice.Title),
            Content = new TextSyndicationContent(NoticeDigest.Paragraph(list, notice)),
            LastUpdatedTime = notice.At,
            PublishDate = notice.At,
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(list.LinkOf(notice), UriKind.RelativeOrAbsolute)));
        entry.Categories.Add(new SyndicationCategory(Spelt.Of(notice.Kind)));
        entry.Categories.Add(new SyndicationCategory(notice.After));
        return entry;
    }

    private static string Urn(Guid id) => $"urn:uuid:{id:D}";
}
