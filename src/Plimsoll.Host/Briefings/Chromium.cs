using System.Diagnostics;
using Plimsoll.Trade;

namespace Plimsoll.Host.Briefings;

/// <summary>Prints a page with the Chromium of the machine, when there is one: a process of its own, with its own profile, for a limited time.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>Path of the program; null where there is none.</summary>
    internal static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Writes a page as PDF, tagged for screen readers; an <see cref="OutsideException"/> when the program fails or takes too long.</summary>
    internal static async Task PrintAsync(string html, FileInfo pdf, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("plimsoll-print-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(page, html, cancel);
            var written = Path.Combine(folder.FullName, "page.pdf");
            await RunAsync(
                ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={written}", new Uri(page).AbsoluteUri],
                cancel);
            File.Move(written, pdf.FullName, overwrite: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Program ?? throw new OutsideException("CLI-0040", "There is no Chromium on this machine.", retriable: false), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0)
            {
                throw new OutsideException("CLI-0040", $"Chromium ended with {process.ExitCode}: {(await said).Split('\n')[0]}", retriable: true);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new OutsideException("CLI-0040", $"Chromium did not print the page in {Patience.TotalSeconds} s.", retriable: true);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
