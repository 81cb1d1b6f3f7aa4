using DuckDB.NET.Data;
using Plimsoll.Sources;
using Plimsoll.Store.Parquet;
using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>Answers a question with the SQL engine over the Parquet files.</summary>
internal sealed class QueryRun
{
    private const string Stored = "stored";
    private readonly TradeStore store;
    private readonly Catalogue catalogue;
    private readonly TradeQuery query;
    private readonly IReadOnlyList<Release> releases;
    private readonly IReadOnlyList<Period> periods;
    private readonly HashSet<Period> whole;

    internal QueryRun(TradeStore store, Catalogue catalogue, TradeQuery asked)
    {
        this.store = store;
        this.catalogue = catalogue;
        releases = [.. store.Releases(asked.AsOf).Where(r => string.Equals(r.Source, asked.Source, StringComparison.Ordinal))];
        periods = [.. releases.SelectMany(r => r.Scope.Periods).Distinct().Where(p => (asked.Months == 0 || asked.Months == p.Months) && !(p.Start < asked.From) && !(p.Start > asked.To))];
        whole = [.. releases.Where(r => r.Scope is { Whole: true, Exhaustive: true }).SelectMany(r => r.Scope.Periods)];

        // A code that is named twice is one code, and any length is the only one where there is one.
        query = asked with
        {
            Reporters = [.. asked.Reporters.Distinct(StringComparer.Ordinal)],
            Partners = [.. asked.Partners.Distinct(StringComparer.Ordinal)],
            Products = [.. asked.Products.Distinct(StringComparer.Ordinal)],
            Months = periods.Select(p => p.Months).Distinct().ToList() is [var only] ? only : asked.Months,
        };
    }

    internal Parsed<IReadOnlyList<QueryRow>> Rows()
    {
        if (Additivity.Check(query, periods) is { } twice)
        {
            return twice;
        }

        using var connection = EngineConnection.Open();
        if (!Prepare(connection, Members(query.Reporters, s => s.Reporters), Members(query.Partners, s => s.Partners)))
        {
            return Array.Empty<QueryRow>();
        }

        using var command = connection.CreateCommand();
        command.CommandText = QueryStatement.Write(query);
        QueryStatement.Bind(command, query);
        using var reader = command.ExecuteReader();
        var rows = new List<QueryRow>();
        while (reader.Read())
        {
            rows.Add(Row(reader));
        }

        return Completeness.Check(rows, store, query).Select(WithExtent).Select(Named).ToList();
    }

    /// <summary>The records behind the answer, in an order that hangs on their contents alone.</summary>
    internal IReadOnlyList<TradeRecord> Records()
    {
        using var connection = EngineConnection.Open();
        if (!Prepare(connection, query.Reporters.Select(r => (r, r)), query.Partners.Select(p => (p, p))))
        {
            return [];
        }

        using var command = connection.CreateCommand();
        command.CommandText = QueryStatement.WriteRecords(query);
        QueryStatement.Bind(command, query);
        using var reader = command.ExecuteReader();
        var records = new List<TradeRecord>();
        while (reader.Read())
        {
            records.Add(Record(reader));
        }

        return records;
    }

    // A sum of everything says so when it is only everything that the store has.
    private QueryRow WithExtent(QueryRow row)
    {
        static bool OverAll(string shown, IReadOnlyList<string> asked) => shown == "*" && asked.Count == 0;
        var overAll = OverAll(row.Reporter, query.Reporters) || OverAll(row.Partner, query.Partners) || OverAll(row.Product, query.Products);
        var known = whole.Where(p => p.Start >= row.Period.Start && p.End <= row.Period.End && (query.Months == 0 || p.Months == query.Months)).Sum(p => p.Months);
        return overAll && row.Flags != Completeness.Partial && known < row.Period.Months ? row with { Flags = row.Flags.Length == 0 ? Stored : $"{row.Flags} {Stored}" } : row;
    }

    // A dimension that was summed over reads as what was asked for, or as * when that is everything.
    private QueryRow Named(QueryRow row)
    {
        static string Name(string shown, IReadOnlyList<string> asked) => shown == "*" && asked.Count > 0 ? string.Join('+', asked) : shown;
        return row with
        {
            Reporter = Name(row.Reporter, query.Reporters),
            Partner = Name(row.Partner, query.Partners),
            Product = Name(row.Product, query.Products),
        };
    }

    private bool Prepare(DuckDBConnection connection, IEnumerable<(string Code, string Name)> reporters, IEnumerable<(string Code, string Name)> partners)
    {
        if (!VisibleRows.Create(connection, catalogue, releases))
        {
            return false;
        }

        QueryStatement.CreateNames(connection, "wanted_reporter", reporters);
        QueryStatement.CreateNames(connection, "wanted_partner", partners);
        QueryStatement.CreateNames(connection, "wanted_product", query.Products.Select(p => (p, p)));
        return true;
    }

    private IEnumerable<(string Code, string Name)> Members(IReadOnlyList<string> names, Func<ReleaseScope, IReadOnlyList<string>> listed) =>
        from name in names
        from member in GroupMembers.Of(Country.Parse(name).Value, c => releases.Any(r => r.Scope.Whole ? !c.IsAggregate : listed(r.Scope).Holds(c.Code)))
        select (member.Code, name);

    private static TradeRecord Record(DuckDBDataReader reader)
    {
        decimal? Amount(int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
        return new TradeRecord(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetString(2),
            reader.GetString(3),
            (Flow)reader.GetByte(4),
            new Period(Month.Of(reader.GetFieldValue<DateOnly>(5)), reader.GetByte(6)),
            Amount(7),
            reader.GetString(8),
            Amount(9),
            Amount(10),
            reader.GetString(11),
            reader.GetString(12),
            reader.GetString(13),
            FlagText.Write((ObservationFlags)reader.GetByte(14)));
    }

    private static QueryRow Row(DuckDBDataReader reader)
    {
        decimal? Amount(int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
        var first = Month.Of(reader.GetFieldValue<DateOnly>(4));
        var months = (int)reader.GetByte(5);
        var end = Month.Of(reader.GetFieldValue<DateOnly>(12)).Plus(reader.GetByte(13) - 1);
        var flags = (ObservationFlags)reader.GetByte(11);
        var period = new Period(first, months == 0 ? end.Index - first.Index + 1 : months);
        return new QueryRow(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetString(2),
            (Flow)reader.GetByte(3),
            period,
            Amount(6),
            reader.GetString(7),
            Amount(8),
            Amount(9),
            reader.GetString(10),
            FlagText.Write(flags))
        {
            Reporters = reader.GetInt64(14),
            Partners = reader.GetInt64(15),
            Products = reader.GetInt64(16),
            Releases = reader.GetString(17).Split(' '),
        };
    }
}
