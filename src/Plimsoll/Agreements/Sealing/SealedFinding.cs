namespace Plimsoll.Agreements.Sealing;

/// <summary>A finding of a sealed assessment. Numbers are decimals as text, without trailing zeros.</summary>
/// <param name="Id">Finding id.</param>
/// <param name="Zone">Zone.</param>
/// <param name="PreviousZone">Zone one period earlier on the same vintage.</param>
/// <param name="Amber">The amber limit that applied; null for none.</param>
/// <param name="Red">The red limit that applied; null for none.</param>
/// <param name="Comparator">Comparator.</param>
/// <param name="Reason">Code of the reason for which it could not be assessed; null when it could.</param>
/// <param name="Readings">Readings, the leading one first.</param>
public sealed record SealedFinding(
    string Id,
    string Zone,
    string PreviousZone,
    string? Amber,
    string? Red,
    string Comparator,
    string? Reason,
    IReadOnlyList<SealedReading> Readings);
