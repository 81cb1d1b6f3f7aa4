namespace Plimsoll.Store;

/// <summary>What the caller knows about a file besides its bytes.</summary>
/// <param name="Published">When the source published it, if the caller knows better than the file says.</param>
/// <param name="LastModified">The Last-Modified header of the download.</param>
/// <param name="DryRun">Read and check, store nothing.</param>
public sealed record IngestOptions(DateTimeOffset? Published = null, DateTimeOffset? LastModified = null, bool DryRun = false);
