using DuckDB.NET.Data;

namespace Plimsoll.Store.Parquet;

/// <summary>Opens the embedded SQL engine in memory, shut off from the network and from extensions.</summary>
internal static class EngineConnection
{
    internal static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        connection.Run("SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET memory_limit='1200MB'");
        return connection;
    }

    internal static void Run(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A path as an SQL string: the only text that cannot be a parameter of COPY and read_parquet.</summary>
    internal static string Quoted(this FileInfo file) => $"'{file.FullName.Replace("'", "''", StringComparison.Ordinal)}'";
}
