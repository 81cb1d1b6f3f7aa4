using Microsoft.Playwright;
using Xunit;

namespace Plimsoll.Tour;

/// <summary>The Chromium of this machine, started once.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? driver;

    internal IBrowser? Chromium { get; private set; }

    private static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Program is { } program)
        {
            driver = await Playwright.CreateAsync();
            Chromium = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null)
        {
            await Chromium.DisposeAsync();
        }

        driver?.Dispose();
    }

    /// <summary>The browser; where there is none the test says so and does not run, and on the machine that judges changes it fails.</summary>
    internal IBrowser Required()
    {
        if (Chromium is null && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal))
        {
            Assert.Fail("There is no Chromium on this machine, and the pages have to be looked at.");
        }

        Assert.SkipWhen(Chromium is null, "There is no Chromium on this machine: the pages were not looked at.");
        return Chromium!;
    }
}
