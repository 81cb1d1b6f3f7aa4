using System.Diagnostics;
using System.Globalization;

namespace Plimsoll.Bench.Results;

/// <summary>The same command once more in a new process, for one contender alone.</summary>
internal static class OwnProcess
{
    /// <summary>The option that makes a process run one contender only.</summary>
    public const string Option = "--alone";

    /// <summary>Most memory that the process held, native engines included, and processor seconds of the contender in it.</summary>
    public static (long PeakBytes, double CpuSeconds) Run(string contender)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in Environment.GetCommandLineArgs())
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add(Option);
        start.ArgumentList.Add(contender);
        using var process = Process.Start(start)!;
        var words = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return words is [.., var peak, var seconds]
            ? (long.Parse(peak, CultureInfo.InvariantCulture), double.Parse(seconds, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{contender} failed in a process of its own.");
    }
}
