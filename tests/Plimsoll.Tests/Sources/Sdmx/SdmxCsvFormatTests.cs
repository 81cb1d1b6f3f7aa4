using System.Globalization;
using Plimsoll.Sources;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

public sealed class SdmxCsvFormatTests
{
    private const string Header = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n";
    private const string Start = "ESTAT:DS-045409(1.0),13/02/26 11:00:00,";
    private const string Good = Start + "M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,1000.0,\n";

    [Fact]
    public void An_answer_of_Eurostat_is_described_by_itself()
    {
        var (fault, sink) = Answer.OfSpecimen("eurostat-api/CN_48064010.csv.gz");
        fault.ShouldBeNull();
        sink.Header.ShouldBe(new ReleaseHeader("comext", "DS-045409", "EUR", "sdmx-csv/1", WholePeriods: false, Utc("2026-02-13T10:00:00Z")) { Exhaustive = true });
        sink.Rows[0].ShouldBe(new Observation(Of("AT"), Of("BG"), Product("48064010"), Flow.Export, Month(2023, 5)) { QuantityKg = 3_000 });
    }

    [Theory]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,295.0,", 295_000L, null, null, ObservationFlags.None)]
    [InlineData("M,DE,CN,39206290,1,QUANTITY_IN_100KG,2025-01,0.09,p", null, 9_000L, null, ObservationFlags.Provisional)]
    [InlineData("M,DE,CN,392062,2,QUANTITY_KG,2025-01,12.5,e", null, 12_500L, null, ObservationFlags.Estimated)]
    [InlineData("M,DE,CN,85235910,1,SUPPLEMENTARY_QUANTITY,2025-01,7,b", null, null, 7_000L, ObservationFlags.Break)]
    [InlineData("M,DE,CN,39206290,1,VALUE_EUR,2025-01,0,", 0L, null, null, ObservationFlags.None)]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,,", null, null, null, ObservationFlags.Missing)]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,:,c", null, null, null, ObservationFlags.Confidential)]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,32310.000000000004,", 32_310_000L, null, null, ObservationFlags.None)]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,1.2E3,", 1_200_000L, null, null, ObservationFlags.None)]
    public void Indicators_fill_their_own_column(string record, long? value, long? kilograms, long? supplementary, ObservationFlags flags)
    {
        var row = Answer.Of(Header + Start + record + "\n").Sink.Rows.ShouldHaveSingleItem();
        (row.Value, row.QuantityKg, row.SupplementaryQuantity).ShouldBe((value ?? Fixed3.Null, kilograms ?? Fixed3.Null, supplementary ?? Fixed3.Null));
        row.Flags.ShouldBe(flags);
    }

    [Theory]
    [InlineData("M,ABc,CN,39206290,1,VALUE_IN_EUROS,2025-01,1,", 4, "TRD-0002")]
    [InlineData("M,JJ,CN,39206290,1,VALUE_IN_EUROS,2025-01,1,", 4, "TRD-0004")]
    [InlineData("M,DE,CN,39999999,1,VALUE_IN_EUROS,2025-01,1,", 6, "SRC-0013")]
    [InlineData("M,DE,,39206290,1,VALUE_IN_EUROS,2025-01,1,", 5, "TRD-0002")]
    [InlineData("M,DE,CN,392,1,VALUE_IN_EUROS,2025-01,1,", 6, "TRD-0001")]
    [InlineData("M,DE,CN,39206290,4,VALUE_IN_EUROS,2025-01,1,", 7, "SRC-0122")]
    [InlineData("M,DE,CN,39206290,3,VALUE_IN_EUROS,2025-01,1,", 7, "SRC-0122")]
    [InlineData("M,DE,CN,39206290,1,VALUE_NAC,2025-01,1,", 8, "SRC-0123")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-13,1,", 9, "TRD-0003")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025,1,", 9, "SRC-0124")]
    [InlineData("W,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,1,", 9, "SRC-0124")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,NaN,", 10, "SRC-0125")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,Infinity,", 10, "SRC-0125")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,\"1,000\",", 10, "SRC-0125")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,-1,", 10, "SRC-0126")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,1.0004,", 10, "SRC-0127")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,74168.1134,", 10, "SRC-0127")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,1e-40,", 10, "SRC-0127")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,1000000000000000,", 10, "SRC-0128")]
    [InlineData("M,DE,CN,39206290,1,QUANTITY_IN_100KG,2025-01,10000000000000,", 10, "SRC-0128")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,1e400,", 10, "SRC-0128")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,1,?", 11, "SRC-0129")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01,1,m", 11, "SRC-0131")]
    [InlineData("M,DE,CN,39206290,1,VALUE_IN_EUROS,2025-01", 0, "SRC-0120")]
    public void A_bad_record_is_refused_where_it_is_bad_and_its_neighbours_stay(string record, int column, string code)
    {
        var (fault, sink) = Answer.Of(Header + Good + Start + record + "\n" + Good);
        fault.ShouldBeNull();
        sink.Rows.Count.ShouldBe(2);
        var refusal = sink.Refusals.ShouldHaveSingleItem();
        (refusal.Line, refusal.Column, refusal.Fault.Code).ShouldBe((3, column, code));
    }

    [Theory]
    [InlineData("A", "2024", "2024")]
    [InlineData("Q", "2024-Q2", "2024-Q2")]
    [InlineData("M", "2024-02-01", "2024-02")]
    [InlineData("Q", "2024-04-01", "2024-Q2")]
    [InlineData("A", "2024-01-01T00:00:00", "2024")]
    [InlineData("M", "2024-02-01T00:00:00Z", "2024-02")]
    public void Frequencies_say_how_long_a_date_lasts(string frequency, string period, string expected) =>
        Answer.Of(Header + Start + $"{frequency},DE,CN,39206290,1,VALUE_IN_EUROS,{period},1,\n").Sink.Rows.ShouldHaveSingleItem().Period.ToString().ShouldBe(expected);

    [Fact]
    public void Columns_are_found_by_name_in_any_order()
    {
        const string answer = "DATAFLOW;OBS_VALUE;TIME_PERIOD: Time;FLOW: Flow;PRODUCT;PARTNER: Partner;REPORTER: Reporter;INDICATORS;FREQ: Frequency\n"
            + "ESTAT:DS-059341(1.0): World trade;5;2024-02;2: EXPORT;8507;CN: China;GR: Greece;VALUE_EUR;M: Monthly\n";
        var (_, sink) = Answer.Of(answer);
        sink.Header!.Source.ShouldBe("eurostat-hs");
        sink.Header.PublishedAt.ShouldBeNull();
        sink.Rows.ShouldHaveSingleItem().ShouldBe(new Observation(Of("EL"), Of("CN"), Product("8507"), Flow.Export, Month(2024, 2)) { Value = 5_000 });
    }

    [Fact]
    public void Version_2_refuses_deletions_and_reads_both_statuses()
    {
        const string answer = "STRUCTURE[;],STRUCTURE_ID,ACTION,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\n"
            + "dataflow,ESTAT:DS-045409(1.0),I,M,DE,CN,TOTAL,1,VALUE_IN_EUROS,2024-01,10,A,F\n"
            + "dataflow,ESTAT:DS-045409(1.0),R,M,DE,CN,TOTAL,2,VALUE_IN_EUROS,2024-01,,Q,C\n"
            + "dataflow,ESTAT:DS-045409(1.0),M,M,DE,US,TOTAL,2,VALUE_IN_EUROS,2024-01,,M,F\n"
            + "dataflow,ESTAT:DS-045409(1.0),D,M,DE,US,TOTAL,1,VALUE_IN_EUROS,2024-01,,,\n"
            + "dataflow,ESTAT:DS-045409(1.0),E,M,DE,US,TOTAL,1,VALUE_IN_EUROS,2024-01,1,,\n";
        var (_, sink) = Answer.Of(answer);
        sink.Rows.Select(r => r.Flags).ShouldBe([ObservationFlags.None, ObservationFlags.Confidential, ObservationFlags.Missing]);
        sink.Refusals.Select(r => (r.Line, r.Column, r.Fault.Code)).ShouldBe([(5, 3, "SRC-0130"), (6, 3, "SRC-0130")]);
    }

    [Fact]
    public void Our_own_dataflows_may_hold_balances()
    {
        const string answer = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
            + "PLIMSOLL:PUBLISHED(1.0),2026-02-13T10:00:00Z,A,EU27_2020,CN,TOTAL,BAL,VALUE_IN_EUROS,2025,-359800000000\n";
        var (_, sink) = Answer.Of(answer);
        (sink.Header!.Source, sink.Header.Dataset, sink.Header.PublishedAt).ShouldBe(("published", "PUBLISHED", Utc("2026-02-13T10:00:00Z")));
        var row = sink.Rows.ShouldHaveSingleItem();
        (row.Flow, row.Value).ShouldBe((Flow.Balance, -359_800_000_000_000));
    }

    [Fact]
    public void A_record_of_another_dataflow_or_publication_is_refused()
    {
        var other = Good.Replace("045409", "059341", StringComparison.Ordinal);
        var later = Good.Replace("13/02/26", "14/02/26", StringComparison.Ordinal);
        var unreadable = Good.Replace("13/02/26", "soon", StringComparison.Ordinal);
        var (fault, sink) = Answer.Of(Header + unreadable + Good + other + later + Good);
        fault.ShouldBeNull();
        sink.Rows.Count.ShouldBe(2);
        sink.Refusals.Select(r => (r.Line, r.Column, r.Fault.Code)).ShouldBe([(2, 2, "SRC-0114"), (4, 1, "SRC-0113"), (5, 2, "SRC-0114")]);
    }

    [Fact]
    public void An_answer_without_records_says_why() => Answer.Of(Header).Fault!.Code.ShouldBe("SRC-0112");

    [Fact]
    public void A_column_named_twice_is_refused() => Answer.Of("DATAFLOW,freq,FREQ\nx,y,z\n").Fault!.Code.ShouldBe("SRC-0111");

    [Theory]
    [InlineData("sdmx10_csv_labels_both.csv", "MD:MD_TEST(1.0)")]
    [InlineData("sdmx10_data_v1_datetime.csv", "BMS:DF_EXR(1.0)")]
    [InlineData("sdmx20_csv_labels_both.csv", "MD:MD_TEST(1.0)")]
    [InlineData("sdmx20_csv_labels_name.csv", "MD:MD_TEST(1.0)")]
    [InlineData("sdmx20_data_v2.csv", "BIS:BIS_DER(1.0)")]
    [InlineData("sdmx20_data_v2_invalid_action.csv", "TEST:TEST_MD(1.0)")]
    [InlineData("sdmx20_data_v2_structures.csv", "ESTAT:DF_A(1.6.0)")]
    [InlineData("sdmx21_data_v21_three_actions.csv", "TEST:TEST_MD(1.0)")]
    public void Another_agency_s_dataflow_is_refused_by_name(string file, string dataflow)
    {
        var (fault, sink) = Answer.OfSpecimen($"sdmx-other/{file}");
        (fault!.Code, fault.Text).ShouldBe(("SRC-0110", dataflow));
        fault.Message.ShouldContain("it has no reporter, partner, product, flow, indicators");
        sink.RowsIn.ShouldBe(0);
    }

    [Fact]
    public void A_foreign_dataflow_is_named_even_when_its_records_lack_fields()
    {
        var fault = Answer.Of("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,OBS_VALUE\ndataflow,BIS:BIS_DER(1.0),A,1\n").Fault!;
        (fault.Code, fault.Text).ShouldBe(("SRC-0110", "BIS:BIS_DER(1.0)"));
    }

    [Fact]
    public void An_answer_of_which_no_record_can_be_used_says_why()
    {
        var (fault, sink) = Answer.Of(Header + "ESTAT:DS-045409(1.0)\nnonsense,,,,,,,,,,\n");
        fault!.Code.ShouldBe("SRC-0113");
        sink.Refusals.Select(r => (r.Line, r.Fault.Code)).ShouldBe([(2, "SRC-0120"), (3, "SRC-0113")]);
    }

    private static Country Of(string code) => Country.Parse(code).Value;

    private static ProductCode Product(string code) => ProductCode.Parse(code).Value;

    private static Period Month(int year, int month) => Period.Of(Plimsoll.Trade.Month.Of(year, month));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
