using Plimsoll.Agreements;
using Plimsoll.Indicators;

namespace Plimsoll.Consultations.Notices;

/// <summary>What somebody wants to be told, and how.</summary>
/// <param name="Id">Name of its files, and of its memory in the store.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Clauses">A finding is watched when its clause is meant by one of these.</param>
/// <param name="Subjects">And its subject by one of these.</param>
/// <param name="Address">Where the board is served, for links that work outside it; null for links that are only paths.</param>
/// <param name="Releases">Publications that sources have announced.</param>
/// <param name="Feed">True when an Atom feed is kept.</param>
/// <param name="Calendar">True when an iCalendar file is kept.</param>
/// <param name="Mails">Who gets a digest.</param>
/// <param name="Webhooks">Which programs are called.</param>
public sealed record WatchList(
    string Id,
    string Title,
    IReadOnlyList<LinePattern> Clauses,
    IReadOnlyList<LinePattern> Subjects,
    Uri? Address,
    IReadOnlyList<AnnouncedRelease> Releases,
    bool Feed,
    bool Calendar,
    IReadOnlyList<MailChannel> Mails,
    IReadOnlyList<WebhookChannel> Webhooks)
{
    /// <summary>Everything, as a feed and a calendar beside the store: what is kept when nobody wrote a list.</summary>
    public static WatchList Everything { get; } =
        new("everything", "Every line and case", [new LinePattern("*")], [new LinePattern("*")], null, [], Feed: true, Calendar: true, [], []);

    /// <summary>Names under which deliveries wait, one for each mail and webhook.</summary>
    public IReadOnlyList<string> Receivers => [.. Mails.Select(mail => ReceiverOf(mail.Id)), .. Webhooks.Select(webhook => ReceiverOf(webhook.Id))];

    /// <summary>Name under which the deliveries of a channel wait.</summary>
    public string ReceiverOf(string channel) => $"{Id}/{channel}";

    /// <summary>True when findings of this clause and subject are watched.</summary>
    public bool Watches(string clause, Subject subject) => Watches(clause, LinePattern.NameOf(subject));

    /// <summary>True when a finding of the case is watched.</summary>
    public bool Watches(Case about) => about.Findings.Any(finding => FindingId.Parse(finding.Id) is { Ok: true, Value: var id } && Watches(id.Clause, id.Subject));

    /// <summary>A link that works from anywhere, or the path alone without an address.</summary>
    public string LinkOf(Notice notice) => Address is { } address ? new Uri(address, notice.Link).AbsoluteUri : notice.Link;

    private bool Watches(string clause, string subject) => Clauses.Any(pattern => pattern.Matches(clause)) && Subjects.Any(pattern => pattern.Matches(subject));
}
