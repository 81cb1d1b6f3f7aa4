using Plimsoll.Host.Cli;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Cli;

/// <summary>What a person reads in a terminal: board and explanation, in a window of eighty columns too.</summary>
public sealed class BoardTests(DemoStore demo) : IClassFixture<DemoStore>
{
    [Fact]
    public async Task In_eighty_columns_no_code_is_broken_and_what_the_product_is_stands_below_it()
    {
        var lines = await Lines(80, "monitor");
        lines.ShouldAllBe(line => line.Length <= 80);
        var at = lines.FindIndex(line => line.Contains("EU27_2020 – CN: 85235910", StringComparison.Ordinal));
        lines[at].ShouldBe(" red            EU27_2020 – CN: 85235910       unit value  2025-12 illustrative");
        lines[at + 1].ShouldBe("                Semiconductor media; other…       -46.5 %");
    }

    [Theory]
    [InlineData("80", 80)]
    [InlineData("120", 120)]
    [InlineData("20", null)]
    [InlineData("wide", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_width_that_is_asked_for_counts_where_a_line_fits_in_it(string? columns, int? width) => Terminal.AskedWidth(columns).ShouldBe(width);

    [Fact]
    public async Task Clauses_that_lack_the_same_figures_give_their_reason_once()
    {
        var lines = await Lines(200, "monitor");
        var at = lines.IndexOf("Why some are not assessable:");
        lines[at + 1].ShouldBe("Deficit in goods over twelve months; Cover ratio; Cover ratio of each member state (27 subjects); Fall of exports; Fall of a member state's exports (27 subjects):");
        lines[at + 2].ShouldBe("  IND-0003: The source has published nothing for a period that the window needs. Found: 'exports 2025-01..2025-12'.");
    }

    // 14,251,823 kg are 4.96 % more than 13,578,529: less than the 5 % that count, which "5.0 %" would hide.
    [Fact]
    public async Task A_value_is_written_with_the_digits_that_tell_it_from_its_limit()
    {
        var lines = await Lines(80, "explain", "import-surge@EU27_2020.CN.39204910/2025-12");
        lines.ShouldContain("quantity, 12 months on 12 before: 4.96 %", StringComparer.Ordinal);
        lines.ShouldContain("    quantity, 12 months on 12 before at 5.0 %: +0.04 pp", StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_pending_says_what_would_avert_it()
    {
        var lines = await Lines(80, "explain", "import-surge-member@IT.CN.32121000/2025-12");
        var at = lines.IndexOf("  amber, pending, is averted with any one of these:");
        lines[at + 1].ShouldBe("    unit value, 12 months on 12 before above -5.0 %: +1.1 pp");
    }

    [Fact]
    public async Task What_is_not_assessable_gives_its_reason_once_and_no_address_is_broken()
    {
        var lines = await Lines(80, "explain", "cover-ratio@EU27_2020.CN.TOTAL/2025-12");
        lines.Count(line => line.Contains("published nothing", StringComparison.Ordinal)).ShouldBe(1);
        lines.ShouldContain("  exports 2025-01..2025-12: no figure", StringComparer.Ordinal);
        lines.ShouldContain("https://www.eunews.it/en/2026/06/29/eu-and-china-launch-trade-consultations-sefcovic-results-by-october/", StringComparer.Ordinal);
        lines.ShouldContain("Rows: none", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("explain")]
    [InlineData("evidence")]
    public async Task A_finding_is_named_without_agreement_and_period_and_a_slip_is_told_what_is_near(string command)
    {
        using var folder = new TemporaryFolder();
        string[] output = command == "evidence" ? ["--out", folder.Path] : [];
        (await CliRun.OfAsync([command, "billion-a-day@EU27_2020.CN.TOTAL", "--store", demo.Path, .. output])).Out.ShouldContain("2025");
        var clause = await CliRun.OfAsync([command, "bilion-a-day@EU27_2020.CN.TOTAL", "--store", demo.Path, .. output]);
        (clause.ExitCode, clause.Error.Contains("Did you mean 'billion-a-day'", StringComparison.Ordinal)).ShouldBe((3, true), clause.Error);
        var subject = await CliRun.OfAsync([command, "billion-a-day@EU27_2020.CN.TOTL", "--store", demo.Path, .. output]);
        (subject.ExitCode, subject.Error.Contains("Did you mean 'EU27_2020.CN.TOTAL'", StringComparison.Ordinal)).ShouldBe((3, true), subject.Error);
    }

    [Theory]
    [InlineData("monitor")]
    [InlineData("explain", "billion-a-day@EU27_2020.CN.TOTAL")]
    [InlineData("evidence", "billion-a-day@EU27_2020.CN.TOTAL")]
    [InlineData("query")]
    public async Task Where_there_is_no_store_a_reader_says_so_and_makes_none(params string[] command)
    {
        using var folder = new TemporaryFolder();
        var nowhere = Path.Combine(folder.Path, "nowhere");
        var run = await CliRun.OfAsync([.. command, "--store", nowhere]);
        run.ExitCode.ShouldBe(3);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldStartWith("CLI-0043");
        Directory.Exists(nowhere).ShouldBeFalse();
    }

    private async Task<List<string>> Lines(int width, params string[] command)
    {
        var run = await CliRun.OfAsync(TimeProvider.System, [.. command, "--store", demo.Path], width);
        run.ExitCode.ShouldBe(0, run.Error);
        return [.. run.Out.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
    }
}
