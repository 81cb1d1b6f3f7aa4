namespace Plimsoll.Consultations.Record;

/// <summary>Where a point of the record was read.</summary>
/// <param name="Id">Unique in its file.</param>
/// <param name="Title">Title of the page.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">Its date; null when only a span is known.</param>
/// <param name="Quality">How near it is to what was said.</param>
/// <param name="Link">Address.</param>
public sealed record RecordSource(string Id, string Title, string Publisher, DateOnly? Date, SourceQuality Quality, string Link);
