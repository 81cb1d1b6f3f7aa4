using Microsoft.Data.Sqlite;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Files;

/// <summary>
/// A log in an SQLite database. Entries are only added. A commit is on the disk when it returns: write-ahead log, synchronous full.
/// Every failure of the database is an <see cref="OutsideException"/> <c>LED-0020</c>. One thread at a time.
/// </summary>
internal sealed class LogFile : IDisposable
{
    // "PLIM", so that tools can tell the file from other databases.
    private const int ApplicationId = 0x504C494D;
    private const int Version = 1;

    private const string Schema =
        """
        CREATE TABLE log (origin TEXT NOT NULL) STRICT;
        CREATE TABLE entry (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
        CREATE INDEX entry_kind ON entry (kind);
        CREATE TABLE hash (level INTEGER NOT NULL, n INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, n)) STRICT, WITHOUT ROWID;
        CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
        """;

    private readonly SqliteConnection connection;
    private SqliteTransaction? transaction;

    private LogFile(SqliteConnection connection) => this.connection = connection;

    /// <summary>
    /// A new database in a folder that is there. Nothing is in it before the first <see cref="Commit"/>: a process that dies earlier
    /// leaves a file that <see cref="IsLog"/> does not take for a log.
    /// </summary>
    internal static LogFile Create(FileInfo file, string origin) => Guarded(() =>
    {
        var log = new LogFile(Connect(file, SqliteOpenMode.ReadWriteCreate));
        log.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; PRAGMA journal_mode = WAL;");
        log.Begin();
        log.Run(Schema);
        log.Run("INSERT INTO log (origin) VALUES ($origin)", ("$origin", origin));
        return log;
    });

    /// <summary>True when the file holds a log, however damaged.</summary>
    internal static bool IsLog(FileInfo file) => file.Exists && Guarded(() =>
    {
        using var log = new LogFile(Connect(file, SqliteOpenMode.ReadWrite));
        return log.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'log'") == 1;
    });

    /// <summary>An existing database.</summary>
    internal static LogFile Open(FileInfo file) => Guarded(() =>
    {
        var log = new LogFile(Connect(file, SqliteOpenMode.ReadWrite));
        if (log.Scalar("PRAGMA application_id") == ApplicationId && log.Scalar("PRAGMA user_version") == Version)
        {
            return log;
        }

        log.Dispose();
        throw new OutsideException("LED-0020", $"{file.FullName} is no ledger of this version.", retriable: false);
    });

    /// <summary>Name of the log.</summary>
    internal string Origin() => Guarded(() => Read("SELECT origin FROM log", row => row.GetString(0)).Single());

    /// <summary>Entries, counted by the largest index.</summary>
    internal long Size() => Scalar("SELECT coalesce(max(n) + 1, 0) FROM entry");

    /// <summary>Begins to write; other writers wait. Ends with <see cref="Commit"/> or <see cref="Rollback"/>.</summary>
    internal void Begin() => Guarded(() => transaction ??= connection.BeginTransaction(deferred: false));

    /// <summary>Begins to read one state, whatever others write meanwhile. Ends with <see cref="Rollback"/>.</summary>
    internal void BeginReading() => Guarded(() => transaction = connection.BeginTransaction(deferred: true));

    internal void Commit() => Guarded(() =>
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
        return true;
    });

    internal void Rollback()
    {
        transaction?.Dispose();
        transaction = null;
    }

    /// <summary>Adds entries and the hashes that they complete.</summary>
    internal void Add(IReadOnlyList<Entry> entries, Frontier frontier) => Guarded(() =>
    {
        using var entry = Command("INSERT INTO entry (n, kind, bytes) VALUES ($n, $kind, $bytes)", ("$n", 0L), ("$kind", ""), ("$bytes", Array.Empty<byte>()));
        using var hash = Command("INSERT INTO hash (level, n, hash) VALUES ($level, $n, $hash)", ("$level", 0), ("$n", 0L), ("$hash", Array.Empty<byte>()));
        foreach (var added in entries)
        {
            (entry.Parameters[0].Value, entry.Parameters[1].Value, entry.Parameters[2].Value) = (added.Index, added.Kind.Text(), added.Bytes.ToArray());
            entry.ExecuteNonQuery();
            frontier.Add(added.Hash(), (height, position, value) =>
            {
                if (height % Tile.Height == 0)
                {
                    (hash.Parameters[0].Value, hash.Parameters[1].Value, hash.Parameters[2].Value) = (height / Tile.Height, position, value.ToArray());
                    hash.ExecuteNonQuery();
                }
            });
        }

        return true;
    });

    internal void AddCheckpoint(long size, string note) => Run("INSERT INTO checkpoint (size, note) VALUES ($size, $note)", ("$size", size), ("$note", note));

    /// <summary>All checkpoints, by size. A new one comes with each commit.</summary>
    internal IEnumerable<(long Size, string Note)> Checkpoints() =>
        Read("SELECT size, note FROM checkpoint ORDER BY size", row => (row.GetInt64(0), row.GetString(1)));

    /// <summary>Null when there is none of that size; without a size the largest.</summary>
    internal string? Checkpoint(long? size = null) => size is { } wanted
        ? Read("SELECT note FROM checkpoint WHERE size = $size", row => row.GetString(0), ("$size", wanted)).FirstOrDefault()
        : Read("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1", row => row.GetString(0)).FirstOrDefault();

    /// <summary>Entries from one index on, in order.</summary>
    internal IEnumerable<StoredEntry> Entries(long from = 0, long count = long.MaxValue) => Read(
        "SELECT e.n, kind, bytes, hash FROM entry AS e LEFT JOIN hash AS h ON h.level = 0 AND h.n = e.n WHERE e.n >= $from AND e.n < $to ORDER BY e.n",
        row => new StoredEntry(row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(2), HashIn(row)),
        ("$from", from),
        ("$to", count > long.MaxValue - from ? long.MaxValue : from + count));

    /// <summary>Entries of some kinds below an index, in order.</summary>
    internal IEnumerable<byte[]> Entries(IReadOnlyList<EntryKind> kinds, long below)
    {
        var names = kinds.Select((kind, i) => ($"$kind{i}", (object)kind.Text())).ToList();
        return Read(
            $"SELECT bytes FROM entry WHERE kind IN ({string.Join(',', names.Select(name => name.Item1))}) AND n < $below ORDER BY n",
            row => row.GetFieldValue<byte[]>(0),
            [.. names, ("$below", below)]);
    }

    /// <summary>Hashes of a level of tiles, one after the other; fewer bytes than asked for when some are missing or damaged.</summary>
    internal byte[] Hashes(int level, long from, int count)
    {
        var hashes = new byte[count * TreeHash.Length];
        var written = 0;
        foreach (var hash in Read("SELECT hash FROM hash WHERE level = $level AND n >= $from AND n < $from + $count ORDER BY n", row => row.GetFieldValue<byte[]>(0), ("$level", level), ("$from", from), ("$count", count)))
        {
            if (hash.Length == TreeHash.Length)
            {
                hash.CopyTo(hashes, written);
                written += hash.Length;
            }
        }

        return written == hashes.Length ? hashes : hashes[..written];
    }

    /// <summary>Stored hashes, of all levels.</summary>
    internal long HashCount() => Scalar("SELECT count(*) FROM hash");

    /// <summary>What SQLite finds wrong with the file itself; null when nothing.</summary>
    internal string? Damage() => Read("PRAGMA integrity_check(1)", row => row.GetString(0)).First() is var found && found is "ok" ? null : found;

    /// <inheritdoc/>
    public void Dispose()
    {
        Rollback();
        connection.Dispose();
    }

    private static SqliteConnection Connect(FileInfo file, SqliteOpenMode mode)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file.FullName, Mode = mode, Pooling = false }.ToString());
        opened.Open();
        using var pragma = opened.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;";
        pragma.ExecuteNonQuery();
        return opened;
    }

    private static T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException failure)
        {
            throw Outside(failure);
        }
        catch (Exception broken) when (broken is InvalidCastException or InvalidOperationException)
        {
            // A value of another type than the tables allow, or a row that has to be there and is not.
            throw new OutsideException("LED-0020", $"The database of the ledger is not as it was written: {broken.Message}", retriable: false, broken);
        }
    }

    private static TreeHash? HashIn(SqliteDataReader row) =>
        !row.IsDBNull(3) && row.GetFieldValue<byte[]>(3) is { Length: TreeHash.Length } hash ? new TreeHash(hash) : null;

    // 5 and 6: another process holds the database.
    private static OutsideException Outside(SqliteException failure) =>
        new("LED-0020", $"The database of the ledger fails: {failure.Message}", retriable: failure.SqliteErrorCode is 5 or 6, failure);

    private long Scalar(string sql) => Read(sql, row => row.GetInt64(0)).First();

    private void Run(string sql, params (string Name, object Value)[] parameters) => Guarded(() =>
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    });

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Every text is one of this file; what comes from outside is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private IEnumerable<T> Read<T>(string sql, Func<SqliteDataReader, T> convert, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = Guarded(command.ExecuteReader);
        while (Guarded(reader.Read))
        {
            yield return Guarded(() => convert(reader));
        }
    }
}
