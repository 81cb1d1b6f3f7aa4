namespace Plimsoll.Host.Mcp;

/// <summary>What one period said, or the same period on the figures of another day.</summary>
/// <param name="Period">The period.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Value">The leading value.</param>
internal sealed record PeriodAnswer(string Period, string Zone, Figure Value);
