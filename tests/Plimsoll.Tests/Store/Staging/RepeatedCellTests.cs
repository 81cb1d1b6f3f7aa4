using Plimsoll.Store;
using Plimsoll.Store.Staging;
using Plimsoll.Tests.Sources.Comext;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store.Staging;

/// <summary>An answer that states a cell twice is not added up, and not half believed.</summary>
public sealed class RepeatedCellTests
{
    private const string Key = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n";
    private const string Value = "ESTAT:DS-045409(1.0),13/02/26 11:00:00,M,AT,BE,39206290,1,VALUE_IN_EUROS,2023-01,";
    private const string Mass = "ESTAT:DS-045409(1.0),13/02/26 11:00:00,M,AT,BE,39206290,1,QUANTITY_IN_100KG,2023-01,";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bulk_file_with_a_record_twice_is_refused_with_its_cell(bool dryRun)
    {
        string[] seconds = [Bulk.Good, Bulk.With(15, "999")];
        foreach (var second in seconds)
        {
            using var temporary = new TemporaryStore();
            var file = temporary.Write("full_v2_202401.dat", System.Text.Encoding.ASCII.GetBytes(Bulk.Header + Bulk.Good + "\n" + Bulk.With(2, "US") + "\n" + second + "\n"));
            var fault = temporary.Store.Ingest(file, new IngestOptions(DryRun: dryRun), cancel: TestContext.Current.CancellationToken).ShouldHaveSingleItem().Fault.ShouldNotBeNull();
            (fault.Code, fault.Text).ShouldBe(("SRC-0024", "DE, CN, 85051110, import, 2024-01, E, 1"));
            temporary.Store.Releases().ShouldBeEmpty();
        }
    }

    [Fact]
    public void Records_that_differ_in_procedure_or_trade_type_and_masked_products_add()
    {
        using var temporary = new TemporaryStore();
        string[] rows = [Bulk.Good, Bulk.With(12, "2"), Bulk.With(3, "M"), Bulk.With(11, "2"), Bulk.With(4, "85XXXXXX"), Bulk.With(4, "85XXXXXX")];
        temporary.IngestText("full_v2_202401.dat", Bulk.Header + string.Join('\n', rows)).ShouldHaveSingleItem().Release!.RowsStored.ShouldBe(6);
    }

    [Theory]
    [InlineData(Value + "5\n" + Mass + "6\n", null)]
    [InlineData(Value + "5\n" + Mass + "6\n" + Value + "5\n", "SRC-0024")]
    [InlineData(Value + "5\n" + Mass + "6\n" + Value + "7\n", "SRC-0024")]
    [InlineData(Mass + "5\n" + Value + "6\n" + Mass + "7\n", "SRC-0024")]
    public void Value_and_mass_are_one_statement_each(string records, string? code)
    {
        using var temporary = new TemporaryStore();
        temporary.IngestText("answer.csv", Key + records).ShouldHaveSingleItem().Fault?.Code.ShouldBe(code);
        temporary.Store.Releases().Count.ShouldBe(code is null ? 1 : 0);
    }

    // Slices of two rows each: the repeated cell is in the first and the last, or on both sides of a seam.
    [Theory]
    [InlineData("CN US JP KR CN VN", true)]
    [InlineData("CN US US JP", true)]
    [InlineData("US JP CN US", true)]
    [InlineData("CN US JP KR VN IN", false)]
    [InlineData("VN US JP CN KR IN", false)]
    public void A_repetition_is_found_across_slices(string partners, bool repeated)
    {
        using var temporary = new TemporaryStore();
        using var staging = new ReleaseStaging(new DirectoryInfo(Path.Combine(temporary.Store.Root.FullName, "slices")), "case", progress: null, sliceRows: 2);
        staging.Describe(new Plimsoll.Sources.ReleaseHeader("case", "case", "EUR", "case/1", WholePeriods: true, PublishedAt: null));
        var batch = new Plimsoll.Sources.ObservationBatch();
        foreach (var partner in partners.Split(' '))
        {
            batch.Add(StoredCase.Cell("DE", partner, "85051110", Flow.Import, 0, 1m));
            staging.Store(batch);
            batch.Clear();
        }

        staging.Finish();
        (staging.Repeated is not null).ShouldBe(repeated);
    }
}
