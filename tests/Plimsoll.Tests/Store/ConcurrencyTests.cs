using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store;

public sealed class ConcurrencyTests
{
    [Fact]
    public void A_second_writer_is_asked_to_come_back()
    {
        using var temporary = new TemporaryStore();
        using (new StoreLock(temporary.Store.Root))
        {
            var outside = Should.Throw<OutsideException>(() => temporary.Ingest(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat")));
            (outside.Code, outside.Retriable).ShouldBe(("STO-0001", true));
            temporary.Store.Releases().ShouldBeEmpty();
        }

        temporary.Ingest(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat")).ShouldHaveSingleItem().Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Readers_see_each_revision_whole_or_not_at_all()
    {
        // Every vintage gives all its hundred cells the same value, its own number; no reader may see two numbers at once.
        const int Vintages = 15;
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 1, whole: true, Cells(1));
        var writing = Task.Run(
            () =>
            {
                for (var number = 2; number <= Vintages; number++)
                {
                    StoredCase.Put(temporary.Store, number, number, whole: true, Cells(number));
                }
            },
            TestContext.Current.CancellationToken);

        var seen = new List<decimal>();
        do
        {
            seen.Add(OnlyValue(temporary.Store));
        }
        while (!writing.IsCompleted);

        await writing;
        OnlyValue(temporary.Store).ShouldBe(Vintages);
        seen.ShouldBe(seen.Order());
    }

    private static IEnumerable<Observation> Cells(int value) => Enumerable.Range(0, 100).Select(i => StoredCase.Cell("DE", "CN", $"8505{i:0000}", Flow.Import, 0, value));

    private static decimal OnlyValue(TradeStore store)
    {
        using var snapshot = store.Snapshot("case", 1);
        snapshot.Products.Count.ShouldBe(100);
        return snapshot.Products.Select(p => StoredCase.Series(snapshot, "DE", "CN", p, Flow.Import).Points[0].Value!.Value).Distinct().ShouldHaveSingleItem();
    }
}
