namespace Plimsoll.Consultations.Notices;

/// <summary>A publication that a source has announced.</summary>
/// <param name="Source">Line of vintages, e.g. <c>comext</c>.</param>
/// <param name="Period">What it is about, as the source says.</param>
/// <param name="On">Announced day.</param>
/// <param name="Link">Where it was announced.</param>
public sealed record AnnouncedRelease(string Source, string Period, DateOnly On, Uri Link);
