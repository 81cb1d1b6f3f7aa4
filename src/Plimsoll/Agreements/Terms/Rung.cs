namespace Plimsoll.Agreements.Terms;

/// <summary>One rung of a <see cref="DutyLadder"/>.</summary>
/// <param name="Above">Shortfall above which the rate applies, 0 to 1.</param>
/// <param name="Rate">Marginal rate, 0 to 1.</param>
public sealed record Rung(decimal Above, decimal Rate);
