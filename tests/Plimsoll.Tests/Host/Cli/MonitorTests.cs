using System.Text.Json;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Cli;

public sealed class MonitorTests(DemoStore demo) : IClassFixture<DemoStore>
{
    [Fact]
    public void The_demo_prints_a_board_that_says_illustrative_beside_every_colour()
    {
        demo.FirstRun.ExitCode.ShouldBe(0, demo.FirstRun.Error);
        demo.FirstRun.Out.ShouldContain("ILLUSTRATIVE – not agreed by the parties");
        var colours = demo.FirstRun.Out.Split('\n').Where(line => line.TrimStart().Split(' ')[0] is "red" or "amber" or "green" or "pending").ToList();
        colours.Count.ShouldBeGreaterThan(10);
        colours.ShouldAllBe(line => line.Contains("illustrative"));
    }

    [Fact]
    public void The_readme_shows_the_board_of_the_demo()
    {
        // Its lines in their order; an ellipsis stands for lines left out.
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        var shown = readme.Split("<!-- board -->\n```text\n")[1].Split("\n```")[0].Split('\n');
        shown.Length.ShouldBeGreaterThan(20);
        var board = demo.FirstRun.Out.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        var at = 0;
        foreach (var line in shown.Where(line => line is not "…"))
        {
            at = board.IndexOf(line, at) + 1;
            at.ShouldBeGreaterThan(0, line);
        }
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-31")]
    [InlineData("2201-01-01")]
    [InlineData("2026-02-30")]
    public async Task A_day_that_no_period_can_be_written_for_is_refused_as_usage(string day)
    {
        var run = await CliRun.OfAsync("explain", "annual-goods-deficit@EU27_2020.CN.TOTAL", "--as-of", day, "--store", demo.Path);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(day);
    }

    // What a reader needs of a surge: which conditions there are, which of them crossed, how long, and which decided when.
    [Fact]
    public async Task Explain_holds_every_condition_against_its_own_limits()
    {
        var run = await CliRun.OfAsync("explain", "import-surge@EU27_2020.CN.32121000/2025-12", "--store", demo.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        var text = run.Out.ReplaceLineEndings("\n");
        text.ShouldContain("amber eu-china-illustrative/import-surge@EU27_2020.CN.32121000/2025-12");
        text.ShouldContain("All of these must cross their limits:");
        text.ShouldContain("  amber <= -5.0 %: crossed\n  red <= -10.0 %: not crossed\n");
        text.ShouldContain("  amber >= 5.0 %: crossed\n  red >= 25.0 %: not crossed\n");
        text.ShouldContain("  counts from >= 200.0 k EUR: large enough to count\n");
        text.ShouldContain("when 2 of the last 3 periods say so");
        // Amber ends when either condition ends or the flow grows too small; red needs both.
        text.ShouldContain("  amber ends with any one of these:\n");
        text.ShouldContain("    unit value, 12 months on 12 before above -5.0 %: +2.0 pp\n");
        text.ShouldContain("  red begins with all of these together:\n");
    }

    // By tests/Plimsoll.Tests/Reference/snapshot/stories.csv volume and price crossed, and 1,847,850 euro a year are 35,438 a week.
    [Fact]
    public async Task A_green_that_crosses_its_limits_says_that_it_is_too_small()
    {
        demo.FirstRun.Out.Split('\n').Single(line => line.Contains("EU27_2020 – CN: 39199020", StringComparison.Ordinal)).ShouldContain("too small: 35.438 k EUR");
        var run = await CliRun.OfAsync("explain", "import-surge@EU27_2020.CN.39199020/2025-12", "--store", demo.Path);
        run.Out.ShouldContain("too small to count, whatever the limits say");
        run.Out.ShouldContain("amber begins with value, weekly average at 200.0 k EUR: +164.562 k EUR");
    }

    // 2025 became known on 5 June 2026, against 304.5 of 2024; the revision of 2024 came after it and took growth from 18.2 to 15.2 %.
    [Fact]
    public async Task A_revision_of_the_year_that_is_compared_with_is_shown_too()
    {
        var explained = await Json("explain", "deficit-growth-both@EU27_2020.CN.TOTAL/2025", "--store", demo.Path);
        explained.GetProperty("vintages").EnumerateArray().Select(v => (v.GetProperty("as_of").GetString(), v.GetProperty("zone").GetString()))
            .ShouldBe([("2026-06-05", "red"), ("2026-07-31", "red")]);
        var readings = explained.GetProperty("finding").GetProperty("readings").EnumerateArray().Select(r => r.GetProperty("valuation").GetString()).ToList();
        readings.ShouldBe(["EU27_2020 CIF/FOB", "CN CIF/FOB"]);
        (await CliRun.OfAsync("explain", "deficit-growth-both@EU27_2020.CN.TOTAL/2025", "--store", demo.Path)).Out.ShouldNotContain("The colour changed");
    }

    [Fact]
    public async Task A_clause_without_subjects_is_not_left_blank()
    {
        var run = await CliRun.OfAsync("monitor", "--as-of", "2025-04-01", "--store", demo.Path);
        run.Out.ShouldContain("no product of 'comext' is known");
    }

    [Fact]
    public async Task The_second_demo_finds_everything_in_the_store()
    {
        var again = await CliRun.OfAsync("demo", "--no-serve", "--store", demo.Path);
        again.Out.ShouldBe(demo.FirstRun.Out);
        again.Error.ShouldContain("all in the store already");
    }

    // Published figures: 304.5 bn in March 2025; 312.3 bn follows from the growth rates of 2025, which were read in July 2026 and on no
    // earlier day (data/snapshot/PROVENANCE.md).
    [Theory]
    [InlineData("2025-04-01", "green", -304_500_000_000)]
    [InlineData("2026-07-30", "green", -304_500_000_000)]
    [InlineData("2026-07-31", "amber", -312_300_000_000)]
    public async Task The_deficit_of_2024_has_one_verdict_before_its_revision_and_another_after(string asOf, string zone, long value)
    {
        var explained = await Json("explain", "eu-china-illustrative/billion-a-day@EU27_2020.CN.TOTAL/2024", "--as-of", asOf, "--store", demo.Path);
        var finding = explained.GetProperty("finding");
        finding.GetProperty("zone").GetString().ShouldBe(zone);
        finding.GetProperty("value").GetDecimal().ShouldBe(value);
        finding.GetProperty("as_of").GetString().ShouldBe(asOf);
    }

    [Fact]
    public async Task Explain_shows_both_vintages_and_why_the_colour_changed()
    {
        var run = await CliRun.OfAsync("explain", "eu-china-illustrative/billion-a-day@EU27_2020.CN.TOTAL/2024", "--store", demo.Path);
        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("2025-03-28  green");
        run.Out.ShouldContain("2026-07-31  amber");
        run.Out.ShouldContain("The colour changed because the source revised its figures");
        run.Out.ShouldContain("sha256");
        run.Out.ShouldContain("What would change the colour");
    }

    [Fact]
    public async Task Findings_as_json_have_the_documented_names()
    {
        var findings = await Json("monitor", "--store", demo.Path);
        var first = findings.EnumerateArray().First();
        string[] names = ["id", "clause", "subject", "period", "zone", "value", "amber", "red", "basis", "as_of", "status"];
        names.Except(first.EnumerateObject().Select(p => p.Name), StringComparer.Ordinal).ShouldBeEmpty();
        findings.EnumerateArray().ShouldAllBe(f => f.GetProperty("status").GetString() == "illustrative");
    }

    [Fact]
    public async Task A_finding_without_any_reading_is_never_green()
    {
        var findings = await Json("monitor", "--store", demo.Path);
        findings.EnumerateArray().Where(f => f.GetProperty("readings").EnumerateArray().All(r => r.GetProperty("value").ValueKind == JsonValueKind.Null))
            .ShouldAllBe(f => f.GetProperty("zone").GetString() == "not_assessable" && f.GetProperty("reason").GetProperty("code").GetString()!.Length > 0);
    }

    [Fact]
    public async Task The_exit_code_tells_the_worst_zone_when_asked()
    {
        (await CliRun.OfAsync("monitor", "--exit-code", "--store", demo.Path)).ExitCode.ShouldBe(20);
        (await CliRun.OfAsync("monitor", "--store", demo.Path)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_finding_is_a_failure_and_a_wrong_id_a_usage_error()
    {
        (await CliRun.OfAsync("explain", "eu-china-illustrative/no-such@EU27_2020.CN.TOTAL/2024", "--store", demo.Path)).ExitCode.ShouldBe(3);
        (await CliRun.OfAsync("explain", "nonsense", "--store", demo.Path)).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_total_that_only_some_reporters_published_has_no_value()
    {
        var run = await CliRun.OfAsync(
            "query", "--reporter", "EU27_2020", "--partner", "CN,WORLD", "--product", "39206290", "--flow", "import", "--from", "2025-12", "--format", "csv", "--store", demo.Path);

        // Totals of tests/Plimsoll.Tests/Reference/query.py over the same answer: nine of 27 reporters have WORLD in December.
        run.Out.ReplaceLineEndings("\n").ShouldBe(
            """
            reporter,partner,product,flow,period,value_eur,quantity_kg,quantity_suppl,suppl_unit,flags
            EU27_2020,CN,39206290,import,2025-12,1659829,673243,,,
            EU27_2020,WORLD,39206290,import,2025-12,,,,,partial

            """);
    }

    [Fact]
    public async Task One_cell_reads_as_eurostat_wrote_it()
    {
        var run = await CliRun.OfAsync(
            "query", "--reporter", "DE", "--partner", "CN", "--product", "39206290", "--flow", "import", "--from", "2025-01", "--to", "2025-01", "--format", "csv", "--store", demo.Path);
        run.Out.Split('\n')[1].ShouldStartWith("DE,CN,39206290,import,2025-01,218215,93531,");
    }

    [Theory]
    [InlineData("CLI-0011", "query", "--source", "nowhere")]
    [InlineData("CLI-0012", "query", "--as-of", "1999-01-01")]
    [InlineData("CLI-0013", "query", "--months", "7")]
    [InlineData("CLI-0014", "query", "--from", "2031-01")]
    [InlineData("CLI-0015", "query", "--product", "01012100")]
    [InlineData("CLI-0015: No release of comext speaks about this product. These sources do: ", "query", "--product", "TOTAL")]
    [InlineData("CLI-0017", "query", "--source", "gacc-usd", "--product", "GACC_RE_PERMANENT_MAGNETS", "--by", "product")]
    public async Task An_empty_answer_says_why(string code, params string[] arguments)
    {
        var run = await CliRun.OfAsync([.. arguments, "--store", demo.Path]);
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldStartWith(code);
        run.Out.ShouldBeEmpty();
    }

    private static async Task<JsonElement> Json(params string[] arguments)
    {
        var run = await CliRun.OfAsync([.. arguments, "--json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
