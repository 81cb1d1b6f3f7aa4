using Plimsoll.Agreements.Yaml;
using YamlDotNet.RepresentationModel;

namespace Plimsoll.Consultations.Record;

/// <summary>Reads a file of the public record, and holds its names against each other.</summary>
internal static class RecordReader
{
    private const string CountryCode = "a country or group code such as CN or EU27_2020";
    private static readonly string[] FileKeys = ["meeting", "sources", "points", "commitments"];
    private static readonly string[] MeetingKeys = ["id", "title", "place", "date", "parties", "note"];
    private static readonly string[] SourceKeys = ["id", "title", "publisher", "date", "quality", "link"];
    private static readonly string[] PointKeys = ["topic", "title", "by", "claim", "text", "sources"];
    private static readonly string[] CommitmentKeys = ["id", "workstream", "who", "said_by", "what", "due", "due_by", "measured", "record", "sources"];

    private static readonly Dictionary<string, SourceQuality> Qualities = Enum.GetValues<SourceQuality>().ToDictionary(Spelt.Of, one => one, StringComparer.Ordinal);
    private static readonly Dictionary<string, Workstream> Workstreams = Enum.GetValues<Workstream>().ToDictionary(Spelt.Of, one => one, StringComparer.Ordinal);

    internal static (Meeting Meeting, IReadOnlyList<Commitment> Commitments) Read(YamlMappingNode root, FaultLog faults)
    {
        var file = YamlMap.Open(root, "file", FileKeys, faults);
        var head = YamlMap.Open(file.Node("meeting"), "meeting", MeetingKeys, faults);
        var parties = head.Texts("parties", CountryCode, Spelling.IsCountry);
        if (parties.Count != 2)
        {
            faults.Add(head.At("parties"), "CON-0021", "A meeting is between two parties.");
            parties = ["", ""];
        }

        var sources = file.List("sources").Select(node => ReadSource(node, faults)).ToList();
        var points = file.List("points").Select(node => ReadPoint(node, parties, sources, faults)).ToList();
        CheckTwice(file, "sources", sources.Select(one => one.Id), faults);
        CheckTwice(file, "points", points.Select(one => $"{one.Topic} by {one.By}"), faults);
        var meeting = new Meeting(head.Text("id"), head.Text("title"), head.Text("place"), head.Date("date"), parties, head.Text("note"), points);
        var commitments = file.List("commitments").Select(node => ReadCommitment(node, meeting.Id, sources, faults)).ToList();
        CheckTwice(file, "commitments", commitments.Select(one => one.Id), faults);
        return (meeting, commitments);
    }

    private static RecordSource ReadSource(YamlNode node, FaultLog faults)
    {
        var map = YamlMap.Open(node, "source", SourceKeys, faults);
        return new RecordSource(map.Id("id"), map.Text("title"), map.Text("publisher"), map.IsNone("date") ? null : map.Date("date"), map.Word("quality", Qualities), map.Link("link").ToString());
    }

    private static ReadoutPoint ReadPoint(YamlNode node, IReadOnlyList<string> parties, List<RecordSource> sources, FaultLog faults)
    {
        var map = YamlMap.Open(node, "point", PointKeys, faults);
        return new ReadoutPoint(
            map.Id("topic"), map.Text("title"), map.Word("by", [.. parties, ReadoutPoint.Joint, ReadoutPoint.Press]), map.Id("claim"), map.Text("text"), ReadSources(map, sources, faults));
    }

    private static Commitment ReadCommitment(YamlNode node, string meeting, List<RecordSource> sources, FaultLog faults)
    {
        var map = YamlMap.Open(node, "commitment", CommitmentKeys, faults);
        var (measured, record) = (map.IsNone("measured") ? null : map.Id("measured"), map.IsNone("record") ? null : map.Text("record"));
        if (measured is null == record is null)
        {
            faults.Add(map.Place, "CON-0021", "A commitment is measured by a clause, or shown by a record: one of the two is 'none'.");
        }

        return new Commitment(
            map.Id("id"),
            meeting,
            map.Word("workstream", Workstreams),
            map.Texts("who", CountryCode, Spelling.IsCountry),
            map.Texts("said_by", CountryCode, Spelling.IsCountry),
            map.Text("what"),
            map.Text("due"),
            map.IsNone("due_by") ? null : map.Date("due_by"),
            measured,
            record,
            ReadSources(map, sources, faults),
            []);
    }

    private static List<RecordSource> ReadSources(YamlMap map, List<RecordSource> sources, FaultLog faults)
    {
        var named = map.Texts("sources", "the id of a source of this file", id => sources.Exists(source => source.Id == id));
        return [.. named.Select(id => sources.Find(source => source.Id == id)).OfType<RecordSource>()];
    }

    private static void CheckTwice(YamlMap file, string key, IEnumerable<string> names, FaultLog faults)
    {
        foreach (var twice in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add(file.At(key), "CON-0021", $"Two of the {key} have the same name.", twice.Key);
        }
    }
}
