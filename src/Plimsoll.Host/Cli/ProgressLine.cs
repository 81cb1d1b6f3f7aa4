using System.Globalization;
using Plimsoll.Store;

namespace Plimsoll.Host.Cli;

/// <summary>One line on the standard error that says how far a long piece of work has come; only on a terminal.</summary>
internal sealed class ProgressLine : IProgress<IngestProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private readonly Terminal terminal;
    private readonly TimeProvider time;
    private readonly long started;
    private long last;

    private ProgressLine(Terminal terminal, TimeProvider time)
    {
        this.terminal = terminal;
        this.time = time;
        started = last = time.GetTimestamp();
    }

    internal static T Show<T>(Terminal terminal, TimeProvider time, Func<IProgress<IngestProgress>?, T> work)
    {
        if (!terminal.Messages.Profile.Out.IsTerminal)
        {
            return work(null);
        }

        var result = work(new ProgressLine(terminal, time));
        terminal.Error.Write("\r\e[K");
        return result;
    }

    public void Report(IngestProgress value)
    {
        if (time.GetElapsedTime(last) < Interval)
        {
            return;
        }

        last = time.GetTimestamp();
        var elapsed = time.GetElapsedTime(started);
        var left = value.Bytes == 0 ? TimeSpan.Zero : elapsed * ((double)(value.TotalBytes - value.Bytes) / value.Bytes);
        terminal.Error.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"\r\e[K{value.Place}: {value.Rows:N0} rows, {value.Bytes / 1e6:N0} of {value.TotalBytes / 1e6:N0} MB, {left.TotalSeconds:N0} s left"));
    }
}
