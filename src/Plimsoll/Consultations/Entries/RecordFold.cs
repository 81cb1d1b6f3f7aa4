using System.Globalization;
using Plimsoll.Consultations.Record;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>Lays the entries about commitments and readouts over the public record.</summary>
internal sealed class RecordFold
{
    private readonly Dictionary<string, Meeting> meetings;
    private readonly List<Commitment> commitments;
    private readonly List<BookFault> faults = [];

    internal RecordFold(IReadOnlyList<RecordFile> record)
    {
        meetings = record.Select(file => file.Meeting!).ToDictionary(meeting => meeting.Id, StringComparer.Ordinal);
        commitments = [.. record.SelectMany(file => file.Commitments)];
    }

    internal RecordBook Book(IReadOnlyList<BookFault> forks) => new(
        [.. meetings.Values.OrderBy(meeting => meeting.Date ?? DateOnly.MaxValue).ThenBy(meeting => meeting.Id, StringComparer.Ordinal)],
        commitments,
        [.. forks.Concat(faults).OrderBy(fault => fault.Log, StringComparer.Ordinal).ThenBy(fault => fault.Index)]);

    internal void Apply(Entry entry)
    {
        var body = new EntryBody(entry);
        var fault = entry.Kind switch
        {
            EntryKind.CommitmentRecorded => Commit(body, entry),
            EntryKind.CommitmentReviewed => Review(body, entry),
            _ => Readout(body, entry),
        };
        if (fault is not null)
        {
            faults.Add(new BookFault(entry.Log, entry.Index, fault));
        }
    }

    private Fault? Commit(EntryBody body, Entry entry)
    {
        var (measured, record, link) = (body.Optional("measured"), body.Optional("record"), body.Optional("link"));
        var due = body.Day("due_by");
        var commitment = new Commitment(
            body.Text("commitment"),
            body.Text("meeting"),
            body.Word<Workstream>("workstream"),
            body.Texts("who"),
            body.Texts("said_by"),
            body.Text("what"),
            body.Text("due"),
            due,
            measured,
            record,
            link is null ? [] : [Own(entry, link)],
            []);
        if (body.Fault is not null)
        {
            return body.Fault;
        }

        if (measured is null == record is null)
        {
            return new Fault("CON-0010", "A commitment is measured by a clause, or shown by a record: one of the two is left out.", commitment.Id);
        }

        if (commitments.Exists(one => one.Id == commitment.Id))
        {
            return new Fault("CON-0010", "There is a commitment of that name. What becomes of it is said in reviews; a new one has its own name.", commitment.Id);
        }

        commitments.Add(commitment);
        return null;
    }

    private Fault? Review(EntryBody body, Entry entry)
    {
        var id = body.Text("commitment");
        var review = new CommitmentReview(entry.Log, entry.At, body.Word<CommitmentStatus>("status"), body.Text("evidence"), body.Optional("link"));
        var known = commitments.FindIndex(one => one.Id == id);
        if (body.Fault is not null || known < 0)
        {
            return body.Fault ?? new Fault("CON-0011", "There is no such commitment.", id);
        }

        commitments[known] = commitments[known] with { Reviews = [.. commitments[known].Reviews, review] };
        return null;
    }

    private Fault? Readout(EntryBody body, Entry entry)
    {
        var (id, party, parties, title) = (body.Text("meeting"), body.Text("party"), body.Texts("parties"), body.Text("title"));
        var link = body.Optional("link");
        var points = body.List("points", point => new ReadoutPoint(
            point.Text("topic"),
            point.Text("title"),
            party,
            point.Text("claim"),
            point.Text("text"),
            link is null ? [] : [Own(entry, link)],
            string.Create(CultureInfo.InvariantCulture, $"{entry.Log}#{entry.Index}")));
        if (body.Fault is not null)
        {
            return body.Fault;
        }

        var meeting = meetings.GetValueOrDefault(id) ?? new Meeting(id, title, "", null, parties, "", []);
        if (parties.Count != 2 || !meeting.Parties.Contains(party, StringComparer.Ordinal) || !parties.All(meeting.Parties.Contains))
        {
            return new Fault("CON-0012", "A readout is of one of the two parties of its meeting, and names both.", party);
        }

        meetings[id] = meeting with { Points = [.. meeting.Points, .. points] };
        return null;
    }

    private static RecordSource Own(Entry entry, string link) => new("own", "As the party gave it", entry.Log, DateOnly.FromDateTime(entry.At.UtcDateTime), SourceQuality.Stated, link);
}
