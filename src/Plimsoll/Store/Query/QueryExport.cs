using DuckDB.NET.Data;
using Plimsoll.Store.Parquet;
using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>Writes an answer as a Parquet file.</summary>
public static class QueryExport
{
    /// <summary>Runs what writes an answer to a file; <see cref="OutsideException"/> <c>STO-0003</c> when the file cannot be written.</summary>
    public static void Write(FileInfo file, Action write)
    {
        try
        {
            write();
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException or DuckDBException)
        {
            var reason = Directory.Exists(file.FullName) ? "it is a folder."
                : file.Directory is { Exists: false } folder ? $"there is no folder {folder.FullName}."
                : denied.Message;
            throw new OutsideException("STO-0003", $"Cannot write {file.FullName}: {reason} Name a file in a folder that exists and may be written.", retriable: false, denied);
        }
    }

    /// <summary>Writes the rows; an existing file is replaced. Amounts are DECIMAL(38,3), the period is text, written the SDMX way.</summary>
    public static void WriteParquet(IReadOnlyList<QueryRow> rows, FileInfo file) => Write(file, () => Copy(rows, file));

    private static void Copy(IReadOnlyList<QueryRow> rows, FileInfo file)
    {
        using var connection = EngineConnection.Open();
        connection.Run(
            """
            CREATE TABLE answer (reporter VARCHAR, partner VARCHAR, product VARCHAR, flow VARCHAR, period VARCHAR, value DECIMAL(38,3),
                currency VARCHAR, quantity_kg DECIMAL(38,3), quantity_suppl DECIMAL(38,3), suppl_unit VARCHAR, flags VARCHAR)
            """);
        using (var appender = connection.CreateAppender("answer"))
        {
            foreach (var row in rows)
            {
                appender.CreateRow()
                    .AppendValue(row.Reporter).AppendValue(row.Partner).AppendValue(row.Product)
                    .AppendValue(row.Flow.ToString().ToLowerInvariant()).AppendValue(row.Period.ToString())
                    .AppendValue(row.Value).AppendValue(row.Currency).AppendValue(row.QuantityKg)
                    .AppendValue(row.Supplementary).AppendValue(row.SupplementaryUnit).AppendValue(row.Flags)
                    .EndRow();
            }
        }

        connection.Run($"COPY answer TO {file.Quoted()} (FORMAT parquet, COMPRESSION zstd)");
    }
}
