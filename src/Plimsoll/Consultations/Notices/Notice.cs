namespace Plimsoll.Consultations.Notices;

/// <summary>What is told when something changed. The same change has the same id, whoever notices it and however often.</summary>
/// <param name="Id">Made from what changed, on which vintage: receivers know by it what they have already.</param>
/// <param name="Kind">What happened.</param>
/// <param name="About">Id of the finding, which <c>plimsoll explain</c> takes, or of the case.</param>
/// <param name="Title">In one line.</param>
/// <param name="Before">Zone or state before; null when nobody had looked before, or where it did not change.</param>
/// <param name="After">Zone or state now.</param>
/// <param name="Value">The leading reading, unrounded; null when there is none, as with cases.</param>
/// <param name="Unit">Unit of the value; empty without one.</param>
/// <param name="Limits">The limits that applied, as text; empty for cases.</param>
/// <param name="Vintage">On which figures.</param>
/// <param name="Why">Why it changed.</param>
/// <param name="Next">What happens next, and by when.</param>
/// <param name="Link">Path of the finding or case below the address at which the board is served.</param>
/// <param name="Status">How much the parties have agreed to, in words that stand beside every zone.</param>
/// <param name="At">When it was noticed.</param>
public sealed record Notice(
    Guid Id,
    NoticeKind Kind,
    string About,
    string Title,
    string? Before,
    string After,
    decimal? Value,
    string Unit,
    string Limits,
    NoticeVintage Vintage,
    string Why,
    string Next,
    string Link,
    string Status,
    DateTimeOffset At)
{
    /// <summary>What mutes name: clause and subject of a finding without agreement and period, or the id of a case.</summary>
    public string Line => Kind == NoticeKind.ZoneChanged ? SeenFinding.LineOf(About).Split('/', 2)[^1] : About;
}
