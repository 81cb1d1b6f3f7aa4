using Plimsoll.Agreements;

namespace Plimsoll.Host.Briefings;

/// <summary>A sentence of a briefing.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Zone">The zone that it speaks of; null when of none.</param>
/// <param name="Finding">Id for <c>plimsoll explain</c>; null when it speaks of none.</param>
public sealed record BriefingLine(string Text, Zone? Zone = null, string? Finding = null);
