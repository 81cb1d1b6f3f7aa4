using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary>
/// One entry of <c>releases.json</c>: what a source said, by the hash of its bytes. The time of retrieval is left out: it differs from
/// party to party and never decides anything.
/// </summary>
/// <param name="Id">Release id.</param>
/// <param name="Source">Line of vintages.</param>
/// <param name="Dataset">The source's own name.</param>
/// <param name="FileName">Name of the file as received.</param>
/// <param name="Sha256">Hash of the bytes as received.</param>
/// <param name="Bytes">Their number.</param>
/// <param name="Currency">Currency of its values.</param>
/// <param name="PublishedAt">When the source published it, UTC.</param>
/// <param name="Evidence">How that is known.</param>
/// <param name="Parser">What read it.</param>
/// <param name="First">First period.</param>
/// <param name="Last">Last period.</param>
/// <param name="Exhaustive">True when a cell that it speaks about and does not list had no trade.</param>
/// <param name="RowsIn">Records in it.</param>
/// <param name="RowsRefused">Records that could not be read.</param>
/// <param name="RowsEntered">Its lines in <c>rows.csv</c>.</param>
internal sealed record ReleaseSheet(
    string Id,
    string Source,
    string Dataset,
    string FileName,
    string Sha256,
    long Bytes,
    string Currency,
    DateTimeOffset PublishedAt,
    PublicationEvidence Evidence,
    string Parser,
    Period First,
    Period Last,
    bool Exhaustive,
    long RowsIn,
    long RowsRefused,
    int RowsEntered)
{
    internal static ReleaseSheet Of(Release release, IEnumerable<EvidenceRow> rows) => new(
        release.Id,
        release.Source,
        release.Dataset,
        release.FileName,
        release.Sha256,
        release.Bytes,
        release.Currency,
        release.PublishedAt,
        release.Evidence,
        release.Parser,
        release.Scope.Periods[0],
        release.Scope.Periods[^1],
        release.Scope.Exhaustive,
        release.RowsIn,
        release.RowsRefused,
        rows.Count(r => r.Record.Release == release.Id));
}
