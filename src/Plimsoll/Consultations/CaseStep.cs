namespace Plimsoll.Consultations;

/// <summary>A case moved on, as a party entered it.</summary>
/// <param name="From">State in which the author saw the case.</param>
/// <param name="To">State after it.</param>
/// <param name="By">Origin of the party's log.</param>
/// <param name="At">When, by the author's clock.</param>
/// <param name="Note">In the party's words.</param>
/// <param name="Link">Document; null when none was given.</param>
/// <param name="Confirms">True when the other party had entered the same step before.</param>
/// <param name="Outcome">With a step to the outcome; of a closing, the outcome on which its author closes.</param>
/// <param name="TakenBy">Who says that it took a measure; else null.</param>
/// <param name="Reference">Where the measure or the undertaking is published; else null.</param>
public sealed record CaseStep(
    CaseState From, CaseState To, string By, DateTimeOffset At, string Note, string? Link, bool Confirms, CaseOutcome? Outcome, string? TakenBy, string? Reference);
