namespace Plimsoll.Consultations.Delivery;

/// <summary>
/// The right of one process to act for a watch-list. What it does to the outbox is refused once the right is lost, however late it comes,
/// but for the word of a receiver that it took something; what goes over the wire is sent only after the right was renewed.
/// </summary>
public sealed class Lease : IDisposable
{
    private readonly OutboxFile file;
    private readonly TimeProvider time;
    private readonly string name;
    private readonly TimeSpan term;

    internal Lease(OutboxFile file, TimeProvider time, string name, string owner, TimeSpan term) =>
        (this.file, this.time, this.name, Owner, this.term) = (file, time, name, owner, term);

    /// <summary>Who has it, in words that tell two processes apart.</summary>
    public string Owner { get; }

    /// <summary>Takes the right for another term; false when somebody else has it.</summary>
    public bool Renew()
    {
        var now = time.GetUtcNow();
        return file.Run(
            """
            INSERT INTO lease (name, owner, until) VALUES ($name, $owner, $until)
            ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE lease.owner = excluded.owner OR lease.until <= $now
            """,
            ("$name", name),
            ("$owner", Owner),
            ("$until", (now + term).ToUnixTimeMilliseconds()),
            ("$now", now.ToUnixTimeMilliseconds())) == 1;
    }

    /// <summary>Gives the right back, so that nobody has to wait for its end.</summary>
    public void Dispose() => file.Run("DELETE FROM lease WHERE name = $name AND owner = $owner", ("$name", name), ("$owner", Owner));

    /// <summary>True while nobody else has taken the right; asked inside the transaction that rests on it.</summary>
    internal bool Holds() => file.Read(
        "SELECT 1 FROM lease WHERE name = $name AND owner = $owner AND until > $now",
        row => row.GetInt32(0),
        ("$name", name),
        ("$owner", Owner),
        ("$now", time.GetUtcNow().ToUnixTimeMilliseconds())).Count == 1;
}
