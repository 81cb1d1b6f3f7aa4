using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Plimsoll.Bench.Results;

/// <summary>Where and of which code a result was measured.</summary>
/// <param name="Cpu">Processor's own name.</param>
/// <param name="Cores">Logical processors.</param>
/// <param name="MemoryBytes">Memory that the process may use.</param>
/// <param name="LoadAverage">Runnable tasks over the last minute when the results were written: above the process's own share, others were at work.</param>
/// <param name="System">Operating system.</param>
/// <param name="Runtime">.NET version.</param>
/// <param name="Commit">Short hash of the commit, with <c>+</c> when files differ from it; <c>unknown</c> outside a repository.</param>
internal sealed record Machine(string Cpu, int Cores, long MemoryBytes, double LoadAverage, string System, string Runtime, string Commit)
{
    /// <summary>This machine, now.</summary>
    public static Machine Here() => new(
        ValueOf("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : 0,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Git("describe --always --dirty=+ --exclude=*"));

    /// <summary>The most memory that the process ever held, bytes; 0 where the system does not say.</summary>
    public static long PeakBytes() =>
        ValueOf("/proc/self/status", "VmHWM") is [.. var number, ' ', 'k', 'B'] ? long.Parse(number, CultureInfo.InvariantCulture) * 1024 : 0;

    private static string? ValueOf(string file, string key) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        : null;

    private static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, UseShellExecute = false });
        var answer = git?.StandardOutput.ReadToEnd().Trim();
        return string.IsNullOrEmpty(answer) ? "unknown" : answer;
    }
}
