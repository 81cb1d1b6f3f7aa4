using System.Buffers.Binary;

namespace Plimsoll.Consultations.Delivery;

/// <summary>How long to wait after a failure, and when to give up.</summary>
public sealed record Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>How long after the first attempt a batch is given up.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>
    /// When the batch is due again: after 1, 2, 4 … seconds up to fifteen minutes, less up to a fifth that its id and the attempt decide,
    /// so that receivers are not all called at once and a test can tell when; not before the receiver asked for. Null to give it up.
    /// </summary>
    public DateTimeOffset? Next(Batch batch, Attempt attempt, DateTimeOffset now)
    {
        if (attempt.Final || now - (batch.Since ?? now) >= GiveUpAfter)
        {
            return null;
        }

        var wait = First * Math.Pow(2, Math.Min(batch.Attempts, 30));
        wait = (wait < Longest ? wait : Longest) * (1 - (Jitter(batch) / 5));
        var asked = attempt.RetryAfter is { } after && after < GiveUpAfter ? after : TimeSpan.Zero;
        return now + (asked > wait ? asked : wait);
    }

    // From 0 to just below 1.
    private static double Jitter(Batch batch)
    {
        Span<byte> seed = stackalloc byte[20];
        batch.Id.TryWriteBytes(seed);
        BinaryPrimitives.WriteInt32BigEndian(seed[16..], batch.Attempts);
        return BinaryPrimitives.ReadUInt16BigEndian(System.Security.Cryptography.SHA256.HashData(seed)) / 65_536.0;
    }
}
