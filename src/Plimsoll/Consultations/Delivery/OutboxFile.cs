using Microsoft.Data.Sqlite;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Delivery;

/// <summary>
/// The database of notices in a store. A commit is on the disk when it returns. Several processes may have it open; writers take turns,
/// and threads of one process too. Every failure is an <see cref="OutsideException"/> <c>NTC-0020</c>.
/// </summary>
internal sealed class OutboxFile : IDisposable
{
    // "PLIN", so that tools can tell the file from other databases.
    private const int ApplicationId = 0x504C494E;
    private const int Version = 1;

    private const string Schema =
        """
        CREATE TABLE notice (n INTEGER PRIMARY KEY, list TEXT NOT NULL, id TEXT NOT NULL, line TEXT NOT NULL, body TEXT NOT NULL, muted TEXT, UNIQUE (list, id)) STRICT;
        CREATE TABLE delivery (
          n INTEGER PRIMARY KEY, receiver TEXT NOT NULL, notice INTEGER NOT NULL REFERENCES notice (n), state TEXT NOT NULL, attempts INTEGER NOT NULL,
          since INTEGER, due INTEGER NOT NULL, batch TEXT, said TEXT NOT NULL, UNIQUE (receiver, notice)) STRICT;
        CREATE INDEX delivery_state ON delivery (receiver, state, n);
        CREATE TABLE sight (list TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
        CREATE TABLE mute (pattern TEXT PRIMARY KEY, reason TEXT NOT NULL, until TEXT NOT NULL, at TEXT NOT NULL) STRICT;
        CREATE TABLE lease (name TEXT PRIMARY KEY, owner TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
        """;

    private readonly SqliteConnection connection;
    private readonly Lock turn = new();
    private SqliteTransaction? transaction;

    private OutboxFile(SqliteConnection connection) => this.connection = connection;

    /// <summary>The database of a file, which is made when it is not there.</summary>
    internal static OutboxFile Open(FileInfo file) => Guarded(() =>
    {
        file.Directory!.Create();
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file.FullName, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        opened.Open();
        var outbox = new OutboxFile(opened);
        outbox.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;");
        outbox.Within(() =>
        {
            if (outbox.Number("SELECT count(*) FROM sqlite_schema") == 0)
            {
                outbox.Run(Schema);
                outbox.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
            }

            return true;
        });
        if (outbox.Number("PRAGMA application_id") == ApplicationId && outbox.Number("PRAGMA user_version") == Version)
        {
            return outbox;
        }

        outbox.Dispose();
        throw new OutsideException("NTC-0020", $"{file.FullName} is no outbox of this version.", retriable: false);
    });

    /// <summary>All of it or nothing. Other writers wait.</summary>
    internal T Within<T>(Func<T> action)
    {
        lock (turn)
        {
            return Guarded(() =>
            {
                using var begun = connection.BeginTransaction(deferred: false);
                transaction = begun;
                try
                {
                    var result = action();
                    begun.Commit();
                    return result;
                }
                finally
                {
                    transaction = null;
                }
            });
        }
    }

    /// <summary>Changes rows; how many.</summary>
    internal int Run(string sql, params (string Name, object? Value)[] parameters)
    {
        lock (turn)
        {
            return Guarded(() =>
            {
                using var command = Command(sql, parameters);
                return command.ExecuteNonQuery();
            });
        }
    }

    /// <summary>Rows, all read at once.</summary>
    internal List<T> Read<T>(string sql, Func<SqliteDataReader, T> convert, params (string Name, object? Value)[] parameters)
    {
        lock (turn)
        {
            return Guarded(() =>
            {
                using var command = Command(sql, parameters);
                using var reader = command.ExecuteReader();
                var rows = new List<T>();
                while (reader.Read())
                {
                    rows.Add(convert(reader));
                }

                return rows;
            });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private static T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException failure)
        {
            // 5 and 6: another process holds the database.
            throw new OutsideException("NTC-0020", $"The outbox fails: {failure.Message}", retriable: failure.SqliteErrorCode is 5 or 6, failure);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or InvalidCastException or System.Text.Json.JsonException)
        {
            throw new OutsideException("NTC-0020", $"The outbox is not as it was written: {failure.Message}", retriable: false, failure);
        }
    }

    private long Number(string sql) => Read(sql, row => row.GetInt64(0))[0];

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Every text is one of this folder; what comes from outside is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
