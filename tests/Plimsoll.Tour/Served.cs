using System.Diagnostics;
using Xunit;

namespace Plimsoll.Tour;

/// <summary>The program as a user starts it, with the bundled snapshot, on a free port.</summary>
public sealed class Served : IAsyncLifetime
{
    private const string Announcement = "Serving the board on ";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-tour-");
    private Process? program;

    internal Uri Address { get; private set; } = new("http://127.0.0.1");

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Plimsoll.Host.dll"), "demo", "--store", Path.Combine(folder.FullName, "store"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        program = Process.Start(start)!;
        _ = program.StandardOutput.ReadToEndAsync();
        while (await program.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                Address = new Uri(line[Announcement.Length..].Split(' ')[0]);
                _ = program.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("The program ended before it served anything.");
    }

    public ValueTask DisposeAsync()
    {
        program?.Kill(entireProcessTree: true);
        program?.WaitForExit();
        program?.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
