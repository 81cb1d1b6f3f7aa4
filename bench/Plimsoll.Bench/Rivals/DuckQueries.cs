using System.Numerics;
using System.Globalization;

namespace Plimsoll.Bench.Rivals;

/// <summary>
/// Two of Plimsoll's indicators as plain SQL over the months of a folder. Every product code counts, masked ones and TOTAL too,
/// each by itself. Sums of money are exact; squares are exact (HUGEINT), or DOUBLE where the name says so: faster, but the last
/// digits then depend on the order in which the threads add.
/// </summary>
internal sealed class DuckQueries(string folder, IReadOnlyList<int> years)
{
    /// <summary>Concentration: the Herfindahl–Hirschman index of import partners for each product, reporter and year, in one query.</summary>
    public string Concentration() => Concentration([Months("*")], "DOUBLE");

    /// <summary>The same a year at a time: less memory, smaller hash tables.</summary>
    public string ConcentrationByYear() => Concentration(YearByYear(), "DOUBLE");

    /// <summary>The same with exact squares of thousandths, as Plimsoll has them.</summary>
    public string ExactConcentrationByYear() => Concentration(YearByYear(), "HUGEINT");

    /// <summary>Rolling balances: exports less imports over the twelve months up to each month in which a product and reporter traded.</summary>
    public string RollingBalance() => RollingBalance(["true"]);

    /// <summary>The same for five ranges of products in turn.</summary>
    public string RollingBalanceByProducts() => RollingBalance(
        ["product < '29'", "product >= '29' AND product < '52'", "product >= '52' AND product < '73'", "product >= '73' AND product < '85'", "product >= '85'"]);

    private static string Concentration(IEnumerable<string> parts, string type)
    {
        using var engine = new DuckSession(keepOrder: false);
        var cells = 0L;
        var sum = 0.0;
        foreach (var months in parts)
        {
            var row = engine.Row($"""
                WITH partners AS (
                    SELECT product, reporter, period // 100 AS year, partner, (sum(value_eur) * 1000)::{type} AS amount
                    FROM {months} WHERE flow = 1 GROUP BY ALL),
                cells AS (
                    SELECT product, reporter, year, sum(amount * amount) AS squares, sum(amount) AS total
                    FROM partners GROUP BY ALL HAVING sum(amount) > 0)
                SELECT count(*), sum(squares::DOUBLE / (total::DOUBLE * total::DOUBLE)) FROM cells
                """);
            cells += long.Parse(row[0], CultureInfo.InvariantCulture);
            sum += double.Parse(row[1], CultureInfo.InvariantCulture);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{cells} cells, mean {sum / cells:F9}");
    }

    private IEnumerable<string> YearByYear() => years.Select(year => Months($"{year.ToString(CultureInfo.InvariantCulture)}*"));

    private string RollingBalance(IEnumerable<string> conditions)
    {
        using var engine = new DuckSession(keepOrder: false);
        var cells = 0L;
        var sum = BigInteger.Zero;
        foreach (var condition in conditions)
        {
            var row = engine.Row($"""
                WITH months AS (
                    SELECT product, reporter, (period // 100) * 12 + period % 100 AS month,
                        sum(CASE flow WHEN 2 THEN value_eur ELSE -value_eur END) AS balance
                    FROM {Months("*")} WHERE {condition} GROUP BY ALL),
                rolling AS (
                    SELECT (sum(balance) OVER (
                        PARTITION BY product, reporter ORDER BY month RANGE BETWEEN 11 PRECEDING AND CURRENT ROW))::DECIMAL(38,3) AS balance
                    FROM months)
                SELECT count(*), (sum(balance) * 1000)::HUGEINT::VARCHAR FROM rolling
                """);
            cells += long.Parse(row[0], CultureInfo.InvariantCulture);
            sum += BigInteger.Parse(row[1], CultureInfo.InvariantCulture);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{cells} cells, sum {sum / 1000} EUR");
    }

    private string Months(string pattern) => $"read_parquet({DuckSession.Quote(Path.Combine(folder, $"{pattern}.parquet"))})";
}
