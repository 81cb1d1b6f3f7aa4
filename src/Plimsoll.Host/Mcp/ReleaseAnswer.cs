using Plimsoll.Sources;

namespace Plimsoll.Host.Mcp;

/// <summary>What a source said at one moment.</summary>
/// <param name="Id">Beginning of the hash.</param>
/// <param name="Source">Line of vintages.</param>
/// <param name="Dataset">Dataset of the source.</param>
/// <param name="FileName">Name as received.</param>
/// <param name="Sha256">Hash of the bytes as received.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="RowsStored">Records stored.</param>
/// <param name="RowsRefused">Records refused, each with a code.</param>
internal sealed record ReleaseAnswer(string Id, string Source, string Dataset, string FileName, string Sha256, DateTimeOffset PublishedAt, long RowsStored, long RowsRefused)
{
    internal static ReleaseAnswer Of(Release release) =>
        new(release.Id, release.Source, release.Dataset, release.FileName, release.Sha256, release.PublishedAt, release.RowsStored, release.RowsRefused);
}
