using Xunit;

namespace Plimsoll.Tests.Host.Cli;

/// <summary>A store with the bundled snapshot, made once for all tests that only read it.</summary>
public sealed class DemoStore : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-demo-");

    internal string Path => System.IO.Path.Combine(folder.FullName, "store");

    internal CliRun FirstRun { get; private set; } = new(0, "", "");

    public async ValueTask InitializeAsync() => FirstRun = await CliRun.OfAsync("demo", "--no-serve", "--store", Path);

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
