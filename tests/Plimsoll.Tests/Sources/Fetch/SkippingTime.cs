namespace Plimsoll.Tests.Sources.Fetch;

/// <summary>A clock on which every wait is over at once; it keeps how long the waits were meant to be.</summary>
internal sealed class SkippingTime : TimeProvider
{
    internal List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (Waits)
        {
            Waits.Add(dueTime);
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
