using Plimsoll.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store;

public sealed class TradeStoreTests
{
    private const string Header = "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n";

    [Fact]
    public void A_real_slice_is_stored_row_for_row()
    {
        using var temporary = new TemporaryStore();
        var outcome = temporary.Ingest(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat")).ShouldHaveSingleItem();

        outcome.Fault.ShouldBeNull();
        outcome.Release!.RowsIn.ShouldBe(13);
        outcome.Release.RowsStored.ShouldBe(13);
        outcome.Release.Scope.Periods.ShouldBe([Period.Of(Month.Of(2024, 2))]);
        temporary.Store.Releases().ShouldHaveSingleItem().Id.ShouldBe(outcome.Release.Id);
    }

    [Fact]
    public void The_same_bytes_twice_are_one_release()
    {
        using var temporary = new TemporaryStore();
        temporary.Ingest(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat"));
        temporary.Ingest(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat")).ShouldHaveSingleItem().AlreadyKnown.ShouldBeTrue();
        temporary.Store.Releases().Count.ShouldBe(1);
    }

    [Fact]
    public void A_revision_replaces_its_period_and_the_past_stays_readable()
    {
        using var temporary = new TemporaryStore();
        temporary.IngestText("full_v2_202401.dat", Header + Row("DE", "CN", "85051110", 1, "202401", 100, 7) + Row("DE", "CN", "85051110", 1, "202401", 20, 1, procedure: 3), Day(2024, 3, 15));
        temporary.IngestText("full_v2_202402.dat", Header + Row("DE", "CN", "85051110", 1, "202402", 200, 9), Day(2024, 4, 15));
        temporary.IngestText("full_v2_202401.csv", Header + Row("DE", "CN", "85051110", 1, "202401", 150, 8) + Row("DE", "US", "85051110", 1, "202401", 5, 1), Day(2024, 5, 15));

        Values(temporary.Store, asOf: null).ShouldBe([150m, 200m]);
        Values(temporary.Store, new DateOnly(2024, 5, 14)).ShouldBe([120m, 200m]);
        Values(temporary.Store, new DateOnly(2024, 3, 15)).ShouldBe([120m]);
        Values(temporary.Store, new DateOnly(2024, 3, 14)).ShouldBeEmpty();
    }

    [Fact]
    public void The_cube_is_built_again_from_the_parquet_files_when_it_is_gone()
    {
        using var temporary = new TemporaryStore();
        temporary.IngestText("full_v2_202401.dat", Header + Row("DE", "CN", "85051110", 1, "202401", 100, 7), Day(2024, 3, 15));
        var before = Values(temporary.Store, asOf: null);
        Directory.Delete(Path.Combine(temporary.Store.Root.FullName, "cube"), recursive: true);
        Values(temporary.Store, asOf: null).ShouldBe(before);
    }

    private static decimal[] Values(TradeStore store, DateOnly? asOf)
    {
        using var snapshot = store.Snapshot("comext", 1, asOf);
        var block = snapshot.NewBlock();
        snapshot.Read("85051110", block);
        var selection = new Selection(snapshot, [Country.Parse("DE").Value], [Country.China], Flow.Import);
        return [.. selection.Series(block, Measure.Value).Points.Select(p => p.Value!.Value)];
    }

    private static string Row(string reporter, string partner, string product, int flow, string period, long value, long kilograms, int procedure = 1) =>
        $"{reporter},{partner},E,{product},77411,2599,2599,530,521010,16,{flow},{procedure},NO_SU,{period},{value},{value},{kilograms},0\n";

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
