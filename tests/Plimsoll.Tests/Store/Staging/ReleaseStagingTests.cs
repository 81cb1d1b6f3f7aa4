using Plimsoll.Store;
using Plimsoll.Store.Staging;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store.Staging;

public sealed class ReleaseStagingTests
{
    [Fact]
    public void What_a_killed_process_left_is_swept_by_the_next()
    {
        using var temporary = new TemporaryStore();
        var catalogue = new Catalogue(temporary.Store.Root);
        catalogue.Prepare();
        var left = catalogue.NewStagingFolder();
        left.Create();
        File.WriteAllText(Path.Combine(left.FullName, "part-0000.parquet"), "half");

        temporary.Store.Releases().ShouldBeEmpty();
        temporary.Ingest(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat"));
        Directory.GetDirectories(Path.Combine(temporary.Store.Root.FullName, "staging")).ShouldBeEmpty();
        temporary.Store.Releases().Count.ShouldBe(1);
    }

    [Fact]
    public void A_release_given_up_leaves_nothing()
    {
        using var temporary = new TemporaryStore();
        var folder = new DirectoryInfo(Path.Combine(temporary.Store.Root.FullName, "staging", "x"));
        using (var staging = new ReleaseStaging(folder, "x", progress: null))
        {
            staging.Refuse(1, 2, new Fault("SRC-0015", "Not a number.", "x"));
            Directory.Exists(folder.FullName).ShouldBeTrue();
        }

        Directory.Exists(folder.FullName).ShouldBeFalse();
    }

    [Fact]
    public void The_store_keeps_all_refusals_and_shows_twenty()
    {
        using var temporary = new TemporaryStore();
        var bad = string.Concat(Enumerable.Repeat(Sources.Comext.Bulk.With(15, "NaN") + "\n", 50));
        var outcome = temporary.IngestText("full_v2_202401.dat", Sources.Comext.Bulk.Header + bad + Sources.Comext.Bulk.Good).ShouldHaveSingleItem();

        (outcome.Release!.RowsIn, outcome.Release.RowsStored, outcome.Release.RowsRefused).ShouldBe((51, 1, 50));
        outcome.FirstRefusals.Count.ShouldBe(20);
        var kept = temporary.Store.Refusals(outcome.Release).ToList();
        kept.Select(r => r.Line).ShouldBe(Enumerable.Range(2, 50).Select(i => (long)i));
        kept[0].ToString().ShouldStartWith("full_v2_202401.dat:2:15: SRC-0015");
    }

    [Fact]
    public void A_dry_run_counts_alike_and_stores_nothing()
    {
        using var temporary = new TemporaryStore();
        var file = new FileInfo(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat"));
        var dry = temporary.Store.Ingest(file, new IngestOptions(DryRun: true), cancel: TestContext.Current.CancellationToken).ShouldHaveSingleItem();
        Directory.Exists(temporary.Store.Root.FullName).ShouldBeFalse();

        var wet = temporary.Store.Ingest(file, new IngestOptions(), cancel: TestContext.Current.CancellationToken).ShouldHaveSingleItem();
        (dry.Release!.Id, dry.Release.RowsIn, dry.Release.RowsStored).ShouldBe((wet.Release!.Id, wet.Release.RowsIn, wet.Release.RowsStored));
    }
}
