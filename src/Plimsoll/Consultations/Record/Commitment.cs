namespace Plimsoll.Consultations.Record;

/// <summary>Something that a party undertook, or is said to have undertaken.</summary>
/// <param name="Id">Unique over all meetings.</param>
/// <param name="Meeting">Meeting at which it was made.</param>
/// <param name="Workstream">Work area.</param>
/// <param name="Who">Codes of the parties that are to do it.</param>
/// <param name="SaidBy">Codes of the parties that say so.</param>
/// <param name="What">In words.</param>
/// <param name="Due">By when, in the words that were used.</param>
/// <param name="DueBy">Last day that those words allow; null when they name none.</param>
/// <param name="Measure">How it is measured: the id of a clause.</param>
/// <param name="Record">How it is shown where no clause measures it. One of the two is there.</param>
/// <param name="Sources">Where that was read; of a commitment that a party entered, its link.</param>
/// <param name="Reviews">What the parties said of it since, in order.</param>
public sealed record Commitment(
    string Id,
    string Meeting,
    Workstream Workstream,
    IReadOnlyList<string> Who,
    IReadOnlyList<string> SaidBy,
    string What,
    string Due,
    DateOnly? DueBy,
    string? Measure,
    string? Record,
    IReadOnlyList<RecordSource> Sources,
    IReadOnlyList<CommitmentReview> Reviews)
{
    /// <summary>The newest review's; open without one.</summary>
    public CommitmentStatus Status => Reviews.Count == 0 ? CommitmentStatus.Open : Reviews[^1].Status;

    /// <summary>True when its day is over and nobody has reviewed it as kept, late, broken or superseded.</summary>
    public bool IsOverdue(DateOnly today) => Status == CommitmentStatus.Open && today > DueBy;
}
