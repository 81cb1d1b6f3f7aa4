using DuckDB.NET.Data;
using Plimsoll.Store.Parquet;
using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>Turns a question into SQL over the view <c>visible</c>. Every text of the caller goes through a table or a parameter.</summary>
internal static class QueryStatement
{
    // Secret trade is part of the whole and of no country or product: under a sum of everything it keeps its own code. So do the parts
    // of the United Kingdom, which Comext states beside the whole, and the codes of chapters 98 and 99, which are no products.
    private const string SumOfNamed = "CASE WHEN regexp_full_match(o.partner::VARCHAR, 'Q[PQRSU-Z]|ZZ|XI|XU') THEN o.partner::VARCHAR ELSE '*' END";
    private const string IsApart = "(regexp_full_match(o.product::VARCHAR, '[0-9]{2}[0-9A-Z]*[A-Z][0-9A-Z]*|9[89][0-9]{6}') AND length(o.product) = 8)";
    private const string SumOfProducts = $"CASE WHEN {IsApart} THEN o.product::VARCHAR ELSE '*' END";

    /// <summary>The SELECT; its columns are those of <see cref="QueryRow"/>, with the period as first day and length.</summary>
    internal static string Write(TradeQuery query)
    {
        var by = query.By;
        var reporter = Column(by.HasFlag(QueryDimensions.Reporter), query.Reporters.Count > 0, "r.name", "o.reporter", "'*'");
        var partner = Column(by.HasFlag(QueryDimensions.Partner), query.Partners.Count > 0, "s.name", "o.partner", SumOfNamed);
        var product = Column(by.HasFlag(QueryDimensions.Product), query.Products.Count > 0, "o.product", "o.product", SumOfProducts);
        var (period, months) = PeriodColumns(by);
        return
            $"""
            SELECT {reporter} AS reporter, {partner} AS partner, {product} AS product, o.flow AS flow, {period} AS period, {months} AS months,
                   sum(o.value) AS value, o.currency AS currency, sum(o.quantity_kg) AS quantity_kg,
                   CASE WHEN count(DISTINCT nullif(o.suppl_unit, '')) <= 1 THEN sum(o.quantity_suppl) END AS quantity_suppl,
                   coalesce(max(o.suppl_unit), '') AS suppl_unit, bit_or(o.flags) AS flags,
                   max(o.period) AS last_period, max(o.months) AS last_months,
                   {Count(by.HasFlag(QueryDimensions.Reporter), query.Reporters.Count > 0, "o.reporter")} AS reporters, {Count(by.HasFlag(QueryDimensions.Partner), query.Partners.Count > 0, "o.partner")} AS partners,
                   {Count(by.HasFlag(QueryDimensions.Product), query.Products.Count > 0, "o.product")} AS products, string_agg(DISTINCT o.release, ' ' ORDER BY o.release) AS releases
            FROM visible o
            {Join(query.Reporters.Count > 0, "wanted_reporter r", "r.code = o.reporter")}
            {Join(query.Partners.Count > 0, "wanted_partner s", "s.code = o.partner")}
            {Join(query.Products.Count > 0, "wanted_product p", "p.code = o.product")}
            WHERE ($months = 0 OR o.months = $months) AND ($flow = 0 OR o.flow = $flow)
              AND o.period >= $from AND o.period <= $to
              {(query.Reporters.Count == 0 && !by.HasFlag(QueryDimensions.Reporter) ? "AND length(o.reporter) = 2" : "")}
              {(query.Partners.Count == 0 && !by.HasFlag(QueryDimensions.Partner) ? "AND length(o.partner) = 2" : "")}
              {(query.Products.Count == 0 && !by.HasFlag(QueryDimensions.Product) ? $"AND (regexp_full_match(o.product::VARCHAR, '[0-9]{{8}}') OR {IsApart})" : "")}
            GROUP BY ALL ORDER BY reporter, partner, product, flow, period
            """;
    }

    /// <summary>The SELECT of the records themselves; its columns are those of <see cref="TradeRecord"/>, with the period as first day and length.</summary>
    internal static string WriteRecords(TradeQuery query) =>
        $"""
        SELECT o.release, o.reporter::VARCHAR, o.partner::VARCHAR, o.product::VARCHAR, o.flow, o.period, o.months, o.value, o.currency, o.quantity_kg,
               o.quantity_suppl, coalesce(o.suppl_unit::VARCHAR, ''), coalesce(o.trade_type::VARCHAR, ''), coalesce(o.procedure::VARCHAR, ''), o.flags
        FROM visible o
        {Join(query.Reporters.Count > 0, "wanted_reporter r", "r.code = o.reporter")}
        {Join(query.Partners.Count > 0, "wanted_partner s", "s.code = o.partner")}
        {Join(query.Products.Count > 0, "wanted_product p", "p.code = o.product")}
        WHERE ($months = 0 OR o.months = $months) AND ($flow = 0 OR o.flow = $flow) AND o.period >= $from AND o.period <= $to
        ORDER BY 2, 3, 4, 5, 6, 7, 1, 13, 14, 8 NULLS FIRST, 10 NULLS FIRST, 11 NULLS FIRST, 12, 15
        """;

    /// <summary>Makes a table of codes and the names that they are shown under.</summary>
    internal static void CreateNames(DuckDBConnection connection, string table, IEnumerable<(string Code, string Name)> names)
    {
        connection.Run($"CREATE TEMP TABLE {table} (code VARCHAR, name VARCHAR)");
        using var appender = connection.CreateAppender(table);
        foreach (var (code, name) in names)
        {
            appender.CreateRow().AppendValue(code).AppendValue(name).EndRow();
        }
    }

    internal static void Bind(DuckDBCommand command, TradeQuery query)
    {
        command.Parameters.Add(new DuckDBParameter("months", query.Months));
        command.Parameters.Add(new DuckDBParameter("flow", (int)query.Flow));
        command.Parameters.Add(new DuckDBParameter("from", (query.From ?? Month.Of(1, 1)).FirstDay));
        command.Parameters.Add(new DuckDBParameter("to", (query.To ?? Month.Of(9998, 12)).FirstDay));
    }

    private static (string First, string Months) PeriodColumns(QueryDimensions by) =>
        by.HasFlag(QueryDimensions.Month) ? ("o.period", "o.months")
        : by.HasFlag(QueryDimensions.Year) ? ("date_trunc('year', o.period)::DATE", "12::UTINYINT")
        : ("min(o.period)", "0::UTINYINT");

    private static string Column(bool kept, bool named, string name, string code, string sum) => (kept, named) switch
    {
        (false, true) => "'*'",
        (false, false) => sum,
        (true, true) => name,
        _ => code,
    };

    // What is kept apart under its own code needs no counting; a group has many codes under one name.
    private static string Count(bool kept, bool named, string code) => kept && !named ? "1::BIGINT" : $"count(DISTINCT {code})";

    private static string Join(bool wanted, string table, string condition) => wanted ? $"JOIN {table} ON {condition}" : "";
}
