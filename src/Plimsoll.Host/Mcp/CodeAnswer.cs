namespace Plimsoll.Host.Mcp;

/// <summary>A code and what it means.</summary>
/// <param name="Code">Product or country code.</param>
/// <param name="Label">Its text in English; null when none is known.</param>
internal sealed record CodeAnswer(string Code, string? Label);
