namespace Plimsoll.Sources;

/// <summary>Where a release's publication date was read.</summary>
public enum PublicationEvidence
{
    /// <summary>In the answer itself (LAST UPDATE, updated, prepared).</summary>
    Content,

    /// <summary>Given by whoever ingested it.</summary>
    Stated,

    /// <summary>The Last-Modified header of the download.</summary>
    Http,

    /// <summary>The time of the file inside its archive, or of the file itself: an upper bound.</summary>
    File,
}
