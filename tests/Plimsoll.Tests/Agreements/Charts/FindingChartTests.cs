using System.Globalization;
using System.Xml.Linq;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Charts;
using Plimsoll.Tests.Agreements.Evidence;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Charts;

public sealed class FindingChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_chart_is_the_same_in_every_language_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var here = Draw(10.5m, 20.25m, 30m);
            CultureInfo.CurrentCulture = PublishedStore.OtherLanguage;
            Draw(10.5m, 20.25m, 30m).ShouldBe(here);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_missing_value_is_a_gap_and_a_cross_and_never_a_line()
    {
        var chart = XDocument.Parse(Draw(1m, null, 3m, 4m));
        chart.Descendants(Svg + "path").Select(p => (string)p.Attribute("d")!).First(d => d.Contains('L') && d.StartsWith('M') && d.Contains('.')).Count(c => c == 'M').ShouldBe(2);
        chart.Descendants(Svg + "path").Count(p => (string?)p.Attribute("d") == "M-5 -5L5 5M-5 5L5 -5").ShouldBe(2); // one point, one legend entry
    }

    [Fact]
    public void Text_of_an_agreement_is_never_markup()
    {
        var chart = XDocument.Parse(FindingChart.Draw(Words("<script>alert(1)</script> & \"more\""), [Point(0, 1m)]));
        chart.Descendants(Svg + "script").ShouldBeEmpty();
        chart.Root!.Element(Svg + "title")!.Value.ShouldBe("<script>alert(1)</script> & \"more\"");
    }

    // Limits 10 and 20, larger is worse: the amber band lies between them, the red band above.
    [Fact]
    public void Bands_lie_on_the_side_that_the_comparator_says()
    {
        var up = Bands(">");
        up.Amber.Top.ShouldBe(up.Red.Bottom);
        up.Red.Top.ShouldBeLessThan(up.Red.Bottom);
        var down = Bands("<");
        down.Red.Bottom.ShouldBeGreaterThan(down.Amber.Bottom);
    }

    [Fact]
    public void Every_zone_has_its_word_and_the_status_stands_below()
    {
        var points = Enum.GetValues<Zone>().Index().Select(z => Point(z.Index, z.Index) with { Zone = z.Item }).ToList();
        var words = XDocument.Parse(FindingChart.Draw(Words("All"), points)).Descendants(Svg + "text").Select(t => t.Value).ToList();
        foreach (var word in new[] { "not assessable", "green", "pending", "recovering", "amber", "red", "Colours and limits: illustrative – not agreed by the parties." })
        {
            words.ShouldContain(w => w == word);
        }
    }

    // 0 to 100 with a margin of 12 % is −12 to 112; six intervals of 124/6 ≈ 20.7 make steps of 50.
    [Fact]
    public void Ticks_are_round_numbers()
    {
        var axis = ChartAxis.Over([0m, 100m]);
        (axis.Low, axis.High, axis.Step).ShouldBe((-12m, 112m, 50m));
        axis.Ticks.ShouldBe([0m, 50m, 100m]);
        axis.Part(50m).ShouldBe(0.5m);
    }

    private static string Draw(params decimal?[] values) =>
        FindingChart.Draw(Words("A title"), [.. values.Select((v, i) => Point(i, v))]);

    private static ((decimal Top, decimal Bottom) Amber, (decimal Top, decimal Bottom) Red) Bands(string comparator)
    {
        var chart = XDocument.Parse(FindingChart.Draw(Words("A title") with { Comparator = comparator }, [comparator == ">" ? Point(0, 15m) : Point(0, 15m) with { Amber = 20m, Red = 10m }]));
        (decimal, decimal) Band(string fill)
        {
            var band = chart.Descendants(Svg + "rect").Single(r => (string?)r.Attribute("fill") == fill);
            var y = (decimal)band.Attribute("y")!;
            return (y, y + (decimal)band.Attribute("height")!);
        }

        return (Band("#fdf0c8"), Band("#fbe3e1"));
    }

    private static ChartText Words(string title) => new(title, "balance", "EUR", ">", "Source: a test.", "illustrative – not agreed by the parties");

    private static ChartPoint Point(int month, decimal? value) =>
        new(Period.Of(Month.Of(2025, 1).Plus(month)), value, value is null ? Zone.NotAssessable : Zone.Green, 10m, 20m);
}
