using Plimsoll.Consultations.Entries;
using Plimsoll.Ledger;

namespace Plimsoll.Consultations.Record;

/// <summary>What the parties promised and what each says was said: the public record, and what they entered since.</summary>
/// <param name="Meetings">By date, those without one last.</param>
/// <param name="Commitments">In the order of the record, then of the entries.</param>
/// <param name="Faults">Entries that say what cannot be, by log and place.</param>
public sealed record RecordBook(IReadOnlyList<Meeting> Meetings, IReadOnlyList<Commitment> Commitments, IReadOnlyList<BookFault> Faults)
{
    /// <summary>The kinds of entries that are read; others are passed over.</summary>
    public static IReadOnlyList<EntryKind> Kinds { get; } = [EntryKind.CommitmentRecorded, EntryKind.CommitmentReviewed, EntryKind.ReadoutRecorded];

    /// <summary>The book of a record and of the entries of one or several logs, in whatever order they came.</summary>
    public static RecordBook Fold(IReadOnlyList<RecordFile> record, IEnumerable<Entry> entries)
    {
        var (ordered, forks) = EntryOrder.Merge(entries.Where(entry => Kinds.Contains(entry.Kind)));
        var fold = new RecordFold(record);

        // As with cases, a review may be dated before what it reviews.
        foreach (var entry in ordered.Where(entry => entry.Kind != EntryKind.CommitmentReviewed).Concat(ordered.Where(entry => entry.Kind == EntryKind.CommitmentReviewed)))
        {
            fold.Apply(entry);
        }

        return fold.Book(forks);
    }
}
