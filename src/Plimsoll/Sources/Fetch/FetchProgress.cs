namespace Plimsoll.Sources.Fetch;

/// <summary>How far a download is.</summary>
/// <param name="FileName">File being downloaded.</param>
/// <param name="Bytes">Bytes here, those of an earlier try included.</param>
/// <param name="Total">Bytes in all; null when the server does not say.</param>
/// <param name="Left">Time left at the pace so far; null while it cannot be told.</param>
public sealed record FetchProgress(string FileName, long Bytes, long? Total, TimeSpan? Left);
