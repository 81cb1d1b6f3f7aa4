namespace Plimsoll.Agreements.Terms;

/// <summary>At least <paramref name="K"/> of the parts: all of them, any of them, or k of n.</summary>
/// <param name="K">1 to the number of parts.</param>
/// <param name="Parts">Conditions in the order of the file; at least one.</param>
public sealed record Combination(int K, IReadOnlyList<Condition> Parts) : Condition
{
    /// <inheritdoc/>
    public override IReadOnlyList<Threshold> Thresholds { get; } = [.. Parts.SelectMany(part => part.Thresholds)];

    /// <inheritdoc/>
    public override ConditionOutcome Evaluate(IReadOnlyDictionary<string, decimal?> values, DateOnly day)
    {
        var outcomes = Parts.Select(part => part.Evaluate(values, day)).ToList();

        // The k-th most severe part is the one whose change changes the answer.
        var deciding = outcomes.OrderByDescending(outcome => outcome.Severity).ElementAt(K - 1);
        return deciding with { Crossing = Crossing.AtLeast(K, outcomes.ConvertAll(outcome => outcome.Crossing)) };
    }
}
