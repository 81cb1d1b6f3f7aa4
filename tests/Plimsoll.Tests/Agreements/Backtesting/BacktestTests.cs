using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Backtesting;
using Plimsoll.Tests.Agreements.Evidence;
using Plimsoll.Tests.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Backtesting;

public sealed class BacktestTests(PublishedStore published) : IClassFixture<PublishedStore>
{
    // Published: a deficit of 304.5 bn in March 2025; 359.8 bn for 2025 in June 2026, 312.3 bn for 2024 by July; amber is 310.25 bn.
    [Fact]
    public void The_deficit_of_2024_turned_amber_by_revision_alone()
    {
        var backtest = Run("billion-a-day", (2025, 1), (2026, 7));
        Lines(backtest).ShouldBe(
        [
            "2026-06-30 2025 Green>Amber NewPeriod -304500000000>-359800000000",
            "2026-07-31 2024 Green>Amber Revision -304500000000>-312300000000",
        ]);
        (backtest.Entered, backtest.Left, backtest.ByRevision).ShouldBe((2, 0, 1));
    }

    [Fact]
    public void The_worked_example_of_the_page_is_what_comes_out()
    {
        var page = File.ReadLines(Path.Combine(Repository.Root, "docs", "methods", "backtest.md")).Where(l => l.StartsWith("| 2026-", StringComparison.Ordinal));
        var rows = Run("billion-a-day", (2025, 1), (2026, 7)).Changes.Select(c => string.Create(
            CultureInfo.InvariantCulture,
            $"| {c.Day:yyyy-MM-dd} | {c.Period} | {c.From} | {c.To} | {(c.Cause == ChangeCause.NewPeriod ? "new_period" : c.Cause)} | {c.ValueBefore:0} | {c.Value:0} |"));
        rows.ShouldBe(page, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Where_a_clause_stands_on_the_first_day_is_no_change_that_fired()
    {
        var backtest = Run("annual-goods-deficit", (2025, 3), (2025, 12));
        Lines(backtest).ShouldBe(["2025-03-31 2024 >Amber Opening >-304500000000"]);
        (backtest.Entered, backtest.Left, backtest.ByRevision).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData(Zone.Green, Zone.Amber, true, false)]
    [InlineData(Zone.Pending, Zone.Red, true, false)]
    [InlineData(Zone.NotAssessable, Zone.Amber, true, false)]
    [InlineData(Zone.Amber, Zone.Red, true, false)]
    [InlineData(Zone.Recovering, Zone.Amber, false, false)]
    [InlineData(Zone.Amber, Zone.Recovering, false, false)]
    [InlineData(Zone.Amber, Zone.NotAssessable, false, false)]
    [InlineData(Zone.Green, Zone.Pending, false, false)]
    [InlineData(Zone.Red, Zone.Amber, false, true)]
    [InlineData(Zone.Recovering, Zone.Green, false, true)]
    public void Entering_and_leaving_follow_the_colour_and_not_its_waiting_rooms(Zone from, Zone to, bool enters, bool leaves)
    {
        var change = new BacktestChange(new DateOnly(2026, 1, 31), "one", new("DE", "CN", "TOTAL", Flow.Import), Period.OfYear(2025), from, to, ChangeCause.NewPeriod, null, null, "", AgreementStatus.Illustrative);
        (change.Enters, change.Leaves).ShouldBe((enters, leaves));
    }

    [Fact]
    public void Days_without_new_figures_say_nothing() => Run("annual-goods-deficit", (2025, 4), (2026, 5)).Changes.Count.ShouldBe(1);

    [Fact]
    public void A_clause_without_figures_is_never_assessable_and_fires_never()
    {
        var backtest = Run("rolling-goods-deficit", (2025, 1), (2026, 6));
        backtest.Changes.ShouldBeEmpty();
        backtest.NeverAssessable.ShouldBe(["rolling-goods-deficit"]);
    }

    // January: 60 of 100 from China, revised in the month after to 30; a third release makes it 60 again.
    [Fact]
    public void A_colour_that_revisions_give_and_take_is_counted_each_time()
    {
        using var temporary = new TemporaryStore();
        (int Month, int China)[] releases = [(2, 60), (3, 30), (4, 60)];
        foreach (var (month, china) in releases)
        {
            temporary.IngestText(
                "full_v2_202401.dat",
                Sources.Comext.Bulk.Header + Sources.Comext.Bulk.Row("DE", "CN", "85051110", 1, "202401", china, month) + Sources.Comext.Bulk.Row("DE", "US", "85051110", 1, "202401", 100 - china, 1),
                new DateTimeOffset(2024, month, 15, 0, 0, 0, TimeSpan.Zero));
        }

        var backtest = Backtest.Run(temporary.Store, AgreementFile.Parse(SupplierClause.Text(vintage: "as_of"), "case.yaml").Agreement!, Month.Of(2024, 2), Month.Of(2024, 6), TestContext.Current.CancellationToken);
        Lines(backtest).ShouldBe(["2024-02-29 2024-01 >Red Opening >0.6", "2024-03-31 2024-01 Red>Green Revision 0.6>0.3", "2024-04-30 2024-01 Green>Red Revision 0.3>0.6"]);
        (backtest.Entered, backtest.Left, backtest.ByRevision).ShouldBe((1, 1, 2));

        var first = Backtest.Run(temporary.Store, AgreementFile.Parse(SupplierClause.Text(vintage: "first_release"), "case.yaml").Agreement!, Month.Of(2024, 2), Month.Of(2024, 6), TestContext.Current.CancellationToken);
        first.ByRevision.ShouldBe(0);
    }

    private Backtest Run(string clause, (int Year, int Month) from, (int Year, int Month) to)
    {
        var agreement = PublishedStore.Agreement.Agreement!;
        return Backtest.Run(
            published.Store, agreement with { Clauses = [.. agreement.Clauses.Where(c => c.Id == clause)] }, Month.Of(from.Year, from.Month), Month.Of(to.Year, to.Month), TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Lines(Backtest backtest) => backtest.Changes.Select(c => string.Create(
        CultureInfo.InvariantCulture, $"{c.Day:yyyy-MM-dd} {c.Period} {c.From}>{c.To} {c.Cause} {c.ValueBefore:0.###}>{c.Value:0.###}"));
}
