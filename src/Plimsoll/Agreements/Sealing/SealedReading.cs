namespace Plimsoll.Agreements.Sealing;

/// <summary>A reading of a finding.</summary>
/// <param name="Indicator">Indicator id with method version.</param>
/// <param name="Value">Unrounded decimal, without trailing zeros; null when there is none.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Valuation">Whose figures, and how valued.</param>
/// <param name="ConfidentialShare">Share of secret trade; null when not known.</param>
public sealed record SealedReading(string Indicator, string? Value, string Unit, string Valuation, string? ConfidentialShare);
