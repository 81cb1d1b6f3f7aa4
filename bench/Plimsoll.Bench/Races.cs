using System.Globalization;
using Plimsoll.Bench.Entrants;
using Plimsoll.Bench.Results;
using Plimsoll.Bench.Rivals;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Bench;

/// <summary>Plimsoll beside the plain engines.</summary>
internal sealed class Races(int rounds, string results, string? alone)
{
    private readonly ResultFile file = new(results, TimeProvider.System);

    /// <summary>A month of text into a fresh store, against the engine's CSV to sorted Parquet.</summary>
    public void Ingest(string path)
    {
        using var month = new MonthAtHand(path, alone);
        var parquet = Path.Combine(month.Folder, "rival.parquet");
        file.Run(new Race("A month of text, taken in", rounds, alone)
            .Add("Plimsoll", month.Rows, month.Bytes, month.TakeIn)
            .Add("DuckDB, text codes", month.Rows, month.Bytes, () => new DuckImport(enums: false).Run(path, parquet))
            .Add("DuckDB, enum codes", month.Rows, month.Bytes, () => new DuckImport(enums: true).Run(path, parquet)));
        Finish("ingest", month.SameTotals(parquet));
    }

    /// <summary>A packed month into a fresh store, against decompression alone on one core.</summary>
    public void Packed(string path)
    {
        using var month = new MonthAtHand(path, alone);
        file.Run(new Race("A month of .7z, taken in", rounds, alone)
            .Add("Plimsoll", month.Rows, month.Bytes, month.TakeIn)
            .Add("Decompression alone", month.Rows, month.Bytes, () => SevenZipMonth.Unpack(path)));
        Finish("ingest7z", "");
    }

    /// <summary>The sweeps over all products, against the same questions in SQL on the same files.</summary>
    public void Sweep(string folder, string agreement)
    {
        var store = new TradeStore(new DirectoryInfo(folder), TimeProvider.System);
        using var snapshot = store.Snapshot("comext", 1);
        var months = new StoredMonths(store, snapshot);
        var sweeps = new Sweeps(snapshot, months);
        var rival = new DuckQueries(months);
        var union = snapshot.Axes.Reporters.Where(r => CountryGroup.Eu27.Has(r, months.First.Plus(months.Count - 1))).Select(r => r.Code).ToList();
        Race Over(string title) => new(title, rounds, alone);
        file.Run(Over("Opening the snapshot").Add("Plimsoll", months.Rows, 0, () => Open(store)));
        file.Run(Over("Concentration by product, reporter and year")
            .Add("Plimsoll", months.Rows, months.Bytes, sweeps.Concentration)
            .Add("DuckDB, one query, DOUBLE", months.Rows, months.Bytes, rival.Concentration)
            .Add("DuckDB, year by year, DOUBLE", months.Rows, months.Bytes, rival.ConcentrationByYear)
            .Add("DuckDB, year by year, exact", months.Rows, months.Bytes, rival.ExactConcentrationByYear));
        file.Run(Over("Rolling twelve-month balance by product, reporter and month")
            .Add("Plimsoll", months.Rows, months.Bytes, sweeps.Rolling)
            .Add("DuckDB, the same months", months.Rows, months.Bytes, rival.Rolling)
            .Add("DuckDB, months with trade only", months.Rows, months.Bytes, rival.RollingOfTradedMonths));
        file.Run(Over("Import surge, the Union from China, by product")
            .Add("Plimsoll", months.Rows, months.Bytes, sweeps.Surges)
            .Add("DuckDB", months.Rows, months.Bytes, () => rival.Surges("CN", union)));
        file.Run(Over("The bundled agreement, all clauses and subjects")
            .Add("Plimsoll", months.Rows, 0, () => Sweeps.Findings(store, agreement)));
        Finish("sweep", alone is null ? new SameCells(snapshot, months, sweeps).Check() : "");
    }

    /// <summary>A ledger sealed, verified and asked for proofs, against the same bytes as plain rows.</summary>
    public void Ledger(int entries)
    {
        const int ProofCount = 10_000;
        using var sealedLog = new SealedLog(entries);
        using var rows = new SqliteRows([.. sealedLog.Entries()]);
        rows.Insert(SealedLog.Batch);
        Race Over(string title) => new(title, rounds, alone);
        file.Run(Over("Entries, sealed")
            .Add("Plimsoll: signed, hashed, stored", entries, sealedLog.Bytes, sealedLog.Seal)
            .Add("SQLite, the same bytes inserted", entries, sealedLog.Bytes, () => rows.Insert(SealedLog.Batch)));
        file.Run(Over("A ledger, verified")
            .Add("Plimsoll: every signature, the tree", entries, sealedLog.Bytes, sealedLog.Verify)
            .Add("SQLite, the same bytes read and hashed", entries, sealedLog.Bytes, rows.ReadAndHash));
        file.Run(Over("Inclusion proofs, made from tiles and verified").Add("Plimsoll", ProofCount, 0, () => sealedLog.Prove(ProofCount)));
        Finish("ledger", "");
    }

    private static string Open(TradeStore store)
    {
        using var snapshot = store.Snapshot("comext", 1);
        return string.Create(CultureInfo.InvariantCulture, $"{snapshot.Products.Count} products, {snapshot.Publication.Periods.Count} months");
    }

    private void Finish(string topic, string check)
    {
        if (alone is null)
        {
            Console.WriteLine(file.Write(topic, check));
        }
    }
}
