namespace Plimsoll.Host.Demo;

/// <summary>The clock of a demonstration: it stands until it is moved.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves on to the morning of a day; never back.</summary>
    internal void MoveTo(DateOnly day) => now = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero) is var next && next > now
        ? next
        : throw new ArgumentOutOfRangeException(nameof(day), day, "A clock does not go back.");
}
