using DuckDB.NET.Data;
using Plimsoll.Sources;
using Plimsoll.Store.Parquet;
using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>Answers a question with the SQL engine over the Parquet files.</summary>
internal sealed class QueryRun(TradeStore store, Catalogue catalogue, TradeQuery query)
{
    private readonly IReadOnlyList<Release> releases =
        [.. store.Releases(query.AsOf).Where(r => string.Equals(r.Source, query.Source, StringComparison.Ordinal))];

    internal IReadOnlyList<QueryRow> Rows()
    {
        using var connection = EngineConnection.Open();
        if (!Prepare(connection, Members(query.Reporters, s => s.Reporters), Members(query.Partners, s => s.Partners)))
        {
            return [];
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

        return [.. Completeness.Check(rows, store, query).Select(Named)];
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
            FlagText.Write(flags));
    }
}
