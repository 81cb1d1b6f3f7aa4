using Plimsoll.Agreements.Evidence;

namespace Plimsoll.Agreements.Run;

/// <summary>Everything that a finding and its history were made from.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="History">Findings, oldest period first.</param>
/// <param name="Periods">What each of them was read from, in the same order.</param>
internal sealed record FindingTrace(Clause Clause, IReadOnlyList<Finding> History, IReadOnlyList<PeriodTrace> Periods)
{
    /// <summary>The finding asked for.</summary>
    internal Finding Finding => History[^1];

    /// <summary>A trace whose sides list only the sums that a reading names.</summary>
    internal static FindingTrace Of(Clause clause, IReadOnlyList<Finding> history, IReadOnlyList<PeriodTrace> periods)
    {
        var named = periods.SelectMany(p => p.Readings)
            .SelectMany(r => r.Value.Inputs.Select(i => (r.Key.Figures, NamedInput.Parse(i.Name)?.Sum)))
            .ToHashSet();
        SideCells Used(SideCells side) => side with { Sums = [.. side.Sums.Where(s => named.Contains((side.Figures, s.Name)))] };
        return new FindingTrace(clause, history, [.. periods.Select(p => p with { Sides = [.. p.Sides.Select(Used)] })]);
    }
}
