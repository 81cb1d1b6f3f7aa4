using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Notices;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Notices;

public sealed class LookoutTests
{
    [Theory]
    [InlineData(Zone.Red, true)]
    [InlineData(Zone.Amber, true)]
    [InlineData(Zone.Green, false)]
    [InlineData(Zone.Pending, false)]
    [InlineData(Zone.Recovering, false)]
    [InlineData(Zone.NotAssessable, false)]
    public void The_first_look_tells_of_amber_and_red_alone(Zone zone, bool told)
    {
        var (notices, sight) = Told.Look(Sight.None, Told.Deficit("2024", zone, zone == Zone.NotAssessable ? null : -312_300_000_000m, "r1"));
        notices.Count.ShouldBe(told ? 1 : 0);
        sight.Findings.ShouldHaveSingleItem().Zone.ShouldBe(Spelt.Of(zone));
    }

    [Fact]
    public void Every_change_of_zone_is_told_and_nothing_else()
    {
        var zones = Enum.GetValues<Zone>();
        foreach (var (before, after) in zones.SelectMany(before => zones.Select(after => (before, after))))
        {
            var first = Told.Look(Sight.None, Told.Deficit("2024", before, -312_300_000_000m, "r1"));
            var second = Told.Look(first.Sight, Told.Deficit("2024", after, -313_000_000_000m, "r2"));
            second.Notices.Count.ShouldBe(before == after ? 0 : 1, $"{before} to {after}");
            second.Notices.ShouldAllBe(notice => notice.Before == Spelt.Of(before) && notice.After == Spelt.Of(after));
        }
    }

    // The deficit of 2024 was green at 304.5 bn; the revision made it 312.3 bn, beyond 85 % of a billion a day.
    [Fact]
    public void A_notice_says_what_changed_on_which_figures_why_and_what_comes_next()
    {
        var (_, seen) = Told.Look(Sight.None, Told.Deficit("2024", Zone.Green, -304_500_000_000m, "r1"));
        var notice = Told.Look(seen, Told.Deficit("2024", Zone.Amber, -312_300_000_000m, "r2")).Notices.ShouldHaveSingleItem();
        (notice.Kind, notice.Before, notice.After, notice.Value, notice.Unit).ShouldBe((NoticeKind.ZoneChanged, "green", "amber", -312_300_000_000m, "EUR"));
        notice.Title.ShouldBe("amber, was green: A billion euro a day, EU27_2020/CN/TOTAL, 2024");
        notice.Limits.ShouldBe("amber < -310,250,000,000 EUR, red < -365,000,000,000 EUR");
        notice.Why.ShouldBe("The source revised figures that enter 2024. The value is -312,300,000,000 EUR.");
        notice.Next.ShouldBe("The clause gives a signal: the parties inform each other; no deadline runs.");
        notice.Status.ShouldBe("illustrative – not agreed by the parties");
        notice.Vintage.ShouldSatisfyAllConditions(v => v.Releases.ShouldBe(["r2"]), v => v.KnownAt.ShouldBe(new DateTimeOffset(2026, 7, 31, 10, 0, 0, TimeSpan.Zero)));
        notice.Link.ShouldBe("findings/eu-china-illustrative/billion-a-day@EU27_2020.CN.TOTAL/2024");
        notice.Line.ShouldBe("billion-a-day@EU27_2020.CN.TOTAL");
        notice.At.ShouldBe(Told.Noon);
    }

    [Theory]
    [InlineData(Zone.Red, "The clause leads to a consultation, due within 10 working days of both parties from the opening of its case.")]
    [InlineData(Zone.Green, "Nothing follows from this zone.")]
    [InlineData(Zone.NotAssessable, "It is assessed again when the source has published what is missing.")]
    public void What_comes_next_is_what_the_clause_says(Zone zone, string next)
    {
        var (_, seen) = Told.Look(Sight.None, Told.Deficit("2024", Zone.Amber, -312_300_000_000m, "r1"));
        Told.Look(seen, Told.Deficit("2024", zone, zone == Zone.NotAssessable ? null : -1m, "r2")).Notices.ShouldHaveSingleItem().Next.ShouldBe(next);
    }

    [Fact]
    public void Why_tells_a_new_period_a_revision_a_limit_and_a_method_apart()
    {
        var (_, seen) = Told.Look(Sight.None, Told.Deficit("2023", Zone.Green, -291_000_000_000m, "r1"));
        var amber = Told.Deficit("2023", Zone.Amber, -291_000_000_000m, "r1");
        Why(Told.Deficit("2024", Zone.Amber, -312_300_000_000m, "r2")).ShouldStartWith("Figures of 2024 came; the last look was at 2023.");
        Why(Told.Deficit("2022", Zone.Amber, -396_000_000_000m, "r2")).ShouldStartWith("The newest period that can be assessed is 2022; the last look was at 2023.");
        Why(amber with { Releases = ["r2"] }).ShouldStartWith("The source revised figures that enter 2023.");
        Why(amber with { Thresholds = amber.Thresholds with { Amber = -290_000_000_000m } }).ShouldStartWith("Other limits apply than at the last look; the figures are the same.");
        Why(amber).ShouldStartWith("The clause or the method is another");
        Why(Told.Deficit("2024", Zone.NotAssessable, null, "r2")).ShouldEndWith("Not assessable. IND-0001: Nothing was published.");

        string Why(Finding finding) => Told.Look(seen, finding).Notices.ShouldHaveSingleItem().Why;
    }

    [Fact]
    public void The_same_change_has_the_same_id_and_another_has_another()
    {
        var red = Told.Surge("85051110", "2025-06", Zone.Red, 0.3m, "r1");
        Finding[] others =
        [
            red with { Zone = Zone.Amber }, red with { Releases = ["r2"] }, red with { Releases = ["r1", "r2"] }, red with { Id = red.Id.Replace("2025-06", "2025-07"), Period = Period.Parse("2025-07").Value },
            red with { Thresholds = red.Thresholds with { Red = 0.26m } }, red with { AsOf = new DateOnly(2026, 7, 1) }, Told.Surge("85051190", "2025-06", Zone.Red, 0.3m, "r1"),
        ];
        var ids = others.Prepend(red).Select(finding => Told.Look(Sight.None, finding).Notices[0].Id).ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);

        // Whatever was seen before, and whenever somebody looks.
        var (_, seen) = Told.Look(Sight.None, red with { Zone = Zone.Green, Releases = ["r0"] });
        var later = new Lookout(Told.Everything(), Told.Agreement, new CaseTerms(), "").Look(seen, [red], [], Told.Noon.AddDays(9)).Notices[0];
        later.Id.ShouldBe(ids[0]);

        // As tests/Plimsoll.Tests/Reference/Consultations/notice_id.py prints it.
        ids[0].ToString("D").ShouldBe("4d889232-603c-819d-a7fe-038f1f9aac65");
    }

    [Fact]
    public void Only_what_the_list_names_is_told_and_remembered()
    {
        var list = Told.Everything() with { Clauses = [new LinePattern("import-surge")], Subjects = [new LinePattern("EU27_2020.CN.8505*")] };
        var findings = new[] { Told.Surge("85051110", "2025-06", Zone.Red, 0.3m, "r1"), Told.Surge("87032100", "2025-06", Zone.Red, 0.3m, "r1"), Told.Deficit("2024", Zone.Red, -400_000_000_000m, "r1") };
        var (notices, sight) = new Lookout(list, Told.Agreement, new CaseTerms(), "").Look(Sight.None, findings, [], Told.Noon);
        notices.ShouldHaveSingleItem().About.ShouldContain("85051110");
        sight.Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_line_that_is_not_there_for_once_is_not_forgotten()
    {
        var (_, first) = Told.Look(Sight.None, Told.Deficit("2024", Zone.Red, -400_000_000_000m, "r1"));
        var (_, without) = Told.Look(first);
        Told.Look(without, Told.Deficit("2024", Zone.Red, -400_000_000_000m, "r1")).Notices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(AgreementStatus.Illustrative, "illustrative – not agreed by the parties")]
    [InlineData(AgreementStatus.Proposed, "proposed – not agreed by the parties")]
    [InlineData(AgreementStatus.Agreed, "agreed by the parties")]
    [InlineData(AgreementStatus.Suspended, "suspended – agreed by the parties, and not applied for now")]
    public void The_status_stands_beside_the_zone(AgreementStatus status, string words) =>
        Told.Look(Sight.None, Told.Deficit("2024", Zone.Red, -400_000_000_000m, "r1", status)).Notices[0].Status.ShouldBe(words);
}
