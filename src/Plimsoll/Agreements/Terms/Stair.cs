namespace Plimsoll.Agreements.Terms;

/// <summary>One stair of a limit that depends on another indicator.</summary>
/// <param name="UpTo">Upper end of the stair, which belongs to it; null for the last stair, which has none.</param>
/// <param name="Value">The limit on this stair.</param>
public sealed record Stair(decimal? UpTo, decimal Value);
