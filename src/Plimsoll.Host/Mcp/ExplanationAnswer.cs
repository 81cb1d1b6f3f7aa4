namespace Plimsoll.Host.Mcp;

/// <summary>How a colour came about.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Clause">The clause with its words.</param>
/// <param name="Readings">Every value that the clause looked at, with what it was computed from.</param>
/// <param name="History">The periods before, oldest first.</param>
/// <param name="Revisions">The same period on the figures known on each day on which the verdict or the value changed.</param>
/// <param name="Releases">What was read, with the hash of the bytes.</param>
/// <param name="Note">What the finding does not say.</param>
internal sealed record ExplanationAnswer(
    FindingAnswer Finding,
    ClauseAnswer Clause,
    IReadOnlyList<ReadingAnswer> Readings,
    IReadOnlyList<PeriodAnswer> History,
    IReadOnlyList<PeriodAnswer> Revisions,
    IReadOnlyList<ReleaseAnswer> Releases,
    string Note);
