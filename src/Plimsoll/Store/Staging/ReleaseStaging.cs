using System.Text.Json;
using Plimsoll.Sources;
using Plimsoll.Store.Cube;
using Plimsoll.Store.Parquet;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>
/// Collects one release in a folder of its own under <c>staging/</c>. Nothing of it is visible until <see cref="Catalogue.Commit"/>
/// renames the folder; whatever a killed process leaves behind is swept away by the next one.
/// </summary>
internal sealed class ReleaseStaging : IReleaseSink, IDisposable
{
    /// <summary>Rows held in memory before a part is written: bounds memory for files of any length.</summary>
    internal const int PartRows = 8_000_000;

    /// <summary>Refused records that an outcome lists; the store keeps them all.</summary>
    internal const int RefusalsShown = 20;

    private readonly string place;
    private readonly Action<long>? progress;
    private readonly int partRows;
    private readonly StreamWriter refused;
    private readonly ScopeCollector scope = new();
    private readonly List<ExchangeRate> rates = [];
    private readonly List<Refusal> firstRefusals = [];
    private RowBuffer rows = new();
    private int parts;

    internal ReleaseStaging(DirectoryInfo folder, string place, Action<long>? progress, int partRows = PartRows)
    {
        Folder = folder;
        this.place = place;
        this.progress = progress;
        this.partRows = partRows;
        folder.Create();
        refused = new StreamWriter(Path.Combine(folder.FullName, "refused.jsonl"));
    }

    internal DirectoryInfo Folder { get; }

    internal ReleaseHeader? Header { get; private set; }

    internal long Stored { get; private set; }

    internal long Refused { get; private set; }

    internal IReadOnlyList<Refusal> FirstRefusals => firstRefusals;

    public void Describe(ReleaseHeader header) => Header = header;

    public void Store(ObservationBatch batch)
    {
        if (rows.Count + batch.Count > partRows || !rows.HasRoomFor(batch))
        {
            WritePart();
        }

        rows.Append(batch);
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
        WritePart();
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
        if (Directory.Exists(Folder.FullName))
        {
            Folder.Delete(recursive: true);
        }
    }

    private void WritePart()
    {
        if (rows.Count == 0)
        {
            return;
        }

        var sorted = new SortedRows(rows);
        rows = new RowBuffer();
        scope.Add(sorted);
        var parquet = new FileInfo(Path.Combine(Folder.FullName, Catalogue.PartName(parts) + ".parquet"));
        var cube = new FileInfo(Path.Combine(Folder.FullName, Catalogue.PartName(parts) + ".cube"));
        Parallel.Invoke(
            () => ParquetPart.Write(sorted, Header!.Currency, parquet),
            () => CubeWriter.Write(sorted, cube));
        parts++;
    }
}
