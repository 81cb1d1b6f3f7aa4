using Plimsoll.Agreements;
using Plimsoll.Sources;
using Plimsoll.Tests.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Run;

public sealed class AgreementRunTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Fact]
    public void An_empty_store_makes_every_clause_not_assessable_and_never_green()
    {
        using var temporary = new TemporaryStore();
        var agreement = AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml")).Agreement!;
        using var run = new AgreementRun(temporary.Store, asOf: null, Today);
        var findings = run.Assess(agreement, TestContext.Current.CancellationToken);
        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(f => f.Zone == Zone.NotAssessable && f.Reason != null);
    }

    // January: 60 from China, 30 from the United States, nothing secret: 0.6² by 60/90 and 30/90 is 4/9 + 1/9 = 5/9.
    [Fact]
    public void A_clause_on_concentration_reads_every_supplier_outside_the_Union()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, day: 1, whole: true, [.. Months(2, ("CN", 60), ("US", 30), ("FR", 500))]);
        var finding = Last(temporary, SupplierClause.Text("hhi"));
        finding.Readings[0].Value!.Value.ShouldBe(5m / 9m, 1e-20m);
        finding.Zone.ShouldBe(Zone.Red);
    }

    [Theory]
    [InlineData(9, Zone.Red, null)]
    [InlineData(11, Zone.NotAssessable, "AGR-0103")]
    public void More_than_the_allowed_share_of_secret_partners_leaves_no_verdict(int secret, Zone zone, string? reason)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, day: 1, whole: true, [.. Months(2, ("CN", 70), ("US", 30 - secret), ("QZ", secret))]);
        var finding = Last(temporary, SupplierClause.Text(confidential: "0.1"));
        finding.Zone.ShouldBe(zone);
        finding.Reason?.Code.ShouldBe(reason);
        finding.Readings[0].Coverage.ConfidentialShare.ShouldBe(secret / 100m);
    }

    // The first figures of January say 60 of 100 from China, the revision says 30.
    [Theory]
    [InlineData("as_of", Zone.Green, 0.3)]
    [InlineData("first_release", Zone.Red, 0.6)]
    public void A_revision_changes_the_verdict_only_where_the_clause_does_not_ask_for_the_first_release(string rule, Zone zone, double share)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, day: 1, whole: true, [.. Months(1, ("CN", 60), ("US", 40))]);
        StoredCase.Put(temporary.Store, 2, day: 40, whole: true, [.. Months(1, ("CN", 30), ("US", 70))]);
        var agreement = Agreement(SupplierClause.Text(vintage: rule));
        using var run = new AgreementRun(temporary.Store, asOf: null, Today);
        var finding = run.Assess(agreement, TestContext.Current.CancellationToken).ShouldHaveSingleItem();
        finding.Zone.ShouldBe(zone);
        finding.Readings[0].Value.ShouldBe((decimal)share);
        finding.Releases.ShouldHaveSingleItem().ShouldEndWith(zone == Zone.Red ? "1" : "2");
        run.History(agreement, FindingId.Parse(finding.Id).Value)![^1].Zone.ShouldBe(zone);
    }

    // A share of January or one of twelve months, of which only January is published: 30 of 100 at first, 60 after a revision. No release
    // has both values, so none is the first that has, and the revision does not decide in its place.
    [Theory]
    [InlineData("as_of", Zone.Red, null)]
    [InlineData("first_release", Zone.NotAssessable, "AGR-0102")]
    public void Where_no_release_has_every_value_there_is_no_first_release_and_no_later_one_stands_in(string rule, Zone zone, string? reason)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, day: 1, whole: true, [.. Months(1, ("CN", 30), ("US", 70))]);
        StoredCase.Put(temporary.Store, 2, day: 40, whole: true, [.. Months(1, ("CN", 60), ("US", 40))]);
        var agreement = Agreement(SupplierClause.OrOverAYear(SupplierClause.Text(vintage: rule)));
        using var run = new AgreementRun(temporary.Store, asOf: null, Today);
        var finding = run.Assess(agreement, TestContext.Current.CancellationToken).ShouldHaveSingleItem();
        finding.Zone.ShouldBe(zone);
        finding.Reason?.Code.ShouldBe(reason);
        run.History(agreement, FindingId.Parse(finding.Id).Value)![^1].ShouldSatisfyAllConditions(
            last => last.Zone.ShouldBe(zone), last => last.Reason.ShouldBe(finding.Reason));
        if (reason is not null)
        {
            finding.Readings.ShouldAllBe(r => r.Value == null);
            finding.Reason!.Message.ShouldContain("AGR-0106");
            finding.Reason.Message.ShouldContain("share.roll12");
        }
    }

    [Theory]
    [InlineData(3, "2024-02")]
    [InlineData(5, "2024-06")]
    public void A_clause_is_shown_for_the_newest_period_that_can_be_assessed_up_to_three_back(int unpublished, string period)
    {
        using var temporary = new TemporaryStore();
        var others = Enumerable.Range(1, unpublished).Select(month => StoredCase.Cell("FR", "CN", SupplierClause.Product, Flow.Import, month, 1m));
        StoredCase.Put(temporary.Store, 1, day: 1, whole: false, [.. Months(2, ("CN", 60), ("US", 40)), .. others]);
        Last(temporary, SupplierClause.Text()).Period.ToString().ShouldBe(period);
    }

    [Fact]
    public void A_period_that_nobody_asked_for_is_never_the_answer()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, day: 1, whole: true, [.. Months(2, ("CN", 60), ("US", 40))]);
        var agreement = Agreement(SupplierClause.Text());
        using var run = new AgreementRun(temporary.Store, asOf: null, Today);
        run.History(agreement, FindingId.Parse("case/one@DE.CN.85051110/2024-02").Value)![^1].Period.ToString().ShouldBe("2024-02");
        run.History(agreement, FindingId.Parse("case/one@DE.CN.85051110/2030-01").Value).ShouldBeNull();
    }

    // Red, five months that nobody published, one month inside: the colour is left when two of three months say so.
    [Fact]
    public void The_board_looks_back_as_far_as_the_explanation()
    {
        using var temporary = new TemporaryStore();
        var others = Enumerable.Range(2, 5).Select(month => StoredCase.Cell("FR", "CN", SupplierClause.Product, Flow.Import, month, 1m));
        var inside = new[] { StoredCase.Cell("DE", "CN", SupplierClause.Product, Flow.Import, 7, 10m), StoredCase.Cell("DE", "US", SupplierClause.Product, Flow.Import, 7, 90m) };
        StoredCase.Put(temporary.Store, 1, day: 1, whole: false, [.. Months(2, ("CN", 60), ("US", 40)), .. others, .. inside]);
        var agreement = Agreement(SupplierClause.Text(persistence: "{k: 2, n: 3}"));
        using var run = new AgreementRun(temporary.Store, asOf: null, Today);
        var finding = run.Assess(agreement, TestContext.Current.CancellationToken).ShouldHaveSingleItem();
        finding.Zone.ShouldBe(Zone.Recovering);
        run.History(agreement, FindingId.Parse(finding.Id).Value)![^1].Zone.ShouldBe(finding.Zone);
    }

    [Fact]
    public void A_sweep_says_what_the_history_of_each_finding_says()
    {
        using var temporary = new TemporaryStore();
        temporary.Ingest(Repository.Specimen("eurostat-api/CN_85235910.csv.gz"));
        var agreement = AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml")).Agreement!;
        using var run = new AgreementRun(temporary.Store, asOf: null, Today);
        foreach (var finding in run.Assess(agreement, TestContext.Current.CancellationToken).Where(f => f.Releases.Count > 0))
        {
            var told = run.History(agreement, FindingId.Parse(finding.Id).Value).ShouldNotBeNull()[^1];
            (told.Zone, told.Reason?.Message, told.Thresholds).ShouldBe((finding.Zone, finding.Reason?.Message, finding.Thresholds));
            told.Readings.Select(r => (r.Indicator, r.Value, r.Unit, r.Period)).ShouldBe(finding.Readings.Select(r => (r.Indicator, r.Value, r.Unit, r.Period)));
            told.Readings.ShouldAllBe(r => r.Inputs.Count > 0 || r.Reason != null);
        }
    }

    private static IEnumerable<Observation> Months(int months, params (string Partner, int Value)[] imports) =>
        from month in Enumerable.Range(0, months)
        from import in imports
        select StoredCase.Cell("DE", import.Partner, SupplierClause.Product, Flow.Import, month, import.Value);

    private static Finding Last(TemporaryStore temporary, string clause)
    {
        using var run = new AgreementRun(temporary.Store, asOf: null, Today);
        return run.Assess(Agreement(clause), TestContext.Current.CancellationToken).ShouldHaveSingleItem();
    }

    private static Agreement Agreement(string clause)
    {
        var file = AgreementFile.Parse(clause, "case.yaml");
        file.Faults.ShouldBeEmpty();
        var one = file.Agreement!.Clauses[0];
        return file.Agreement with { Clauses = [one with { Applies = one.Applies with { Source = "case" } }] };
    }
}
