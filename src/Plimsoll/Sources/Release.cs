namespace Plimsoll.Sources;

/// <summary>What a source said at one moment: the record that crosses from Sources to Store. Immutable.</summary>
/// <param name="Id">First 16 hexadecimal digits of <paramref name="Sha256"/>, or for a further entry of an archive of the hash of <c>sha256:ordinal</c>: the same bytes are the same release.</param>
/// <param name="Source">Line of vintages it belongs to, e.g. <c>comext</c>, <c>gacc</c>, <c>comtrade</c>, <c>baci</c>, <c>ecb</c>.</param>
/// <param name="Dataset">The source's own name of the dataset, e.g. <c>DS-045409</c>, <c>full_v2</c>.</param>
/// <param name="Currency">ISO code of every value in it.</param>
/// <param name="Scope">Which cells it speaks about; within them it replaces older releases of the same source.</param>
/// <param name="PublishedAt">When the source published it, UTC.</param>
/// <param name="Evidence">Where <paramref name="PublishedAt"/> comes from.</param>
/// <param name="RetrievedAt">When the bytes reached this store, UTC. Never used to choose a vintage.</param>
/// <param name="FileName">Name of the file as received, without folder.</param>
/// <param name="Sha256">Hash of the bytes as received, lower-case hexadecimal.</param>
/// <param name="Bytes">Length of the bytes as received.</param>
/// <param name="Parser">Format and version of the parser, e.g. <c>comext-bulk/1</c>.</param>
/// <param name="RowsIn">Records found in the answer.</param>
/// <param name="RowsStored">Records stored.</param>
/// <param name="RowsRefused">Records refused; always <paramref name="RowsIn"/> − <paramref name="RowsStored"/>.</param>
public sealed record Release(
    string Id,
    string Source,
    string Dataset,
    string Currency,
    ReleaseScope Scope,
    DateTimeOffset PublishedAt,
    PublicationEvidence Evidence,
    DateTimeOffset RetrievedAt,
    string FileName,
    string Sha256,
    long Bytes,
    string Parser,
    long RowsIn,
    long RowsStored,
    long RowsRefused);
