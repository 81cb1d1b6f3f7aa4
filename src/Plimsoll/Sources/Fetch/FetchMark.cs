using System.Net.Http.Headers;
using System.Text.Json;

namespace Plimsoll.Sources.Fetch;

/// <summary>The marks by which a server knows a version of a file, kept beside the file so that the next request can ask for changes only.</summary>
/// <param name="ETag">As the server wrote it; empty when there is none.</param>
/// <param name="LastModified">Null when the server does not say.</param>
internal sealed record FetchMark(string ETag, DateTimeOffset? LastModified)
{
    /// <summary>No mark.</summary>
    internal static FetchMark None { get; } = new("", null);

    /// <summary>The marks of an answer.</summary>
    internal static FetchMark Of(HttpResponseMessage response) =>
        new(response.Headers.ETag?.ToString() ?? "", response.Content.Headers.LastModified);

    /// <summary>The marks kept for a file; <see cref="None"/> when there are none or they cannot be read.</summary>
    internal static FetchMark Load(string file)
    {
        try
        {
            return File.Exists(file) && File.Exists(Place(file)) ? JsonSerializer.Deserialize<FetchMark>(File.ReadAllText(Place(file))) ?? None : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Keeps the marks of a file.</summary>
    internal void Save(string file) => File.WriteAllText(Place(file), JsonSerializer.Serialize(this));

    /// <summary>Forgets the marks of a file.</summary>
    internal static void Delete(string file) => File.Delete(Place(file));

    /// <summary>Asks for the file only if it is another version than this.</summary>
    internal void AskForChanges(HttpRequestHeaders headers)
    {
        if (EntityTagHeaderValue.TryParse(ETag, out var tag))
        {
            headers.IfNoneMatch.Add(tag);
        }

        headers.IfModifiedSince = LastModified;
    }

    /// <summary>Asks for the rest from a byte on, if it is still this version; false when no mark is strong enough to say so.</summary>
    internal bool AskForRest(HttpRequestHeaders headers, long from)
    {
        headers.IfRange = EntityTagHeaderValue.TryParse(ETag, out var tag) && !tag.IsWeak ? new RangeConditionHeaderValue(tag)
            : LastModified is { } date ? new RangeConditionHeaderValue(date)
            : null;
        headers.Range = headers.IfRange is null ? null : new RangeHeaderValue(from, null);
        return headers.Range is not null;
    }

    private static string Place(string file) => file + ".mark.json";
}
