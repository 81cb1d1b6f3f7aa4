using Plimsoll.Agreements;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

public sealed class ShippedAgreementTests
{
    private const string Label = "illustrative – not agreed by the parties";

    public static TheoryData<string> Names => Shipped.Names;

    [Fact]
    public void The_ten_agreements_of_the_repository_are_found() => Shipped.Paths.Count.ShouldBe(10);

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_id_is_the_name_of_its_folder(string name) => Shipped.Agreement(name).Id.ShouldBe(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_that_nobody_agreed_to_it(string name)
    {
        var agreement = Shipped.Agreement(name);
        agreement.Status.ShouldBe(AgreementStatus.Illustrative);
        agreement.Note.ShouldContain(Label, Case.Insensitive);
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(Shipped.PathOf(name))!, "clauses.md")).ShouldContain(Label, Case.Insensitive);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_case_is_decided_as_written(string name)
    {
        var agreement = Shipped.Agreement(name);
        var cases = Shipped.Cases(agreement);
        cases.ShouldNotBeEmpty();
        cases.Where(one => one.Run(agreement).Zone != one.Expected)
            .Select(one => $"{one.Clause.Id}: {one.Name}: expected {one.Expected}, got {one.Run(agreement).Zone}")
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_stated_margin_is_the_distance_from_the_limit(string name) => Shipped.Cases(Shipped.Agreement(name))
        .Where(one => one.ComputeMargin() != one.Margin)
        .Select(one => $"{one.Clause.Id}: {one.Name}: stated {one.Margin}, got {one.ComputeMargin()}")
        .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_limit_has_a_case_inside_at_and_beyond(string name)
    {
        var agreement = Shipped.Agreement(name);
        var tried = Shipped.Cases(agreement)
            .Where(one => one.Place is not null)
            .Select(one => (one.Clause.Id, one.Place!.Value, Side: Math.Sign(one.Margin!.Value)))
            .ToList();
        var missing = from clause in agreement.Clauses
                      from place in PlacesOf(clause)
                      from side in new[] { -1, 0, 1 }
                      where !tried.Contains((clause.Id, place, side))
                      select $"{clause.Id}: {place} side {side}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_limit_without_its_three_cases_would_be_noticed()
    {
        var clause = Shipped.Clause("wto-special-safeguard", "volume");
        PlacesOf(clause).Select(place => place.Limit).ShouldBe(["trigger.red", "trigger.red", "trigger.red", "floor.red"]);
        PlacesOf(Shipped.Clause("eu-import-surveillance", "hit")).Any(place => place is ("materiality", _, _)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_clause_needs_only_indicators_that_name_measure_and_window(string name) => Shipped.Agreement(name).Clauses
        .SelectMany(clause => clause.Needs)
        .Where(need => need.Indicator.Split('.').Length is < 2 or > 4)
        .ShouldBeEmpty();

    private static IEnumerable<(string Limit, DateOnly Effective, int Stair)> PlacesOf(Clause clause)
    {
        var limits = from threshold in clause.Condition.Thresholds
                     from dated in threshold.Values
                     from named in dated.Named
                     from stair in Enumerable.Range(0, named.Limit.Stairs.Count)
                     select ($"{threshold.Id}.{named.Level}", dated.Effective, stair);
        return clause.Materiality is null ? limits : limits.Append(("materiality", default, 0));
    }
}
