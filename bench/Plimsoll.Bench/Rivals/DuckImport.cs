using System.Globalization;
using Plimsoll.Bench.Synthesis;

namespace Plimsoll.Bench.Rivals;

/// <summary>
/// The plain way to take a month in: read_csv with an explicit schema, sorted by product, into zstd Parquet, with the columns that
/// Plimsoll stores. No refusals, no provenance, no roll-ups.
/// </summary>
internal sealed class DuckImport(bool enums)
{
    private const string Stored =
        """
        product, make_date((period // 100)::INT, (period % 100)::INT, 1) AS period, 1::UTINYINT AS months, reporter, partner, flow, trade_type,
        stat_procedure, value_eur, 'EUR' AS currency, quantity_kg, quantity_suppl, suppl_unit, 0::UTINYINT AS flags
        """;

    private static readonly string[] Header =
    [
        "reporter", "partner", "trade_type", "product", "sitc", "cpa21", "cpa22", "bec", "bec5", "section", "flow",
        "stat_procedure", "suppl_unit", "period", "value_eur", "value_nac", "quantity_kg", "quantity_suppl",
    ];

    /// <summary>Reads <paramref name="csv"/>, writes <paramref name="parquet"/>; returns its size in a few words.</summary>
    public string Run(string csv, string parquet)
    {
        using var engine = new DuckSession(keepOrder: false);
        if (enums)
        {
            DeclareEnums(engine);
        }

        var columns = string.Join(", ", Header.Select(name => $"'{name}': '{TypeOf(name)}'"));
        engine.Run($"""
            COPY (
                SELECT {Stored}
                FROM read_csv({DuckSession.Quote(csv)}, header = true, auto_detect = false, delim = ',', quote = '', escape = '', columns = {"{"}{columns}{"}"})
                ORDER BY product, reporter, partner, flow)
            TO {DuckSession.Quote(parquet)} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)
            """);
        return string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(parquet).Length / 1e6:F1} MB Parquet");
    }

    /// <summary>The code lists are given to the engine beforehand, which a real month with unlisted codes would not allow.</summary>
    private static void DeclareEnums(DuckSession engine)
    {
        Declare("reporter_code", Places.Reporters);
        Declare("partner_code", Places.Partners);
        Declare("product_code", [.. ProductList.All.Select(product => product.Code), "TOTAL"]);
        Declare("unit_code", ProductList.All.Select(product => product.Unit).Distinct(StringComparer.Ordinal));
        Declare("trade_type_code", ["E", "I", "L", "M"]);

        void Declare(string name, IEnumerable<string> codes) =>
            engine.Run($"CREATE TYPE {name} AS ENUM ({string.Join(',', codes.Select(DuckSession.Quote))})");
    }

    private string TypeOf(string column) => (column, enums) switch
    {
        ("flow" or "stat_procedure", _) => "UTINYINT",
        ("period", _) => "UINTEGER",
        ("value_eur" or "value_nac" or "quantity_kg" or "quantity_suppl", _) => "DECIMAL(18,3)",
        ("reporter" or "partner" or "product" or "trade_type", true) => $"{column}_code",
        ("suppl_unit", true) => "unit_code",
        _ => "VARCHAR",
    };
}
