using System.Text.Json;
using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>
/// Collects one release in a folder of its own under <c>staging/</c>. Nothing of it is visible until <see cref="Catalogue.Commit"/>
/// renames the folder; whatever a killed process leaves behind is swept away by the next one.
/// </summary>
internal sealed class ReleaseStaging : IReleaseSink, IDisposable
{
    /// <summary>Most rows of a segment, which is in memory until its cube is written: bounds memory for files of any length.</summary>
    internal const int SegmentRows = 8_000_000;

    /// <summary>Most rows of a Parquet part.</summary>
    internal const int SliceRows = 1 << 20;

    /// <summary>Refused records that an outcome lists; the store keeps them all.</summary>
    internal const int RefusalsShown = 20;

    private readonly string place;
    private readonly Action<long>? progress;
    private readonly int segmentRows;
    private readonly int sliceRows;
    private readonly int hands;
    private readonly StreamWriter refused;
    private readonly ScopeCollector scope = new();
    private readonly List<ExchangeRate> rates = [];
    private readonly List<Refusal> firstRefusals = [];
    private SegmentStaging segment;
    private int segments;

    /// <param name="folder">Made now; the catalogue takes it over.</param>
    /// <param name="place">The answer, for messages.</param>
    /// <param name="progress">Told the rows stored so far.</param>
    /// <param name="hands">See <see cref="SegmentStaging"/>.</param>
    /// <param name="segmentRows">Most rows of a segment.</param>
    /// <param name="sliceRows">Most rows of a Parquet part.</param>
    internal ReleaseStaging(DirectoryInfo folder, string place, Action<long>? progress, int hands = 1, int segmentRows = SegmentRows, int sliceRows = SliceRows)
    {
        Folder = folder;
        this.place = place;
        this.progress = progress;
        this.hands = hands;
        this.segmentRows = segmentRows;
        this.sliceRows = sliceRows;
        folder.Create();
        refused = new StreamWriter(Path.Combine(folder.FullName, "refused.jsonl"));
        segment = NewSegment();
    }

    internal DirectoryInfo Folder { get; }

    internal ReleaseHeader? Header { get; private set; }

    internal long Stored { get; private set; }

    internal long Refused { get; private set; }

    /// <summary>Fault <c>SRC-0024</c> for a cell that is stated twice within a segment; known after <see cref="Finish"/>.</summary>
    internal Fault? Repeated { get; private set; }

    internal IReadOnlyList<Refusal> FirstRefusals => firstRefusals;

    public void Describe(ReleaseHeader header) => Header = header;

    public void Store(ObservationBatch batch)
    {
        if (segment.Count + batch.Count > segmentRows || !segment.HasRoomFor(batch))
        {
            FinishSegment();
        }

        segment.Append(batch, Header!.Currency);
        Stored += batch.Count;
        progress?.Invoke(Stored);
    }

    public void Store(ExchangeRate rate)
    {
        rates.Add(rate);
        Stored++;
    }

    public void Refuse(long line, int column, Fault fault)
    {
        Refused++;
        var refusal = new Refusal(place, line, column, fault);
        refused.WriteLine(JsonSerializer.Serialize(refusal, StoreJson.Options));
        if (firstRefusals.Count < RefusalsShown)
        {
            firstRefusals.Add(refusal);
        }
    }

    /// <summary>Writes what is still in memory and gives the scope of the release.</summary>
    internal ReleaseScope Finish()
    {
        FinishSegment();
        refused.Dispose();
        if (rates.Count > 0)
        {
            File.WriteAllText(Path.Combine(Folder.FullName, Catalogue.RatesFile), JsonSerializer.Serialize(rates, StoreJson.Options));
        }

        return scope.ToScope(Header!, rates.Select(r => r.Period));
    }

    public void Dispose()
    {
        refused.Dispose();
        segment.Dispose();
        if (Directory.Exists(Folder.FullName))
        {
            Folder.Delete(recursive: true);
        }
    }

    private SegmentStaging NewSegment() => new(Folder, segments++, sliceRows, hands);

    private void FinishSegment()
    {
        if (segment.Count > 0)
        {
            foreach (var slice in segment.Finish(Header!.Currency))
            {
                scope.Add(slice);
            }

            Repeated ??= segment.Repeated;

            segment.Dispose();
            segment = NewSegment();
        }
    }
}
