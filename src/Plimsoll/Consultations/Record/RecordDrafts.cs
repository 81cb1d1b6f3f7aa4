using System.Globalization;
using Plimsoll.Consultations.Entries;
using Plimsoll.Ledger;

namespace Plimsoll.Consultations.Record;

/// <summary>What a party enters of commitments and meetings.</summary>
public static class RecordDrafts
{
    /// <summary>A commitment. Its reviews and sources are not part of it; its link is.</summary>
    public static EntryDraft Commitment(Commitment made, string? link = null) => new(EntryKind.CommitmentRecorded, CaseBodies.Write(new
    {
        Commitment = made.Id,
        made.Meeting,
        Workstream = Spelt.Of(made.Workstream),
        made.Who,
        made.SaidBy,
        made.What,
        made.Due,
        DueBy = made.DueBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Measured = made.Measure,
        made.Record,
        Link = link,
    }));

    /// <summary>How far a commitment is kept, with what shows it.</summary>
    public static EntryDraft Review(string commitment, CommitmentStatus status, string evidence, string? link = null) =>
        new(EntryKind.CommitmentReviewed, CaseBodies.Write(new { Commitment = commitment, Status = Spelt.Of(status), Evidence = evidence, Link = link }));

    /// <summary>What a party says was said: its own points of a meeting.</summary>
    public static EntryDraft Readout(Meeting meeting, string party, string? link = null) => new(EntryKind.ReadoutRecorded, CaseBodies.Write(new
    {
        Meeting = meeting.Id,
        meeting.Title,
        meeting.Parties,
        Party = party,
        Link = link,
        Points = meeting.Points.Where(point => point.By == party).Select(point => new { point.Topic, point.Title, point.Claim, point.Text }),
    }));
}
