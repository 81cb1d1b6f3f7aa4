namespace Plimsoll.Host.Briefings;

/// <summary>A heading and what stands under it, in the language of the briefing.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Lines">Sentences, one a line.</param>
public sealed record BriefingSection(string Heading, IReadOnlyList<BriefingLine> Lines);
