namespace Plimsoll.Indicators;

/// <summary>One input of a reading.</summary>
/// <param name="Name">What it is, e.g. <c>imports 2024-12..2025-11</c>.</param>
/// <param name="Value">Unrounded; null when missing.</param>
/// <param name="Unit">Its unit.</param>
public sealed record ReadingInput(string Name, decimal? Value, string Unit);
