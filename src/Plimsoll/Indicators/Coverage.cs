using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>What is missing from a reading.</summary>
/// <param name="ConfidentialShare">Share of value with secret partners or suppressed cells, 0 to 1; null when not known.</param>
/// <param name="MissingPeriods">Periods of the window for which the source has published nothing, or only part.</param>
public sealed record Coverage(decimal? ConfidentialShare, IReadOnlyList<Period> MissingPeriods)
{
    /// <summary>Nothing is missing.</summary>
    public static Coverage Full { get; } = new(0m, []);
}
