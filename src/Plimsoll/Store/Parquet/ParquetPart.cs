using DuckDB.NET.Data;
using Plimsoll.Store.Staging;

namespace Plimsoll.Store.Parquet;

/// <summary>Writes sorted rows as one Parquet file: the form that is the truth, readable by any Parquet reader.</summary>
internal static class ParquetPart
{
    private static readonly string[] Columns =
    [
        "product", "period", "months", "reporter", "partner", "flow", "trade_type", "procedure", "value", "quantity_kg", "quantity_suppl", "suppl_unit", "flags",
    ];

    private static readonly string[] Types =
    [
        "product_code", "DATE", "UTINYINT", "reporter_code", "partner_code", "UTINYINT", "label_code", "label_code", "DECIMAL(18,3)", "DECIMAL(18,3)",
        "DECIMAL(18,3)", "label_code", "UTINYINT",
    ];

    /// <summary>Writes the file. <paramref name="currency"/> is an ISO code checked by the caller.</summary>
    internal static void Write(SortedRows rows, string currency, FileInfo file)
    {
        using var connection = EngineConnection.Open();
        CreateCodes(connection, "product_code", rows.Products.Codes);
        CreateCodes(connection, "reporter_code", rows.Reporters.Codes);
        CreateCodes(connection, "partner_code", rows.Partners.Codes);
        CreateCodes(connection, "label_code", rows.Labels.Codes);
        CreateCodes(connection, "currency_code", [currency]);
        // The scan gives rows to one thread; a second would only wait for work, and it waits by spinning.
        connection.Run("SET threads=1");
        connection.Run($"CREATE TABLE part ({string.Join(", ", Columns.Zip(Types, (name, type) => $"{name} {type}"))})");
        using var scan = new RowScan(connection, "part", Columns, rows);

        // Amounts are hardly ever the same twice: without the limit the engine looks for a dictionary of them in vain.
        connection.Run(
            $"""
            COPY (SELECT product, period, months, reporter, partner, flow, trade_type, procedure, value, '{currency}'::currency_code AS currency,
                         quantity_kg, quantity_suppl, suppl_unit, flags FROM {RowScan.Name}())
            TO {file.Quoted()} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE 122880, DICTIONARY_SIZE_LIMIT 1)
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
