using System.Globalization;

namespace Plimsoll.Bench.Rivals;

/// <summary>
/// Plimsoll's sweeps as plain SQL over the very Parquet files of the store. Every product code counts, masked ones and TOTAL too, each
/// by itself. Money is exact; squares are exact (HUGEINT), or DOUBLE where the name says so: faster, but the last digits then depend on
/// the order in which the threads add.
/// </summary>
internal sealed class DuckQueries(StoredMonths months)
{
    /// <summary>Herfindahl–Hirschman index of import partners for each product, reporter and year, in one query.</summary>
    public string Concentration() => Concentration([months.All], "DOUBLE");

    /// <summary>The same a year at a time: less memory, smaller hash tables.</summary>
    public string ConcentrationByYear() => Concentration(months.ByYear, "DOUBLE");

    /// <summary>The same with exact squares of thousandths.</summary>
    public string ExactConcentrationByYear() => Concentration(months.ByYear, "HUGEINT");

    /// <summary>
    /// Exports less imports over twelve months for each product, reporter and month with trade: fewer months than Plimsoll gives, and
    /// windows that began before the first month.
    /// </summary>
    public string RollingOfTradedMonths() => Answer(
        $"""
        WITH {Balances}, rolling AS (
            SELECT (sum(balance) OVER (
                PARTITION BY product, reporter ORDER BY month RANGE BETWEEN 11 PRECEDING AND CURRENT ROW))::DECIMAL(38,3) AS balance
            FROM balances)
        SELECT count(*) FILTER (balance <> 0), sum(balance), sum(abs(balance)) FROM rolling
        """,
        "{0} cells, sum {1}, absolute {2}");

    /// <summary>The same for every month whose window is whole, traded or not.</summary>
    public string Rolling()
    {
        var windows = Enumerable.Range(months.First.Index + 11, months.Count - 11)
            .Select(last => string.Create(CultureInfo.InvariantCulture, $"coalesce(sum(balance) FILTER (month BETWEEN {last - 11} AND {last}), 0) AS w{last}"))
            .ToArray();
        var names = Enumerable.Range(months.First.Index + 11, windows.Length).Select(last => string.Create(CultureInfo.InvariantCulture, $"w{last}")).ToArray();
        string Total(Func<string, string> term) => string.Join(" + ", names.Select(term));
        return Answer(
            $"""
            WITH {Balances}, rolling AS (SELECT {string.Join(", ", windows)} FROM balances GROUP BY product, reporter)
            SELECT sum({Total(w => $"({w} <> 0)::INT")}), sum({Total(w => w)}), sum({Total(w => $"abs({w})")}) FROM rolling
            """,
            "{0} cells, sum {1}, absolute {2}");
    }

    /// <summary>Imports of the Union from China, product by product: the last twelve months against the twelve before.</summary>
    public string Surges(string china, IEnumerable<string> union)
    {
        var last = months.First.Index + months.Count - 1;
        var members = string.Join(',', union.Select(DuckSession.Quote));
        string Window(string column, int from, int to) => string.Create(
            CultureInfo.InvariantCulture, $"coalesce(sum({column}) FILTER (month BETWEEN {from} AND {to}), 0)");
        return Answer(
            $"""
            WITH trade AS (
                SELECT product, {MonthIndex} AS month, value, quantity_kg FROM {StoredMonths.Read(months.All)}
                WHERE flow = 1 AND partner = '{china}' AND reporter IN ({members})),
            windows AS (
                SELECT {Window("value", last - 11, last)} AS v, {Window("value", last - 23, last - 12)} AS v0,
                       {Window("quantity_kg", last - 11, last)} AS k, {Window("quantity_kg", last - 23, last - 12)} AS k0
                FROM trade GROUP BY product)
            SELECT count(*) FILTER (k0 > 0 AND k > 0 AND v0 > 0 AND k >= k0 * 1.25
                                    AND v::HUGEINT * k0::HUGEINT <= v0::HUGEINT * k::HUGEINT * 0.9 AND v * 7 / 365 >= 200000),
                   sum(v), sum(k0) FROM windows
            """,
            "{0} surges, value {1}, kilograms before {2}");
    }

    private const string MonthIndex = "year(period) * 12 + month(period) - 1";

    private string Balances =>
        $"""
        balances AS (
            SELECT product, reporter, {MonthIndex} AS month, sum(CASE flow WHEN 2 THEN value ELSE -value END) AS balance
            FROM {StoredMonths.Read(months.All)} GROUP BY ALL)
        """;

    private string Concentration(IEnumerable<IReadOnlyList<string>> parts, string type)
    {
        using var engine = new DuckSession(keepOrder: false);
        var cells = 0L;
        var sum = 0.0;
        foreach (var files in parts)
        {
            var row = engine.Row(
                $"""
                WITH cells AS ({ConcentrationCells(files, type)})
                SELECT count(*), sum(squares::DOUBLE / (total::DOUBLE * total::DOUBLE)) FROM cells
                """);
            cells += long.Parse(row[0], CultureInfo.InvariantCulture);
            sum += double.Parse(row[1], CultureInfo.InvariantCulture);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{cells} cells, mean {sum / cells:F9}");
    }

    /// <summary>One row for each cell: product, reporter, year, sum of squares in thousandths squared, sum in thousandths.</summary>
    internal string ConcentrationCells(IReadOnlyList<string> files, string type) =>
        $"""
        SELECT product, reporter, year, sum(amount * amount) AS squares, sum(amount) AS total
        FROM (SELECT product, reporter, year(period) AS year, partner, (sum(value) * 1000)::{type} AS amount
              FROM {StoredMonths.Read(files)} WHERE flow = 1 AND partner NOT IN ({months.Unnamed}) GROUP BY ALL)
        GROUP BY ALL HAVING sum(amount) > 0
        """;

    private static string Answer(string query, string form)
    {
        using var engine = new DuckSession(keepOrder: false);
        return string.Format(CultureInfo.InvariantCulture, form, [.. engine.Row(query)]);
    }
}
