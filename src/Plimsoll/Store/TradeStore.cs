using Plimsoll.Sources;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>
/// The front door of the store: a folder that holds every release ever taken in, and answers as of any day. Nothing in it is
/// overwritten.
/// </summary>
public sealed class TradeStore
{
    private readonly Catalogue catalogue;
    private readonly TimeProvider time;

    /// <summary>A store in this folder, which need not exist yet; <see cref="OutsideException"/> <c>STO-0004</c> for a file.</summary>
    public TradeStore(DirectoryInfo root, TimeProvider time)
    {
        if (File.Exists(root.FullName))
        {
            throw new OutsideException("STO-0004", $"{root.FullName} is a file; a store is a folder. Name one with --store.", retriable: false);
        }

        Root = root;
        this.time = time;
        catalogue = new Catalogue(root);
    }

    /// <summary>The store's folder.</summary>
    public DirectoryInfo Root { get; }

    /// <summary>
    /// Takes a file in: plain, <c>.gz</c>, <c>.zip</c> or <c>.7z</c>, one outcome for each answer in it. Known bytes are left alone. A process
    /// killed at any moment leaves the store as it was before or as it is after. <see cref="OutsideException"/> when the file cannot
    /// be read or another process is writing.
    /// </summary>
    public IReadOnlyList<IngestOutcome> Ingest(FileInfo file, IngestOptions options, IProgress<IngestProgress>? progress = null, CancellationToken cancel = default)
    {
        var ingest = new Ingest(catalogue, time, options, progress);
        if (options.DryRun)
        {
            return ingest.Run(file, cancel);
        }

        using var writing = new StoreLock(Root);
        catalogue.Prepare();
        return ingest.Run(file, cancel);
    }

    /// <summary>All releases, oldest publication first.</summary>
    public IReadOnlyList<Release> Releases() => catalogue.Read();

    /// <summary>Releases published on or before a day (UTC); all of them for null.</summary>
    public IReadOnlyList<Release> Releases(DateOnly? asOf) =>
        asOf is { } day ? [.. Releases().Where(r => DateOnly.FromDateTime(r.PublishedAt.UtcDateTime) <= day)] : Releases();

    /// <summary>The refused records of a release.</summary>
    public IEnumerable<Refusal> Refusals(Release release) => catalogue.Refusals(release);

    /// <summary>
    /// One source as it was known on a day, for periods of one length (1 for months, 12 for years). Cube files that are missing are
    /// built again from the Parquet files first.
    /// </summary>
    public TradeSnapshot Snapshot(string source, int months, DateOnly? asOf = null)
    {
        var releases = Releases(asOf).Where(r => string.Equals(r.Source, source, StringComparison.Ordinal));
        return new TradeSnapshot(catalogue, [.. releases], months);
    }

    /// <summary>The rate of a currency against the euro for a period, from the newest release that has it; null when none has.</summary>
    public ExchangeRate? Rate(string currency, Period period, DateOnly? asOf = null) =>
        Releases(asOf).Reverse().SelectMany(catalogue.Rates)
            .FirstOrDefault(r => r.Period == period && string.Equals(r.Currency, currency, StringComparison.Ordinal));

    /// <summary>
    /// Answers a question through the SQL engine, rows in order of reporter, partner, product, flow and period. Empty when nothing
    /// that the source published matches. Fault <c>STO-0010</c> or <c>STO-0011</c> for a sum that would count something twice.
    /// </summary>
    public Parsed<IReadOnlyList<QueryRow>> Answer(TradeQuery query) => new QueryRun(this, catalogue, query).Rows();

    /// <summary>The rows of <see cref="Answer"/>, for a question that keeps apart what cannot be added.</summary>
    public IReadOnlyList<QueryRow> Query(TradeQuery query) => Answer(query).Value;

    /// <summary>
    /// The records behind an answer of <see cref="Query"/>, each with its release: those that no newer release has replaced. What the question
    /// keeps apart does not matter, and codes are taken as they are: a group is what the source published under its code.
    /// </summary>
    public IReadOnlyList<TradeRecord> Records(TradeQuery query) => new QueryRun(this, catalogue, query).Records();

    /// <summary>The Parquet parts of a release.</summary>
    public IReadOnlyList<FileInfo> Parts(Release release) => catalogue.Parts(release);
}
