using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Terms;
using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Tests.Host.Cli;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

/// <summary>What the bundled snapshot says about each code and month, against Reference/snapshot/stories.py, which reads the files with nothing of ours.</summary>
public sealed class SnapshotStoryTests(DemoStore demo) : IClassFixture<DemoStore>
{
    public static TheoryData<string> Stories() => [.. File.ReadLines(Repository.Reference("snapshot/stories.csv")).Skip(1)];

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_code_and_month_tell_the_story_of_the_independent_script(string line)
    {
        var story = line.Split(',');
        var (product, month) = (story[0], Period.Parse(story[1]).Value);
        var store = new TradeStore(new DirectoryInfo(demo.Path), TimeProvider.System);
        using var snapshot = store.Snapshot("comext", 1);
        var block = snapshot.NewBlock();
        snapshot.Read(product, block);
        var late = new Period(month.Start.Plus(-11), 12);
        var early = new Period(month.Start.Plus(-23), 12);
        decimal? Of(string partner, Measure measure, Period window) =>
            new Selection(snapshot, [Country.Eu27], [Country.Parse(partner).Value], Flow.Import).Series(block, measure).Sum(window).Value;

        Of("CN", Measure.Value, late).ShouldBe(Number(story[2]));
        Of("CN", Measure.Value, early).ShouldBe(Number(story[3]));
        Of("CN", Measure.Kilograms, late).ShouldBe(Number(story[4]));
        Of("CN", Measure.Kilograms, early).ShouldBe(Number(story[5]));
        Rounded(Of("CN", Measure.Value, late) / Of("WORLD", Measure.Value, late)).ShouldBe(Number(story[8]));
        Given(store, product, month).ShouldBe([int.Parse(story[9], CultureInfo.InvariantCulture), int.Parse(story[10], CultureInfo.InvariantCulture)]);

        var finding = OfThisMonthAlone(store, product, story[1]);
        Rounded(finding.Readings.Single(r => r.Indicator.StartsWith("quantity.", StringComparison.Ordinal)).Value).ShouldBe(Number(story[6]));
        Rounded(finding.Readings.Single(r => r.Indicator.StartsWith("unit_value.", StringComparison.Ordinal)).Value).ShouldBe(Number(story[7]));
        finding.Zone.ToString().ToLowerInvariant().ShouldBe(story[11] is "below the floor" ? "green" : story[11]);
    }

    private static Finding OfThisMonthAlone(TradeStore store, string product, string month)
    {
        var agreement = AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml")).Agreement!;
        var alone = agreement with { Clauses = [agreement.Clauses.Single(c => c.Id == "import-surge") with { Persistence = new Persistence(1, 1) }] };
        using var run = new AgreementRun(store, asOf: null, new DateOnly(2026, 7, 1));
        return run.History(alone, FindingId.Parse($"{alone.Id}/import-surge@EU27_2020.CN.{product}/{month}").Value)![^1];
    }

    // How many reporters gave imports from China, and from the world.
    private static int[] Given(TradeStore store, string product, Period month) =>
    [
        .. new[] { "CN", "WORLD" }.Select(partner => store.Query(new TradeQuery("comext")
        {
            Partners = [partner],
            Products = [product],
            Flow = Flow.Import,
            From = month.Start,
            To = month.End,
        }).Count),
    ];

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal? Rounded(decimal? value) => value is { } given ? decimal.Round(given, 4, MidpointRounding.ToEven) : null;
}
