namespace Plimsoll.Tests.Host.Notices;

/// <summary>A clock on which every wait is over at once, and on which it is then as late as if it had lasted.</summary>
internal sealed class JumpingTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>Asked at each wait, so that a test can end what never ends.</summary>
    internal Action Waiting { get; init; } = () => { };

    internal DateTimeOffset Now { get; private set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Now += dueTime > TimeSpan.Zero ? dueTime : TimeSpan.Zero;
        Waiting();
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
