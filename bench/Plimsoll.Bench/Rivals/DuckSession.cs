using System.Globalization;
using DuckDB.NET.Data;

namespace Plimsoll.Bench.Rivals;

/// <summary>The embedded SQL engine as anyone would use it: two threads, in memory, no network.</summary>
internal sealed class DuckSession : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    public DuckSession(bool keepOrder)
    {
        connection.Open();
        Run($"SET threads=2; SET preserve_insertion_order={keepOrder}; SET autoinstall_known_extensions=false; SET autoload_known_extensions=false");
    }

    /// <summary>A path or code as a literal.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first row of an answer.</summary>
    public string[] Row(string sql) => Rows(sql).First();

    /// <summary>An answer row by row.</summary>
    public IEnumerable<string[]> Rows(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")];
        }
    }

    public void Dispose() => connection.Dispose();
}
