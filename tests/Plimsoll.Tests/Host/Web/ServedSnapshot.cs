using Microsoft.AspNetCore.Builder;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Web;
using Plimsoll.Store;
using Plimsoll.Tests.Host.Cli;
using Xunit;

namespace Plimsoll.Tests.Host.Web;

/// <summary>The real server on a free port, with the bundled snapshot, started once for all tests that only read it.</summary>
public sealed class ServedSnapshot : IAsyncLifetime
{
    private readonly DemoStore store = new();
    private WebApplication? app;

    /// <summary>Follows no redirect and expands nothing, so that a test sees what was sent.</summary>
    internal HttpClient Client { get; private set; } = new();

    internal Uri Address { get; private set; } = new("http://127.0.0.1");

    internal string StorePath => store.Path;

    public async ValueTask InitializeAsync()
    {
        await store.InitializeAsync();
        var stands = new Stands(new TradeStore(new DirectoryInfo(store.Path), TimeProvider.System), Bundled.Load(Bundled.DefaultAgreement).Agreement!, TimeProvider.System);
        app = WebServer.Build(stands, "http://127.0.0.1:0");
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
        await store.DisposeAsync();
    }
}
