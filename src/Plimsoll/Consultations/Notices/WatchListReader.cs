using System.Net;
using Plimsoll.Agreements.Yaml;
using YamlDotNet.RepresentationModel;

namespace Plimsoll.Consultations.Notices;

/// <summary>Reads a watch-list. Every key is written, and 'none' says that there is nothing.</summary>
internal static class WatchListReader
{
    private const int LargestPort = 65_535;
    private const string PatternForm = "a name, or its beginning and a star: import-surge, EU27_2020.CN.8505*";
    private static readonly string[] FileKeys = ["watch_list", "clauses", "subjects", "releases", "feed", "calendar", "mails", "webhooks"];
    private static readonly string[] ListKeys = ["id", "title", "address"];
    private static readonly string[] ReleaseKeys = ["source", "period", "date", "link"];
    private static readonly string[] MailKeys = ["id", "from", "to", "host", "port", "security", "user", "secret"];
    private static readonly string[] WebhookKeys = ["id", "address", "secret", "loopback"];
    private static readonly Dictionary<string, MailSecurity> Securities = Enum.GetValues<MailSecurity>().ToDictionary(Spelt.Of, one => one, StringComparer.Ordinal);

    internal static WatchList Read(YamlMappingNode root, FaultLog faults)
    {
        var file = YamlMap.Open(root, "file", FileKeys, faults);
        var head = YamlMap.Open(file.Node("watch_list"), "watch_list", ListKeys, faults);
        var list = new WatchList(
            head.Id("id"),
            head.Text("title"),
            Patterns(file, "clauses"),
            Patterns(file, "subjects"),
            head.IsNone("address") ? null : Address(head),
            Each(file, "releases", node => ReadRelease(node, faults)),
            file.Word("feed", Words.YesNo),
            file.Word("calendar", Words.YesNo),
            Each(file, "mails", node => ReadMail(node, faults)),
            Each(file, "webhooks", node => ReadWebhook(node, faults)));
        foreach (var twice in list.Receivers.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add(file.Place, "NTC-0002", "Two mails or webhooks of a list have the same id. Their deliveries could not be told apart.", twice.Key.Split('/')[^1]);
        }

        return list;
    }

    private static IReadOnlyList<LinePattern> Patterns(YamlMap file, string key) => [.. file.Texts(key, PatternForm, LinePattern.IsPattern).Select(text => new LinePattern(text))];

    private static IReadOnlyList<T> Each<T>(YamlMap file, string key, Func<YamlNode, T> read) => file.IsNone(key) ? [] : [.. file.List(key).Select(read)];

    // The last part of an address is cut off where a path is put to it.
    private static Uri Address(YamlMap head) => head.Link("address") is var link && link.AbsolutePath.EndsWith('/') ? link : new Uri($"{link.GetLeftPart(UriPartial.Path)}/");

    private static AnnouncedRelease ReadRelease(YamlNode node, FaultLog faults)
    {
        var map = YamlMap.Open(node, "release", ReleaseKeys, faults);
        return new AnnouncedRelease(map.Text("source"), map.Text("period"), map.Date("date"), map.Link("link"));
    }

    private static MailChannel ReadMail(YamlNode node, FaultLog faults)
    {
        var map = YamlMap.Open(node, "mail", MailKeys, faults);
        var mail = new MailChannel(
            map.Id("id"),
            map.Text("from"),
            map.Texts("to", "an address such as desk@example.org", IsMailbox),
            map.Text("host"),
            map.Whole("port", 1, LargestPort),
            map.Word("security", Securities),
            map.IsNone("user") ? null : map.Text("user"),
            map.IsNone("secret") ? null : Secret(map, faults));
        if (!IsMailbox(mail.From))
        {
            faults.Add(map.At("from"), "AGR-0006", "'from' must be an address such as plimsoll@example.org.", mail.From);
        }

        if (mail.Security == MailSecurity.None && !IsThisMachine(mail.Host))
        {
            faults.Add(map.At("security"), "NTC-0001", "Mail goes through TLS ('tls' or 'starttls'); without it only to a server on this machine.", mail.Host);
        }

        if (mail.User is null != mail.Secret is null)
        {
            faults.Add(map.Place, "NTC-0003", "A user and a secret come together, or both are 'none'.");
        }

        return mail;
    }

    private static WebhookChannel ReadWebhook(YamlNode node, FaultLog faults)
    {
        var map = YamlMap.Open(node, "webhook", WebhookKeys, faults);
        var (text, loopback) = (map.Text("address"), map.Word("loopback", Words.YesNo));
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || address.Fragment.Length > 0
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            faults.Add(map.At("address"), "NTC-0001", "A webhook is called at an https address, or at http on this machine; without user and fragment.", text);
            address = YamlMap.NoLink;
        }
        else if (address.IsLoopback && !loopback)
        {
            faults.Add(map.At("loopback"), "NTC-0001", "The address is on this machine. Write 'loopback: true' when that is meant.", text);
        }

        return new WebhookChannel(map.Id("id"), address, Secret(map, faults), loopback);
    }

    private static string Secret(YamlMap map, FaultLog faults)
    {
        var text = map.Text("secret");
        if (text.Split(':', 2) is not ["env" or "file", { Length: > 0 }])
        {
            // The text may be the secret itself: it is not repeated.
            faults.Add(map.At("secret"), "NTC-0003", "A secret is never in the list itself: write env:NAME for a variable or file:PATH for a file of mode 0600.");
        }

        return text;
    }

    private static bool IsMailbox(string text) => MimeKit.MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal);

    private static bool IsThisMachine(string host) => host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
