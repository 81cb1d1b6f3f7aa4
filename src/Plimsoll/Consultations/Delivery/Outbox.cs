using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Plimsoll.Consultations.Notices;

namespace Plimsoll.Consultations.Delivery;

/// <summary>
/// The front door of delivery: what was noticed, and what of it still has to reach whom. A notice and its deliveries come in by one
/// transaction together with the look that found them, so that a process may die at any moment and nothing is lost or noticed twice.
/// </summary>
public sealed class Outbox : IDisposable
{
    private const string Day = "yyyy-MM-dd";
    private static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly OutboxFile file;
    private readonly TimeProvider time;

    /// <summary>The outbox of a store, which is made when it is not there.</summary>
    public Outbox(DirectoryInfo store, TimeProvider time)
    {
        file = OutboxFile.Open(DatabaseOf(store));
        this.time = time;
    }

    /// <summary>Where a store keeps its outbox, feeds and calendars.</summary>
    public static DirectoryInfo FolderOf(DirectoryInfo store) => new(Path.Combine(store.FullName, "notices"));

    /// <summary>True when somebody has looked in this store before.</summary>
    public static bool IsIn(DirectoryInfo store) => DatabaseOf(store).Exists;

    /// <summary>
    /// Takes the right to act for a watch-list, so that two processes do not act twice. Null when somebody else has it; it ends by itself
    /// after <paramref name="term"/> unless it is renewed.
    /// </summary>
    public Lease? Take(string name, string owner, TimeSpan term)
    {
        var lease = new Lease(file, time, name, owner, term);
        return lease.Renew() ? lease : null;
    }

    /// <summary>Who has the right to act, and until when; null when nobody has.</summary>
    public (string Owner, DateTimeOffset Until)? Holder(string name) => file
        .Read("SELECT owner, until FROM lease WHERE name = $name AND until > $now", row => ((string, DateTimeOffset)?)(row.GetString(0), Moment(row, 1)), ("$name", name), ("$now", Now))
        .FirstOrDefault();

    /// <summary>What a list saw last.</summary>
    public Sight Sight(string list) =>
        file.Read("SELECT body FROM sight WHERE list = $list", row => JsonSerializer.Deserialize<Sight>(row.GetString(0), Layout)!, ("$list", list)).FirstOrDefault() ?? Notices.Sight.None;

    /// <summary>
    /// Takes in what a look found: notices that are new, a delivery of each to every receiver, and the look itself. What is muted is kept
    /// and delivered to nobody. How many were new; null, and nothing was taken in, when the lease was lost meanwhile.
    /// </summary>
    public int? Accept(Lease lease, WatchList list, Sight sight, IReadOnlyList<Notice> notices) => file.Within<int?>(() =>
    {
        if (!lease.Holds())
        {
            return null;
        }

        var (mutes, today, taken) = (Mutes(), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), 0);
        foreach (var notice in notices)
        {
            var mute = mutes.FirstOrDefault(one => one.Holds(notice, today));
            var added = file.Run(
                "INSERT OR IGNORE INTO notice (list, id, line, body, muted) VALUES ($list, $id, $line, $body, $muted)",
                ("$list", list.Id),
                ("$id", notice.Id.ToString("D")),
                ("$line", notice.Line),
                ("$body", JsonSerializer.Serialize(notice, Layout)),
                ("$muted", mute?.Reason));
            taken += added;
            foreach (var receiver in added == 1 && mute is null ? list.Receivers : [])
            {
                file.Run(
                    "INSERT INTO delivery (receiver, notice, state, attempts, due, said) SELECT $receiver, n, 'waiting', 0, 0, '' FROM notice WHERE list = $list AND id = $id",
                    ("$receiver", receiver),
                    ("$list", list.Id),
                    ("$id", notice.Id.ToString("D")));
            }
        }

        file.Run("INSERT INTO sight (list, body) VALUES ($list, $body) ON CONFLICT (list) DO UPDATE SET body = excluded.body", ("$list", list.Id), ("$body", JsonSerializer.Serialize(sight, Layout)));
        return taken;
    });

    /// <summary>Notices of a list, or of all lists, oldest first, each with the reason why it was muted.</summary>
    public IReadOnlyList<(string List, Notice Notice, string? Muted)> Noticed(string? list = null) => file.Read(
        "SELECT list, body, muted FROM notice WHERE $list IS NULL OR list = $list ORDER BY n",
        row => (row.GetString(0), JsonSerializer.Deserialize<Notice>(row.GetString(1), Layout)!, row.IsDBNull(2) ? null : row.GetString(2)),
        ("$list", list));

    /// <summary>Deliveries in a state: <c>waiting</c>, <c>delivered</c> or <c>dead</c>; in the order in which they were noticed.</summary>
    public IReadOnlyList<Parcel> Deliveries(string state) => file.Read(
        "SELECT d.receiver, d.attempts, d.due, d.said, o.body FROM delivery AS d JOIN notice AS o ON o.n = d.notice WHERE d.state = $state ORDER BY d.receiver, d.n",
        row => new Parcel(row.GetString(0), JsonSerializer.Deserialize<Notice>(row.GetString(4), Layout)!, row.GetInt32(1), Moment(row, 2), row.GetString(3)),
        ("$state", state));

    /// <summary>
    /// What is the next to reach a receiver; null when nothing waits. A batch that was handed out once stays the same until it is
    /// delivered or dead, so that a repetition can be told by its id.
    /// </summary>
    /// <param name="receiver">As of <see cref="WatchList.ReceiverOf"/>.</param>
    /// <param name="most">Notices in a batch, at most.</param>
    public Batch? Next(string receiver, int most) => file.Within(() =>
    {
        var head = Waiting(receiver, 1);
        if (head is [{ Batch: null }])
        {
            var fresh = Waiting(receiver, most).TakeWhile(row => row.Batch is null).ToList();
            var id = fresh is [var only] ? only.Notice.Id : NoticeId.Of(["batch", .. fresh.Select(row => row.Notice.Id.ToString("D"))]);
            foreach (var row in fresh)
            {
                file.Run("UPDATE delivery SET batch = $batch WHERE n = $n", ("$batch", id.ToString("D")), ("$n", row.N));
            }

            head = Waiting(receiver, 1);
        }

        return head is [{ Batch: { } batch } first]
            ? new Batch(Guid.Parse(batch), receiver, [.. Waiting(receiver, int.MaxValue).TakeWhile(row => row.Batch == batch).Select(row => row.Notice)], first.Attempts, first.Since, first.Due)
            : null;
    });

    /// <summary>
    /// Notes how an attempt went. A batch that failed is due again at <paramref name="due"/>, or dead without it. When the lease was lost
    /// meanwhile, a failure is not noted, for whoever has it now tries for himself; that a receiver took a batch is, so that it is not
    /// sent again. False when the lease was lost.
    /// </summary>
    public bool Record(Lease lease, Batch batch, Attempt attempt, DateTimeOffset? due) => file.Within(() =>
    {
        var holds = lease.Holds();
        if (holds || attempt.Delivered)
        {
            file.Run(
                """
                UPDATE delivery SET state = $state, attempts = attempts + 1, since = coalesce(since, $now), due = $due, said = $said
                WHERE receiver = $receiver AND batch = $batch AND state = 'waiting'
                """,
                ("$state", attempt.Delivered ? "delivered" : due is null ? "dead" : "waiting"),
                ("$now", Now),
                ("$due", due?.ToUnixTimeMilliseconds() ?? Now),
                ("$said", attempt.Said),
                ("$receiver", batch.Receiver),
                ("$batch", batch.Id.ToString("D")));
        }

        return holds;
    });

    /// <summary>
    /// Lets deliveries go out once more: those of one notice, whatever became of them, or all dead ones. Ids stay, so a receiver that has
    /// a notice already can tell. How many.
    /// </summary>
    public int Replay(Guid? notice, string? receiver) => file.Run(
        """
        UPDATE delivery SET state = 'waiting', attempts = 0, since = NULL, due = 0, batch = NULL
        WHERE ($receiver IS NULL OR receiver = $receiver)
          AND CASE WHEN $id IS NULL THEN state = 'dead' ELSE notice IN (SELECT n FROM notice WHERE id = $id) END
        """,
        ("$receiver", receiver),
        ("$id", notice?.ToString("D")));

    /// <summary>Mutes lines until a day is over; a later mute of the same pattern takes the place of the earlier.</summary>
    public void Add(Mute mute) => file.Run(
        "INSERT INTO mute (pattern, reason, until, at) VALUES ($pattern, $reason, $until, $at) ON CONFLICT (pattern) DO UPDATE SET reason = excluded.reason, until = excluded.until, at = excluded.at",
        ("$pattern", mute.Lines.Text),
        ("$reason", mute.Reason),
        ("$until", mute.Until.ToString(Day, CultureInfo.InvariantCulture)),
        ("$at", time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));

    /// <summary>Every mute, also those that are over, by pattern.</summary>
    public IReadOnlyList<Mute> Mutes() => file.Read(
        "SELECT pattern, reason, until FROM mute ORDER BY pattern",
        row => new Mute(new LinePattern(row.GetString(0)), row.GetString(1), DateOnly.ParseExact(row.GetString(2), Day, CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static FileInfo DatabaseOf(DirectoryInfo store) => new(Path.Combine(FolderOf(store).FullName, "outbox.sqlite"));

    private static DateTimeOffset Moment(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private List<Row> Waiting(string receiver, int most) => file.Read(
        "SELECT d.n, d.batch, d.attempts, d.since, d.due, o.body FROM delivery AS d JOIN notice AS o ON o.n = d.notice WHERE d.receiver = $receiver AND d.state = 'waiting' ORDER BY d.n LIMIT $most",
        row => new Row(
            row.GetInt64(0),
            row.IsDBNull(1) ? null : row.GetString(1),
            row.GetInt32(2),
            row.IsDBNull(3) ? null : Moment(row, 3),
            Moment(row, 4),
            JsonSerializer.Deserialize<Notice>(row.GetString(5), Layout)!),
        ("$receiver", receiver),
        ("$most", most));

    private sealed record Row(long N, string? Batch, int Attempts, DateTimeOffset? Since, DateTimeOffset Due, Notice Notice);
}
