namespace Plimsoll.Agreements.Run;

/// <summary>Everything that a finding and its history were made from.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="History">Findings, oldest period first.</param>
/// <param name="Periods">What each of them was read from, in the same order.</param>
internal sealed record FindingTrace(Clause Clause, IReadOnlyList<Finding> History, IReadOnlyList<PeriodTrace> Periods)
{
    /// <summary>The finding asked for.</summary>
    internal Finding Finding => History[^1];
}
