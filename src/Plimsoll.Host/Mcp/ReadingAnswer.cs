namespace Plimsoll.Host.Mcp;

/// <summary>A value that a clause looked at.</summary>
/// <param name="Indicator">Indicator and method version.</param>
/// <param name="Value">The value.</param>
/// <param name="Inputs">What it was computed from.</param>
/// <param name="ConfidentialShare">Share of the trade that is suppressed, 0 to 1; null when unknown.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
internal sealed record ReadingAnswer(string Indicator, Figure Value, IReadOnlyList<InputAnswer> Inputs, decimal? ConfidentialShare, string? Reason);
