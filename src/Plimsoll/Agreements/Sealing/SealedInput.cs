namespace Plimsoll.Agreements.Sealing;

/// <summary>A release that an assessment could read.</summary>
/// <param name="Id">Release id.</param>
/// <param name="Source">Source.</param>
/// <param name="Dataset">The source's name of the dataset.</param>
/// <param name="Sha256">Hash of the bytes as received.</param>
/// <param name="PublishedAt">When it was published: what decides which release is the newer one.</param>
public sealed record SealedInput(string Id, string Source, string Dataset, string Sha256, DateTimeOffset PublishedAt);
