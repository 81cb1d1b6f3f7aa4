using System.IO.Compression;
using CsCheck;
using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Tests.Sources.Comext;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store;

public sealed class IngestTests
{
    [Fact]
    public void Damaged_bytes_never_throw_and_every_record_is_accounted_for()
    {
        var specimen = File.ReadAllBytes(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat"));
        Gen.Select(Gen.Int[0, specimen.Length - 1], Gen.Byte).Array[1, 8].Sample(
            edits =>
            {
                byte[] bytes = [.. specimen];
                foreach (var (at, value) in edits)
                {
                    bytes[at] = value;
                }

                using var temporary = new TemporaryStore();
                Check(temporary.Store, temporary.Ingest(temporary.Write("full_v2_202402.dat", bytes).FullName).ShouldHaveSingleItem());
            },
            iter: 30,
            threads: 1);
    }

    [Theory]
    [InlineData("", "The answer holds no records.")]
    [InlineData("?\n?\n", "None of the 2 records could be used.")]
    public void A_header_without_usable_records_says_which_of_the_two_it_is(string records, string message)
    {
        using var temporary = new TemporaryStore();
        var fault = temporary.IngestText("full_v2_202401.dat", Bulk.Header + records).ShouldHaveSingleItem().Fault!;
        (fault.Code, fault.Message).ShouldBe(("SRC-0003", message));
    }

    [Fact]
    public void The_publication_date_comes_from_the_best_evidence_there_is()
    {
        using var temporary = new TemporaryStore();
        var file = temporary.Write("full_v2_202401.dat", [.. System.Text.Encoding.ASCII.GetBytes(Bulk.Header + Bulk.Good)]);
        var day = new DateTimeOffset(2024, 3, 15, 11, 0, 0, TimeSpan.FromHours(1));
        file.LastWriteTimeUtc = new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc);

        Evidence(new IngestOptions()).ShouldBe((PublicationEvidence.File, new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero)));
        Evidence(new IngestOptions(LastModified: day.AddDays(2))).ShouldBe((PublicationEvidence.Http, day.AddDays(2).ToUniversalTime()));
        Evidence(new IngestOptions(day, LastModified: day.AddDays(2))).ShouldBe((PublicationEvidence.Stated, day.ToUniversalTime()));

        (PublicationEvidence, DateTimeOffset) Evidence(IngestOptions options)
        {
            var release = temporary.Store.Ingest(file, options with { DryRun = true }, cancel: TestContext.Current.CancellationToken)[0].Release!;
            return (release.Evidence, release.PublishedAt);
        }
    }

    [Theory]
    [InlineData("full_v2_202402.dat")]
    [InlineData("slice.dat")]
    public void The_same_content_in_another_wrapping_is_another_release_and_counts_once(string name)
    {
        var specimen = File.ReadAllBytes(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat"));
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(specimen);
        }

        using var temporary = new TemporaryStore();
        var query = new TradeQuery("comext") { By = QueryDimensions.Product };
        temporary.Ingest(temporary.Write(name, specimen).FullName);
        var once = temporary.Store.Query(query).Select(r => (r.Product, r.Value)).ToList();
        temporary.Ingest(temporary.Write($"{name}.zip", packed.ToArray()).FullName).ShouldHaveSingleItem().AlreadyKnown.ShouldBeFalse();
        temporary.Store.Releases().Count.ShouldBe(2);
        temporary.Store.Query(query).Select(r => (r.Product, r.Value)).ShouldBe(once);
        once.Sum(r => r.Value).ShouldBe(7713m);
    }

    private static void Check(TradeStore store, IngestOutcome outcome)
    {
        if (outcome.Release is { } release)
        {
            outcome.Fault.ShouldBeNull();
            release.RowsIn.ShouldBe(release.RowsStored + release.RowsRefused);
            store.Refusals(release).LongCount().ShouldBe(release.RowsRefused);
            store.Releases().ShouldHaveSingleItem();
        }
        else
        {
            outcome.Fault.ShouldNotBeNull();
            store.Releases().ShouldBeEmpty();
        }
    }
}
