using DuckDB.NET.Data;
using Plimsoll.Store.Staging;

namespace Plimsoll.Store.Parquet;

/// <summary>Writes sorted rows as one Parquet file: the form that is the truth, readable by any Parquet reader.</summary>
internal static class ParquetPart
{
    private const string Columns =
        """
        CREATE TABLE part (
            product product_code, period DATE, months UTINYINT, reporter reporter_code, partner partner_code, flow UTINYINT,
            trade_type label_code, procedure label_code, value DECIMAL(18,3), quantity_kg DECIMAL(18,3),
            quantity_suppl DECIMAL(18,3), suppl_unit label_code, flags UTINYINT)
        """;

    /// <summary>Writes the file. <paramref name="currency"/> is an ISO code checked by the caller.</summary>
    internal static void Write(SortedRows rows, string currency, FileInfo file)
    {
        using var connection = EngineConnection.Open();
        CreateCodes(connection, "product_code", rows.Products.Codes);
        CreateCodes(connection, "reporter_code", rows.Reporters.Codes);
        CreateCodes(connection, "partner_code", rows.Partners.Codes);
        CreateCodes(connection, "label_code", rows.Labels.Codes);
        connection.Run(Columns);
        ChunkAppender.Append(connection, rows);
        connection.Run(
            $"""
            COPY (SELECT product, period, months, reporter, partner, flow, trade_type, procedure, value, '{currency}' AS currency,
                         quantity_kg, quantity_suppl, suppl_unit, flags FROM part)
            TO {file.Quoted()} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE 122880)
            """);
    }

    // An enumeration stores a code as a small integer and is written to Parquet as a string dictionary.
    private static void CreateCodes(DuckDBConnection connection, string type, string[] codes)
    {
        connection.Run("CREATE OR REPLACE TEMP TABLE codes (code VARCHAR)");
        using (var appender = connection.CreateAppender("codes"))
        {
            foreach (var code in codes)
            {
                appender.CreateRow().AppendValue(code).EndRow();
            }
        }

        connection.Run($"CREATE TYPE {type} AS ENUM (SELECT code FROM codes)");
    }
}
