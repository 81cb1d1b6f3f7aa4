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
    public async Task An_empty_answer_says_why(string code, params string[] arguments)
    {
        var run = await CliRun.OfAsync([.. arguments, "--store", demo.Path]);
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldStartWith(code);
    }

    private static async Task<JsonElement> Json(params string[] arguments)
    {
        var run = await CliRun.OfAsync([.. arguments, "--json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
