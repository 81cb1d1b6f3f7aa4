using System.CommandLine;
using Plimsoll.Host.Cli;
using Plimsoll.Tests.Store;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_is_as_approved()
    {
        var pages = new List<string>();
        foreach (var path in Commands(CommandLine.Root(Terminal.System(), TimeProvider.System), []))
        {
            var run = await CliRun.OfAsync([.. path, "--help"]);
            run.ExitCode.ShouldBe(0);
            pages.Add(run.Out.ReplaceLineEndings("\n").Trim());
        }

        string.Join("\n\n----\n\n", pages).Replace("Plimsoll.Tests", "plimsoll", StringComparison.Ordinal).ShouldMatchGolden("cli-help.txt");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ingest")]
    [InlineData("query", "--flow", "sideways")]
    [InlineData("query", "--from", "yesterday")]
    [InlineData("query", "--reporter", "D3")]
    [InlineData("fetch", "comext", "--from", "2025-05", "--to", "2025-01")]
    [InlineData("fetch", "ecb", "--currency", "yuan")]
    [InlineData("fetch", "ecb", "--base-url", "mirror")]
    [InlineData("fetch", "ecb", "--base-url", "ftp://mirror.example/")]
    [InlineData("monitor", "--as-of", "31.12.2025")]
    public async Task What_cannot_be_understood_is_a_usage_error(params string[] arguments)
    {
        var run = await CliRun.OfAsync(arguments);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldNotBeEmpty();
        run.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bad_agreement_is_told_by_line_and_column()
    {
        using var temporary = new TemporaryStore();
        var good = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml"), TestContext.Current.CancellationToken);
        var file = temporary.Write("agreement.yaml", System.Text.Encoding.UTF8.GetBytes(good.Replace("status: illustrative", "status: binding", StringComparison.Ordinal)));
        var run = await CliRun.OfAsync("agreement", "check", file.FullName);
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain($"{file.FullName}:6:");
        run.Error.ShouldContain("AGR-0007");
    }

    [Fact]
    public async Task A_dry_run_tells_all_and_makes_nothing()
    {
        var store = Path.Combine(Path.GetTempPath(), $"plimsoll-never-{Guid.NewGuid():N}");
        var run = await CliRun.OfAsync("ingest", "--dry-run", "--store", store, Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat"));
        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("13 records = 13 stored + 0 refused");
        Directory.Exists(store).ShouldBeFalse();
    }

    [Fact]
    public async Task Refusals_that_are_not_listed_are_counted_and_can_be_asked_for()
    {
        using var temporary = new TemporaryStore();
        var run = await CliRun.OfAsync("ingest", "--store", temporary.Store.Root.FullName, Repository.Specimen("gacc/section6_may2026_cny.html"));
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("102 records = 68 stored + 34 refused.");
        var more = run.Out.Split('\n').Single(line => line.StartsWith("  and 14 more: plimsoll ", StringComparison.Ordinal));
        var listed = await CliRun.OfAsync([.. more.Split("plimsoll ")[1].Trim().Split(' '), "--store", temporary.Store.Root.FullName]);
        listed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(34);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_failure_with_a_code()
    {
        using var temporary = new TemporaryStore();
        var run = await CliRun.OfAsync("ingest", "--store", temporary.Store.Root.FullName, "no-such-file.dat");
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldStartWith("STO-0002");
    }

    private static IEnumerable<string[]> Commands(Command command, string[] path) =>
        command.Subcommands.SelectMany(c => Commands(c, [.. path, c.Name])).Prepend(path);
}
