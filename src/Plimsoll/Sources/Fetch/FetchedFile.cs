namespace Plimsoll.Sources.Fetch;

/// <summary>A file that is now in the download folder.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Url">Where it came from.</param>
/// <param name="LastModified">When the server says that it was published; null when it does not say.</param>
/// <param name="ETag">The server's mark of this version; empty when there is none.</param>
/// <param name="Unchanged">True when the server still has the version that was here before.</param>
public sealed record FetchedFile(string Path, Uri Url, DateTimeOffset? LastModified, string ETag, bool Unchanged);
