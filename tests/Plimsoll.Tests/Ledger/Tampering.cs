using System.Text.Json;
using Microsoft.Data.Sqlite;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Tests.Ledger;

/// <summary>What somebody can do to a log who has the disk but not the key: everything in the database is open to him.</summary>
/// <param name="database">Path of the log's database.</param>
/// <param name="forger">A key of the right name that was never introduced.</param>
internal sealed class Tampering(string database, SigningKey forger) : IDisposable
{
    private readonly SqliteConnection connection = Open(database);

    public void Dispose() => connection.Dispose();

    internal void Write(long index, byte[] bytes) => Run("UPDATE entry SET bytes = $bytes WHERE n = $n", ("$n", index), ("$bytes", bytes));

    internal void Drop(long index, bool closeUp)
    {
        Run("DELETE FROM entry WHERE n = $n; DELETE FROM hash WHERE level = 0 AND n = $n", ("$n", index));
        if (closeUp)
        {
            Shift(index + 1, -1);
        }
    }

    internal void Swap(long one, long other) => Run(
        "UPDATE entry SET n = -1 WHERE n = $a; UPDATE entry SET n = $a WHERE n = $b; UPDATE entry SET n = $b WHERE n = -1;" +
        "UPDATE hash SET n = -1 WHERE level = 0 AND n = $a; UPDATE hash SET n = $a WHERE level = 0 AND n = $b; UPDATE hash SET n = $b WHERE level = 0 AND n = -1;",
        ("$a", one),
        ("$b", other));

    internal void Duplicate(long index)
    {
        Shift(index + 1, 1);
        Run("INSERT INTO entry SELECT n + 1, kind, bytes FROM entry WHERE n = $n; INSERT INTO hash SELECT level, n + 1, hash FROM hash WHERE level = 0 AND n = $n", ("$n", index));
    }

    /// <summary>Takes the end away, with the checkpoints that speak of it.</summary>
    internal void Truncate(long size) => Run(
        "DELETE FROM entry WHERE n >= $n; DELETE FROM hash WHERE level = 0 AND n >= $n; DELETE FROM hash WHERE level > 0 AND (n + 1) * 256 > $n; DELETE FROM checkpoint WHERE size > $n",
        ("$n", size));

    /// <summary>The same entry with another text, signed by a key that is not the log's. With <paramref name="disguised"/> it names the true author.</summary>
    internal void Forge(long index, bool disguised)
    {
        var entry = Entries().Single(e => e.Index == index);
        var draft = new EntryDraft(entry.Kind, JsonElement.Parse("""{"text":"never said"}"""));
        var forged = Entry.Sign(forger, index, entry.At, draft).Value.ToString();
        Write(index, System.Text.Encoding.UTF8.GetBytes(disguised ? forged.Replace(forger.Verifier.Id, entry.Author, StringComparison.Ordinal) : forged));
    }

    /// <summary>One more entry at the end, signed by a key that is not the log's.</summary>
    internal void Extend() => Extend(forger, new EntryDraft(EntryKind.CaseClosed, JsonElement.Parse("{}")));

    /// <summary>One more entry at the end, signed by a key that somebody has.</summary>
    internal void Extend(SigningKey by, EntryDraft draft)
    {
        var last = Entries().Last();
        var added = Entry.Sign(by, last.Index + 1, last.At, draft).Value;
        Run("INSERT INTO entry VALUES ($n, $kind, $bytes)", ("$n", added.Index), ("$kind", added.Kind.Text()), ("$bytes", added.Bytes.ToArray()));
    }

    /// <summary>The whole log anew under the forger's key, checkpoints included: in itself it is without fault.</summary>
    internal void Rewrite()
    {
        var entries = Entries().Where(e => !e.Kind.IsAboutKeys()).ToList();
        Run("DELETE FROM entry; DELETE FROM checkpoint");
        var first = Entry.Sign(forger, 0, PartyLogReference.Start, KeyRing.Introduction(forger, 0)).Value;
        foreach (var entry in entries.Select((e, i) => Entry.Sign(forger, i + 1, e.At, new EntryDraft(e.Kind, e.Body)).Value).Prepend(first))
        {
            Run("INSERT INTO entry VALUES ($n, $kind, $bytes)", ("$n", entry.Index), ("$kind", entry.Kind.Text()), ("$bytes", entry.Bytes.ToArray()));
        }

        RepairTree();
        Sign();
    }

    /// <summary>Makes the stored hashes those of the entries as they are now.</summary>
    internal void RepairTree()
    {
        Run("DELETE FROM hash");
        var frontier = new Frontier();
        foreach (var bytes in Raw())
        {
            frontier.Add(TreeHash.OfLeaf(bytes), (height, position, hash) =>
            {
                if (height % 8 == 0)
                {
                    Run("INSERT INTO hash VALUES ($level, $n, $hash)", ("$level", height / 8), ("$n", position), ("$hash", hash.ToArray()));
                }
            });
        }
    }

    /// <summary>Puts a checkpoint over the log as it is now, signed by a key that is not the log's.</summary>
    internal string Sign()
    {
        var frontier = new Frontier();
        Raw().ForEach(bytes => frontier.Add(TreeHash.OfLeaf(bytes)));
        var note = new Checkpoint(PartyLogReference.Origin, frontier.Size, frontier.Root()).Sign(forger).ToString();
        Run("INSERT OR REPLACE INTO checkpoint VALUES ($size, $note)", ("$size", frontier.Size), ("$note", note));
        return note;
    }

    internal void Run(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    internal List<byte[]> Raw()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT bytes FROM entry ORDER BY n";
        using var reader = command.ExecuteReader();
        var all = new List<byte[]>();
        while (reader.Read())
        {
            all.Add(reader.GetFieldValue<byte[]>(0));
        }

        return all;
    }

    private static SqliteConnection Open(string path)
    {
        var opened = new SqliteConnection($"Data Source={path};Pooling=False");
        opened.Open();
        using var fast = opened.CreateCommand();
        fast.CommandText = "PRAGMA synchronous = OFF";
        fast.ExecuteNonQuery();
        return opened;
    }

    private IEnumerable<Entry> Entries() => Raw().Select(bytes => Entry.Parse(bytes).Value);

    // By way of negative numbers, so that no two rows ever share one.
    private void Shift(long from, long by) => Run(
        "UPDATE entry SET n = -1 - n WHERE n >= $from; UPDATE entry SET n = -1 - n + $by WHERE n < 0;" +
        "UPDATE hash SET n = -1 - n WHERE level = 0 AND n >= $from; UPDATE hash SET n = -1 - n + $by WHERE level = 0 AND n < 0;",
        ("$from", from),
        ("$by", by));
}
