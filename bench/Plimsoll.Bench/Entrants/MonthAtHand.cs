using System.Globalization;
using Plimsoll.Bench.Rivals;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Bench.Entrants;

/// <summary>One month's file with a place for fresh stores beside it, removed at the end.</summary>
internal sealed class MonthAtHand : IDisposable
{
    private readonly string path;

    /// <summary>Counts the rows once, unless this process is for one contender alone.</summary>
    public MonthAtHand(string path, string? alone)
    {
        this.path = path;
        Folder = Directory.CreateTempSubdirectory("plimsoll-bench-").FullName;
        Bytes = new FileInfo(path).Length;
        if (alone is null)
        {
            var counted = new TradeStore(new DirectoryInfo(Folder), TimeProvider.System).Ingest(new FileInfo(path), new IngestOptions(DryRun: true));
            Rows = counted.Single().Release!.RowsIn;
        }
    }

    /// <summary>Folder of the stores.</summary>
    public string Folder { get; }

    /// <summary>Rows of the month, refused ones too; 1 when not counted.</summary>
    public long Rows { get; } = 1;

    /// <summary>Bytes of the file as it is.</summary>
    public long Bytes { get; }

    private string Store => Path.Combine(Folder, "store");

    /// <summary>Takes the month into a new store.</summary>
    public string TakeIn()
    {
        if (Directory.Exists(Store))
        {
            Directory.Delete(Store, recursive: true);
        }

        var release = MonthIngest.Run(path, Store, Month.Of(2025, 12));
        var bytes = Parts().Sum(part => new FileInfo(part).Length);
        return string.Create(CultureInfo.InvariantCulture, $"{release.RowsStored} rows stored, {release.RowsRefused} refused, {bytes / 1e6:F1} MB Parquet");
    }

    /// <summary>That both engines stored the same; an empty sentence where only one has run.</summary>
    public string SameTotals(string rival)
    {
        if (!File.Exists(rival) || !Directory.Exists(Store))
        {
            return "";
        }

        using var engine = new DuckSession(keepOrder: false);
        string Sums(string value, IReadOnlyList<string> files) => string.Join(
            ", ", engine.Row($"SELECT count(*), sum({value})::VARCHAR, sum(quantity_kg)::VARCHAR, count(DISTINCT product) FROM {StoredMonths.Read(files)}"));
        var (own, other) = (Sums("value", Parts()), Sums("value_eur", [rival]));
        return own == other
            ? $"Rows, euro, kilograms and distinct products are the same in both Parquet files: {own}."
            : throw new InvalidDataException($"{own} in the store, {other} in the plain engine's file.");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string[] Parts() => Directory.GetFiles(Path.Combine(Store, "releases"), "*.parquet", SearchOption.AllDirectories);
}
