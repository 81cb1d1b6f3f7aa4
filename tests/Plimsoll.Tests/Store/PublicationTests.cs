using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store;

/// <summary>Zero, suppressed, missing and partial: docs/methods/coverage.md, case by case.</summary>
public sealed class PublicationTests
{
    private const string Product = "85051110";
    private static readonly string[] Reporters = ["AT", "BE", "DE", "FR", "IT", "NL"];
    private static readonly string[] Partners = ["CN", "US", "JP", "IN"];

    [Fact]
    public void Zero_suppressed_and_missing_are_three_things()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(
            temporary.Store,
            1,
            0,
            whole: true,
            [
                StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 0m),
                StoredCase.Cell("DE", "CN", Product, Flow.Import, 1, null, ObservationFlags.Confidential),
                StoredCase.Cell("DE", "CN", Product, Flow.Import, 2, null, ObservationFlags.Missing),
                StoredCase.Cell("DE", "US", Product, Flow.Import, 3, 5m),
                StoredCase.Cell("DE", "US", Product, Flow.Import, 5, 5m),
            ]);
        using var snapshot = temporary.Store.Snapshot("case", 1);

        StoredCase.Series(snapshot, "DE", "CN", Product, Flow.Import).Points.Select(p => (p.Value, p.State)).ShouldBe(
        [
            (0m, PointState.Published),
            (0m, PointState.Suppressed),
            (null, PointState.Missing),
            (0m, PointState.Published),
            (null, PointState.Missing),
            (0m, PointState.Published),
        ]);
        temporary.Store.Query(new TradeQuery("case") { Partners = ["CN"] }).Select(r => (r.Period.ToString(), r.Value, r.Flags)).ShouldBe(
            [("2024-01", 0m, ""), ("2024-02", null, "c"), ("2024-03", null, ":")]);
    }

    [Fact]
    public void A_mass_that_was_not_given_leaves_no_sum_of_masses_and_the_value_as_it_is()
    {
        using var temporary = new TemporaryStore();
        var given = StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 100m) with { QuantityKg = 7_000 };
        StoredCase.Put(temporary.Store, 1, 0, whole: true, [given, StoredCase.Cell("FR", "CN", Product, Flow.Import, 0, 500m)]);
        using var snapshot = temporary.Store.Snapshot("case", 1);
        var block = snapshot.NewBlock();
        snapshot.Read(Product, block);
        Series Of(Measure measure, params string[] reporters) => new Selection(snapshot, reporters.Select(r => Country.Parse(r).Value), [Country.China], Flow.Import).Series(block, measure);
        Of(Measure.Value, "DE", "FR").Points[0].ShouldBe(new SeriesPoint(600m, PointState.Published, ObservationFlags.None));
        Of(Measure.Kilograms, "DE").Points[0].Value.ShouldBe(7m);
        Of(Measure.Kilograms, "DE", "FR").Points[0].State.ShouldBe(PointState.Missing);
    }

    [Fact]
    public void A_cell_listed_without_value_leaves_no_sum_of_the_others()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(
            temporary.Store,
            1,
            0,
            whole: true,
            [
                .. Reporters.Select(r => StoredCase.Cell(r, "CN", Product, Flow.Import, 0, r == "DE" ? null : 7m, r == "DE" ? ObservationFlags.Missing : ObservationFlags.None)),
                .. Reporters.Select(r => StoredCase.Cell(r, "CN", Product, Flow.Import, 1, r == "DE" ? null : 7m, r == "DE" ? ObservationFlags.Confidential : ObservationFlags.None)),
                .. Reporters.Select(r => StoredCase.Cell(r, "CN", Product, Flow.Import, 2, 7m)),
            ]);
        using var snapshot = temporary.Store.Snapshot("case", 1);
        Sum(snapshot, ["CN"]).Points.ShouldBe(
        [
            new SeriesPoint(null, PointState.Missing, ObservationFlags.Missing),
            new SeriesPoint(35m, PointState.Suppressed, ObservationFlags.Confidential),
            new SeriesPoint(42m, PointState.Published, ObservationFlags.None),
        ]);
        temporary.Store.Query(new TradeQuery("case") { By = QueryDimensions.Month }).Select(r => (r.Value, r.Flags)).ShouldBe([(null, "partial"), (35m, "c"), (42m, "")]);
    }

    [Fact]
    public void An_answer_with_an_unexplained_gap_has_no_sum_across_the_gap()
    {
        // Eurostat's answer as SDMX-CSV: France is listed for the month, without a value and without a reason.
        using var temporary = new TemporaryStore();
        temporary.IngestText(
            "answer.csv",
            """
            DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG
            ESTAT:DS-045409(1.0),13/02/26 11:00:00,M,DE,CN,85051110,1,VALUE_IN_EUROS,2025-01,100,
            ESTAT:DS-045409(1.0),13/02/26 11:00:00,M,FR,CN,85051110,1,VALUE_IN_EUROS,2025-01,:,
            ESTAT:DS-045409(1.0),13/02/26 11:00:00,M,DE,CN,85051110,1,VALUE_IN_EUROS,2025-02,100,
            ESTAT:DS-045409(1.0),13/02/26 11:00:00,M,FR,CN,85051110,1,VALUE_IN_EUROS,2025-02,20,

            """).ShouldHaveSingleItem().Release.ShouldNotBeNull().RowsStored.ShouldBe(4);
        using var snapshot = temporary.Store.Snapshot("comext", 1);
        var block = snapshot.NewBlock();
        snapshot.Read(Product, block);
        Series Of(params string[] reporters) =>
            new Selection(snapshot, reporters.Select(r => Country.Parse(r).Value), [Country.China], Flow.Import).Series(block, Measure.Value);
        Of("DE", "FR").Points.Select(p => (p.Value, p.State)).ShouldBe([(null, PointState.Missing), (120m, PointState.Published)]);
        Of("DE").Points.Select(p => (p.Value, p.State)).ShouldBe([(100m, PointState.Published), (100m, PointState.Published)]);
    }

    [Fact]
    public void A_mass_that_is_missing_leaves_the_sum_of_the_values()
    {
        using var temporary = new TemporaryStore();
        var cells = Reporters.Select(r => StoredCase.Cell(r, "CN", Product, Flow.Import, 0, 7m)).ToList();
        StoredCase.Put(
            temporary.Store,
            1,
            0,
            whole: true,
            [
                .. cells.Select(c => c with { QuantityKg = c.Reporter.Code == "DE" ? Fixed3.Null : 2000, Flags = c.Reporter.Code == "DE" ? ObservationFlags.Missing : ObservationFlags.None }),
            ]);
        using var snapshot = temporary.Store.Snapshot("case", 1);
        var block = snapshot.NewBlock();
        snapshot.Read(Product, block);
        var all = new Selection(snapshot, Reporters.Select(r => Country.Parse(r).Value), [Country.China], Flow.Import);
        all.Series(block, Measure.Value).Points.ShouldHaveSingleItem().ShouldBe(new SeriesPoint(42m, PointState.Published, ObservationFlags.None));
        all.Series(block, Measure.Kilograms).Points.ShouldHaveSingleItem().ShouldBe(new SeriesPoint(null, PointState.Missing, ObservationFlags.Missing));
    }

    [Fact]
    public void A_month_that_late_reporters_lack_has_no_total_but_has_the_partner_that_all_gave()
    {
        // As December 2025 in the published tables: everybody has given China, half of them nothing else.
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Months(12, (_, _) => true).Concat(Months(1, (r, p) => p is "CN" || r is "AT" or "BE" or "DE", first: 12)));
        using var snapshot = temporary.Store.Snapshot("case", 1);
        var last = Period.Of(Month.Of(2025, 1));

        Sum(snapshot, ["CN"])[last].ShouldBe(new SeriesPoint(6m, PointState.Published, ObservationFlags.None));
        Sum(snapshot, Partners)[last].ShouldBe(new SeriesPoint(null, PointState.Partial, ObservationFlags.None));
        Sum(snapshot, ["US"])[last].State.ShouldBe(PointState.Partial);
        Sum(snapshot, Partners)[Period.Of(Month.Of(2024, 12))].Value.ShouldBe(24m);
        var row = temporary.Store.Query(new TradeQuery("case") { By = QueryDimensions.Month, From = last.Start }).ShouldHaveSingleItem();
        (row.Value, row.Flags).ShouldBe((null, "partial"));
    }

    [Fact]
    public void A_late_reporter_of_less_than_a_hundredth_leaves_the_total_complete()
    {
        using var temporary = new TemporaryStore();
        decimal Size(string reporter) => reporter == "NL" ? 1m : 100m;
        var rows = Months(13, (_, _) => true).Select(c => c with { Value = Fixed3.FromDecimal(Size(c.Reporter.Code))!.Value });
        var last = Period.Of(Month.Of(2025, 1));
        StoredCase.Put(temporary.Store, 1, 0, whole: true, rows.Where(c => c.Period != last || c.Reporter.Code != "NL" || c.Partner == Country.China));
        using var snapshot = temporary.Store.Snapshot("case", 1);
        Sum(snapshot, Partners)[last].ShouldBe(new SeriesPoint(2001m, PointState.Published, ObservationFlags.None));
    }

    [Fact]
    public void What_only_a_late_reporter_would_have_is_missing()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Months(12, (_, _) => true).Concat(Months(1, (r, p) => r != "DE" || p is "CN", first: 12)));
        using var snapshot = temporary.Store.Snapshot("case", 1);
        StoredCase.Series(snapshot, "DE", "US", Product, Flow.Import)[Period.Of(Month.Of(2025, 1))].ShouldBe(SeriesPoint.None);
    }

    [Fact]
    public void Two_months_are_too_few_to_expect_anything()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Months(2, (_, _) => true).Concat(Months(1, (_, p) => p is "CN", first: 2)));
        using var snapshot = temporary.Store.Snapshot("case", 1);
        Sum(snapshot, ["US"])[Period.Of(Month.Of(2024, 3))].ShouldBe(new SeriesPoint(0m, PointState.Published, ObservationFlags.None));
    }

    [Fact]
    public void A_pair_without_trade_in_a_full_month_is_zero()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Months(12, (_, _) => true).Concat(Months(1, (r, p) => r != "DE" || p != "CN", first: 12)));
        using var snapshot = temporary.Store.Snapshot("case", 1);
        Sum(snapshot, ["CN"])[Period.Of(Month.Of(2025, 1))].ShouldBe(new SeriesPoint(5m, PointState.Published, ObservationFlags.None));
    }

    [Fact]
    public void A_slice_says_nothing_about_the_cells_that_it_does_not_list()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: false, [StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 1m), StoredCase.Cell("FR", "US", Product, Flow.Import, 0, 1m)]);
        using var snapshot = temporary.Store.Snapshot("case", 1);

        // DE × US is inside the slice's scope and had no trade; nobody asked for India.
        StoredCase.Series(snapshot, "DE", "US", Product, Flow.Import).Points[0].ShouldBe(new SeriesPoint(0m, PointState.Published, ObservationFlags.None));
        StoredCase.Series(snapshot, "DE", "IN", Product, Flow.Import).Points[0].State.ShouldBe(PointState.Missing);
        StoredCase.Series(snapshot, "DE", "CN", "85051190", Flow.Import).Points[0].State.ShouldBe(PointState.Missing);
    }

    [Fact]
    public void A_cell_that_a_revision_drops_is_gone()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 1, whole: true, [StoredCase.Cell("DE", "CN", Product, Flow.Import, 0, 1m), StoredCase.Cell("DE", "US", Product, Flow.Import, 0, 2m)]);
        StoredCase.Put(temporary.Store, 2, 2, whole: true, [StoredCase.Cell("DE", "US", Product, Flow.Import, 0, 3m)]);
        using var snapshot = temporary.Store.Snapshot("case", 1);
        StoredCase.Series(snapshot, "DE", "CN", Product, Flow.Import).Points[0].Value.ShouldBe(0m);
        temporary.Store.Query(new TradeQuery("case")).ShouldHaveSingleItem().Value.ShouldBe(3m);
        using var before = temporary.Store.Snapshot("case", 1, new DateOnly(2026, 1, 2));
        StoredCase.Series(before, "DE", "CN", Product, Flow.Import).Points[0].Value.ShouldBe(1m);
    }

    private static IEnumerable<Observation> Months(int count, Func<string, string, bool> has, int first = 0) =>
        from month in Enumerable.Range(first, count)
        from reporter in Reporters
        from partner in Partners
        where has(reporter, partner)
        select StoredCase.Cell(reporter, partner, Product, Flow.Import, month, 1m);

    private static Series Sum(TradeSnapshot snapshot, string[] partners)
    {
        var block = snapshot.NewBlock();
        snapshot.Read(Product, block);
        return new Selection(snapshot, Reporters.Select(r => Country.Parse(r).Value), partners.Select(p => Country.Parse(p).Value), Flow.Import).Series(block, Measure.Value);
    }
}
