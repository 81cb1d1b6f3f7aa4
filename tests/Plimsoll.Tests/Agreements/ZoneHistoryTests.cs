using CsCheck;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Terms;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

/// <summary>Letters for a period: . inside, h between exit and amber, a amber, r red, ? unknown.</summary>
public sealed class ZoneHistoryTests
{
    private static readonly Gen<string> AnyHistory = Gen.Char[".har?"].Array[0, 30].Select(letters => new string(letters));
    private static readonly Gen<Persistence> AnyPersistence = Gen.Select(Gen.Int[1, 5], Gen.Int[0, 4]).Select((k, more) => new Persistence(k, k + more));

    [Theory]
    [InlineData("....", 1, 1, "GGGG")]
    [InlineData(".ar.", 1, 1, "GARG")]
    [InlineData(".aa..", 2, 2, "GPAVG")]
    [InlineData(".a.a..", 2, 3, "GPGAGG")]
    [InlineData(".rr..", 2, 2, "GPRVG")]
    [InlineData("arr", 2, 2, "PAR")]
    [InlineData("aahhh.", 1, 1, "AAVVVG")]
    [InlineData("aa?a", 1, 1, "AANA")]
    [InlineData("aa?.", 2, 2, "PANV")]
    [InlineData("rraa", 2, 2, "PRRA")]
    [InlineData("a..", 1, 2, "AVG")]
    public void Zones_follow_the_letters(string history, int k, int n, string zones) => Letters(Fold(history, new Persistence(k, n))).ShouldBe(zones);

    [Fact]
    public void There_is_one_state_for_each_period() => Gen.Select(AnyHistory, AnyPersistence).Sample((history, persistence) =>
        Fold(history, persistence).Count == history.Length);

    [Fact]
    public void A_period_without_data_is_never_a_colour() => Gen.Select(AnyHistory, AnyPersistence).Sample((history, persistence) =>
        Fold(history, persistence).Zip(history).All(pair => (pair.First.Zone == Zone.NotAssessable) == (pair.Second == '?')));

    [Fact]
    public void A_green_period_is_inside_the_limits() => Gen.Select(AnyHistory, AnyPersistence).Sample((history, persistence) =>
        Fold(history, persistence).Zip(history).All(pair => pair.First.Zone != Zone.Green || pair.Second is '.' or 'h'));

    [Fact]
    public void At_once_means_that_only_hysteresis_remembers() => AnyHistory.Sample(history =>
        string.Equals(Letters(Fold(history.Replace('h', '.'), new Persistence(1, 1))), history.Replace('h', '.').Replace('.', 'G').Replace('a', 'A').Replace('r', 'R').Replace('?', 'N'), StringComparison.Ordinal));

    [Fact]
    public void Between_the_limit_and_its_exit_the_settled_colour_never_changes() => Gen.Select(AnyHistory, AnyPersistence).Sample((history, persistence) =>
    {
        var before = Fold(history + new string('h', persistence.N), persistence);
        var after = Fold(history + new string('h', persistence.N + 20), persistence);
        return after.Skip(history.Length + persistence.N).All(state => state.Settled == before[^1].Settled);
    });

    [Fact]
    public void A_later_period_does_not_change_an_earlier_one() => Gen.Select(AnyHistory, AnyHistory, AnyPersistence).Sample((history, later, persistence) =>
        Letters(Fold(history + later, persistence)).StartsWith(Letters(Fold(history, persistence)), StringComparison.Ordinal));

    [Fact]
    public void Worse_periods_never_settle_on_a_better_colour() => Gen.Select(AnyHistory, AnyPersistence).Sample((history, persistence) =>
    {
        var worse = history.Replace('a', 'r').Replace('h', 'a').Replace('.', 'h');
        return Fold(worse, persistence).Zip(Fold(history, persistence)).All(pair => pair.First.Settled >= pair.Second.Settled);
    });

    private static IReadOnlyList<ZoneState> Fold(string history, Persistence persistence) =>
        ZoneHistory.Fold(history.Select((letter, i) => new PeriodOutcome(Period.Of(Month.Of(2020, 1).Plus(i)), CrossingOf(letter))), persistence);

    // In these letters a red period that eases to amber has left red.
    private static Crossing CrossingOf(char letter) => letter switch
    {
        '.' => Crossing.All(Truth.No),
        'h' => new Crossing(Truth.No, Truth.No, Truth.Yes, Truth.No),
        'a' => new Crossing(Truth.Yes, Truth.No, Truth.Yes, Truth.No),
        'r' => Crossing.All(Truth.Yes),
        _ => Crossing.All(Truth.Unknown),
    };

    private static string Letters(IReadOnlyList<ZoneState> states) => new([.. states.Select(state => state.Zone switch
    {
        Zone.Green => 'G',
        Zone.Amber => 'A',
        Zone.Red => 'R',
        Zone.Pending => 'P',
        Zone.Recovering => 'V',
        _ => 'N',
    })]);
}
