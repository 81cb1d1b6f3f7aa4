using System.Text.Json;
using Plimsoll.Tests.Host.Cli;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Reports;

public sealed class ReportCommandTests(DemoStore demo) : IClassFixture<DemoStore>, IDisposable
{
    private const string Finding = "eu-china-illustrative/billion-a-day@EU27_2020.CN.TOTAL/2024";
    private const string Pack = "eu-china-illustrative_billion-a-day_EU27_2020.CN.TOTAL_2024";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-reports-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Evidence_is_written_and_verified_as_folder_and_as_zip()
    {
        var written = await CliRun.OfAsync("evidence", Finding, "--store", demo.Path, "--out", folder.FullName);
        written.ExitCode.ShouldBe(0, written.Error);
        foreach (var place in new[] { Pack, $"{Pack}.zip" })
        {
            var verified = await CliRun.OfAsync("verify", Path.Combine(folder.FullName, place));
            verified.ExitCode.ShouldBe(0, verified.Out);
            verified.Out.ShouldContain("Not verified, because a pack cannot prove it:");
            verified.Out.TrimEnd().ShouldEndWith("VERIFIED");
        }
    }

    [Fact]
    public async Task A_changed_pack_is_a_failure_that_names_the_file()
    {
        await CliRun.OfAsync("evidence", Finding, "--store", demo.Path, "--out", folder.FullName);
        await File.AppendAllTextAsync(Path.Combine(folder.FullName, Pack, "clause.md"), "One more word.\n", TestContext.Current.CancellationToken);
        var verified = await CliRun.OfAsync("verify", Path.Combine(folder.FullName, Pack));
        verified.ExitCode.ShouldBe(3);
        verified.Out.ShouldContain("EVI-0003");
        verified.Out.ShouldContain("'clause.md'");
        verified.Out.TrimEnd().ShouldEndWith("NOT VERIFIED");
    }

    [Fact]
    public async Task Verify_takes_the_files_of_the_source_and_answers_in_json()
    {
        await CliRun.OfAsync("evidence", Finding, "--store", demo.Path, "--out", folder.FullName);
        var original = Path.Combine(Repository.Root, "data", "snapshot", "published", "2026-07-31.csv");
        var verified = await CliRun.OfAsync("verify", Path.Combine(folder.FullName, Pack), "--file", original, "--json");
        verified.ExitCode.ShouldBe(0, verified.Out);
        using var document = JsonDocument.Parse(verified.Out);
        document.RootElement.GetProperty("verified").GetBoolean().ShouldBeTrue();
        document.RootElement.GetProperty("steps").EnumerateArray().Last().GetProperty("what").GetString()!.ShouldContain("the 2 rows");
    }

    [Theory]
    [InlineData("evidence", "no-finding", 2, "AGR-0110")]
    [InlineData("evidence", "eu-china-illustrative/billion-a-day@XX.CN.TOTAL/2024", 3, "CLI-0021")]
    [InlineData("verify", "no-such-pack", 3, "EVI-0001")]
    public async Task What_cannot_be_done_is_told_with_a_code(string command, string argument, int exitCode, string code)
    {
        var run = command == "verify" ? await CliRun.OfAsync(command, argument) : await CliRun.OfAsync(command, argument, "--store", demo.Path);
        run.ExitCode.ShouldBe(exitCode);
        (run.Out + run.Error).ShouldContain(code);
    }

    [Fact]
    public async Task The_backtest_shows_the_revision_of_2024_in_every_form()
    {
        string[] question = ["backtest", "eu-china-illustrative", "--from", "2025-01", "--to", "2026-07", "--store", demo.Path];
        var table = await CliRun.OfAsync(question);
        table.ExitCode.ShouldBe(0, table.Error);
        table.Out.ShouldContain("1 changes came from revisions alone.");
        var csv = await CliRun.OfAsync([.. question, "--csv"]);
        csv.Out.ReplaceLineEndings("\n").ShouldMatchGolden("backtest-2025-2026.csv");
        csv.Out.ShouldContain("2026-07-31,billion-a-day,EU27_2020,CN,TOTAL,2024,green,amber,revision,-304500000000,-312300000000,EUR,illustrative");
        using var document = JsonDocument.Parse((await CliRun.OfAsync([.. question, "--json"])).Out);
        document.RootElement.GetProperty("by_revision").GetInt32().ShouldBe(1);
        document.RootElement.GetProperty("changes").EnumerateArray().ShouldAllBe(c => c.GetProperty("status").GetString() == "illustrative");
    }

    [Theory]
    [InlineData("--from", "2026-06", "--to", "2025-01")]
    [InlineData("--from", "2025", "--to", "2025-06")]
    [InlineData("--from", "2025-01")]
    public async Task A_backtest_without_a_span_of_months_is_a_usage_error(params string[] span) =>
        (await CliRun.OfAsync(["backtest", "eu-china-illustrative", .. span])).ExitCode.ShouldBe(2);
}
