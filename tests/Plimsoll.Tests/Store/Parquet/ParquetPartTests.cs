using DuckDB.NET.Data;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store.Parquet;

/// <summary>The truth is readable without Plimsoll: a plain engine sees text, exact decimals and nulls.</summary>
public sealed class ParquetPartTests
{
    [Fact]
    public void A_plain_engine_reads_text_decimals_and_nulls()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(
            temporary.Store,
            1,
            0,
            whole: true,
            [
                StoredCase.Cell("DE", "CN", "85051110", Flow.Import, 0, 999_999_999_999_999.999m),
                StoredCase.Cell("DE", "CN", "85051110", Flow.Import, 1, null, ObservationFlags.Confidential),
                StoredCase.Cell("DE", "CN", "85051110", Flow.Export, 1, 0m) with { QuantityKg = 1, SupplementaryQuantity = 2000, SupplementaryUnit = "p/st", TradeType = "E", Procedure = "1" },
            ]);
        var file = temporary.Store.Parts(temporary.Store.Releases()[0]).ShouldHaveSingleItem();

        Rows($"SELECT * FROM read_parquet('{file.FullName}')").ShouldBe(
        [
            "85051110|2024-01-01|1|DE|CN|1|||999999999999999.999|EUR||||0",
            "85051110|2024-02-01|1|DE|CN|1||||EUR||||1",
            "85051110|2024-02-01|1|DE|CN|2|E|1|0.000|EUR|0.001|2.000|p/st|0",
        ]);
        Rows($"SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM read_parquet('{file.FullName}'))").ShouldBe(
        [
            "product VARCHAR", "period DATE", "months UTINYINT", "reporter VARCHAR", "partner VARCHAR", "flow UTINYINT", "trade_type VARCHAR",
            "procedure VARCHAR", "value DECIMAL(18,3)", "currency VARCHAR", "quantity_kg DECIMAL(18,3)", "quantity_suppl DECIMAL(18,3)",
            "suppl_unit VARCHAR", "flags UTINYINT",
        ]);
    }

    [Fact]
    public void More_codes_than_a_byte_counts_keep_their_names()
    {
        using var temporary = new TemporaryStore();
        var products = Enumerable.Range(0, 300).Select(i => $"84{i:000000}").ToArray();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, products.Select((p, i) => StoredCase.Cell("DE", "CN", p, Flow.Import, 0, i)));
        var file = temporary.Store.Parts(temporary.Store.Releases()[0]).ShouldHaveSingleItem();

        Rows($"SELECT product, value::INTEGER FROM read_parquet('{file.FullName}') ORDER BY product").ShouldBe(products.Select((p, i) => $"{p}|{i}"));
    }

    private static List<string> Rows(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
