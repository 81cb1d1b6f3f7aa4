using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Plimsoll.Bench.Rivals;

/// <summary>The same bytes as plain rows of SQLite: no signature, no tree. With the same settings for the disk.</summary>
internal sealed class SqliteRows(byte[][] entries) : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("plimsoll-bench-rows-");
    private int databases;
    private string filled = "";

    /// <summary>Inserts all rows, as many in one transaction as the ledger takes in a batch.</summary>
    public string Insert(int batch)
    {
        var file = Path.Combine(root.FullName, string.Create(CultureInfo.InvariantCulture, $"{databases++}.sqlite"));
        using var connection = Open(file);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO entry (n, bytes) VALUES ($n, $bytes)";
        var (n, bytes) = (insert.Parameters.Add("$n", SqliteType.Integer), insert.Parameters.Add("$bytes", SqliteType.Blob));
        for (var start = 0; start < entries.Length; start += batch)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = start; i < Math.Min(start + batch, entries.Length); i++)
            {
                (n.Value, bytes.Value) = (i, entries[i]);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        filled = file;
        return string.Create(CultureInfo.InvariantCulture, $"{entries.Length} rows");
    }

    /// <summary>Reads the rows of the last insertion back and hashes each: no verifier can do less.</summary>
    public string ReadAndHash()
    {
        using var connection = Open(filled);
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT bytes FROM entry ORDER BY n";
        using var reader = select.ExecuteReader();
        var rows = 0;
        Span<byte> hash = stackalloc byte[32];
        while (reader.Read())
        {
            SHA256.HashData(reader.GetFieldValue<byte[]>(0), hash);
            rows++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{rows} rows");
    }

    /// <inheritdoc/>
    public void Dispose() => root.Delete(recursive: true);

    private static SqliteConnection Open(string file)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        opened.Open();
        using var settings = opened.CreateCommand();
        settings.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS entry (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT";
        settings.ExecuteNonQuery();
        return opened;
    }
}
