using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Yaml;
using Plimsoll.Consultations.Entries;
using Plimsoll.Ledger;
using Plimsoll.Trade;

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

    /// <summary>The fault <c>CON-0032</c> when none of the agreements has such a clause, so that nothing would ever measure it; else null.</summary>
    public static Fault? UnknownClause(string clause, IEnumerable<Agreement> agreements)
    {
        var known = agreements.SelectMany(agreement => agreement.Clauses).Select(one => one.Id).Distinct(StringComparer.Ordinal).ToList();
        return known.Contains(clause, StringComparer.Ordinal) ? null : new Fault("CON-0032", $"No agreement at hand has such a clause.{Nearest.Hint(clause, known)} There are {string.Join(", ", known)}.", clause);
    }

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
