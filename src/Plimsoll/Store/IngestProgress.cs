namespace Plimsoll.Store;

/// <summary>How far an ingest has come.</summary>
/// <param name="Place">File or archive entry.</param>
/// <param name="Bytes">Bytes of the file read.</param>
/// <param name="TotalBytes">Bytes of the file.</param>
/// <param name="Rows">Rows accepted so far.</param>
public sealed record IngestProgress(string Place, long Bytes, long TotalBytes, long Rows);
