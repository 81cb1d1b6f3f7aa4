using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>Where a clause stands after a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Zone">What is shown.</param>
/// <param name="Settled">The colour that was last entered and not yet left: <see cref="Zone.Green"/>, <see cref="Zone.Amber"/> or <see cref="Zone.Red"/>.</param>
public sealed record ZoneState(Period Period, Zone Zone, Zone Settled);
