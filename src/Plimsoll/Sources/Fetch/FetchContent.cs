namespace Plimsoll.Sources.Fetch;

/// <summary>What a download has to begin with: servers answer errors with status 200 and a page for people.</summary>
public enum FetchContent
{
    /// <summary>A 7z archive.</summary>
    SevenZip,

    /// <summary>A page of HTML.</summary>
    Html,

    /// <summary>A JSON object.</summary>
    Json,
}
