using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Store.Staging;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store.Staging;

public sealed class ReleaseStagingTests
{
    private static readonly ReleaseHeader Header = new("case", "case", "EUR", "case/1", WholePeriods: true, PublishedAt: null);

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
    public void A_release_in_parts_is_one_release_of_a_block()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Enumerable.Range(0, 10).Select(i => StoredCase.Cell("DE", "CN", i % 2 == 0 ? "85051110" : "85051190", Flow.Import, 0, i)), segmentRows: 3);
        var release = temporary.Store.Releases().ShouldHaveSingleItem();
        temporary.Store.Parts(release).Count.ShouldBe(4);

        using var snapshot = temporary.Store.Snapshot("case", 1);
        var block = snapshot.NewBlock();
        snapshot.Read(["85051110", "85051190"], "both", block);
        block.Releases.Select(r => r.Id).ShouldBe([release.Id]);
        new Selection(snapshot, snapshot.Axes.Reporters, snapshot.Axes.Partners, Flow.Import).Series(block, Measure.Value).Points.ShouldHaveSingleItem().Value.ShouldBe(45m);
    }

    [Fact]
    public void More_labels_than_a_byte_numbers_make_another_part()
    {
        using var temporary = new TemporaryStore();
        var rows = Enumerable.Range(0, 600).Select(i => StoredCase.Cell("DE", "CN", "85051110", Flow.Import, 0, 1m) with { SupplementaryUnit = $"U{i}", SupplementaryQuantity = 1000 });
        var catalogue = new Catalogue(temporary.Store.Root);
        catalogue.Prepare();
        using var staging = new ReleaseStaging(catalogue.NewStagingFolder(), "case", progress: null);
        staging.Describe(Header);
        var writer = new ObservationWriter(staging);
        foreach (var row in rows)
        {
            writer.Add(row);
        }

        writer.Flush();
        staging.Finish();
        staging.Stored.ShouldBe(600);
        staging.Folder.GetFiles("*.parquet").Length.ShouldBe(3);
        staging.Folder.GetFiles("*.cube").ShouldHaveSingleItem();
    }

    [Fact]
    public void More_cells_than_a_cube_file_numbers_make_another_part()
    {
        using var temporary = new TemporaryStore();
        string[] countries = [.. Geonomenclature.Entries.Select(e => e.Country.Code).Distinct(StringComparer.Ordinal).Take(260)];
        var catalogue = new Catalogue(temporary.Store.Root);
        catalogue.Prepare();
        using var staging = new ReleaseStaging(catalogue.NewStagingFolder(), "case", progress: null);
        staging.Describe(Header);
        var writer = new ObservationWriter(staging);
        foreach (var row in countries.SelectMany(r => countries.Select(p => StoredCase.Cell(r, p, "85051110", Flow.Import, 0, 1m))))
        {
            writer.Add(row);
        }

        writer.Flush();
        staging.Finish();
        staging.Stored.ShouldBe(260 * 260);
        staging.Folder.GetFiles("*.cube").Length.ShouldBe(2);
    }

    [Fact]
    public void More_codes_than_a_sort_key_holds_are_sorted_all_the_same()
    {
        // 100,000 products, 4,000 periods and 4,000 countries on either side are 17 + 12 + 12 + 12 bits, and 2 + 8 + 8 for the rest.
        var buffer = new RowBuffer();
        var batch = new ObservationBatch();
        void Add(int i)
        {
            var row = StoredCase.Cell($"A{i % 4000}", $"B{i * 7 % 4000}", $"P{i}", Flow.Import, i % 2000, i) with { Procedure = $"{i % 200}" };
            batch.Add(row);
        }

        for (var i = 100_000; i-- > 0;)
        {
            Add(i);
            if (batch.IsFull)
            {
                buffer.Append(batch);
                batch.Clear();
            }
        }

        buffer.Append(batch);
        var sorted = new SortedRows(buffer);
        Enumerable.Range(0, sorted.Count).Select(place => sorted.Products.Codes[sorted[place].Product]).ShouldBe(Enumerable.Range(0, 100_000).Select(i => $"P{i}").Order(StringComparer.Ordinal));
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
