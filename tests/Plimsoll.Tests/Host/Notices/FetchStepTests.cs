using Plimsoll.Host.Notices;
using Plimsoll.Tests.Consultations.Delivery;
using Plimsoll.Tests.Sources.Fetch;
using Plimsoll.Tests.Store;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Notices;

public sealed class FetchStepTests : IAsyncDisposable
{
    private readonly Hook server = new();
    private readonly TemporaryStore store = new();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        store.Dispose();
    }

    [Fact]
    public async Task What_is_not_published_yet_is_no_trouble()
    {
        // It has nothing at the paths of the sources: 404.
        await server.StartAsync();
        var (releases, troubles) = await new FetchStep(FetchStep.Sources, new Uri(server.Address, "/"), new SkippingTime()).RunAsync(store.Store, TestContext.Current.CancellationToken);
        (releases, troubles.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_source_that_is_away_holds_no_other_back()
    {
        var (releases, troubles) = await new FetchStep(["ecb", "gacc"], new Uri(server.Address, "/"), new SkippingTime()).RunAsync(store.Store, TestContext.Current.CancellationToken);
        releases.ShouldBe(0);
        troubles.Count.ShouldBe(2);
        troubles.ShouldAllBe(trouble => trouble.StartsWith("SRC-0301", StringComparison.Ordinal));
    }
}
