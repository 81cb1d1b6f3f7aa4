using Plimsoll.Agreements.Terms;
using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>What one period says on its own, before the periods around it are looked at.</summary>
/// <param name="Period">The period.</param>
/// <param name="Crossing">Which limits are crossed.</param>
public sealed record PeriodOutcome(Period Period, Crossing Crossing);
