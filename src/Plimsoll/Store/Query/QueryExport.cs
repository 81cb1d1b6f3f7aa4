using Plimsoll.Store.Parquet;

namespace Plimsoll.Store.Query;

/// <summary>Writes an answer as a Parquet file.</summary>
public static class QueryExport
{
    /// <summary>Writes the rows; an existing file is replaced. Amounts are DECIMAL(38,3), the period is text, written the SDMX way.</summary>
    public static void WriteParquet(IReadOnlyList<QueryRow> rows, FileInfo file)
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
