using System.Text.Json;
using Plimsoll.Tests.Host.Cli;
using Plimsoll.Tests.Sources.Comext;
using Plimsoll.Tests.Store;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Query;

/// <summary>What a person sees who asks the bundled snapshot. The snapshot has extracts of twelve products, with the partners China and the world.</summary>
public sealed class QueryCommandTests(DemoStore store) : IClassFixture<DemoStore>
{
    private const string Product = "39206290";

    [Theory]
    [InlineData("STO-0010", "--product", Product, "--partner", "CN,WORLD", "--by", "month")]
    [InlineData("STO-0010", "--product", Product, "--reporter", "DE,EU27_2020", "--by", "month")]
    [InlineData("STO-0011", "--source", "gacc-usd", "--months", "0", "--by", "year")]
    [InlineData("CLI-0003", "--from", "2025-12", "--to", "2025-01")]
    public async Task A_sum_that_would_count_twice_or_a_span_that_runs_backwards_is_a_usage_error(string code, params string[] question)
    {
        var run = await AskAsync(question);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith(code);
        run.Out.ShouldBeEmpty();
    }

    // Each was called "no trade" or sent the reader to an option that does not help.
    [Theory]
    [InlineData("CLI-0004", "--product", Product, "--reporter", "DE", "--partner", "US", "--from", "2025-11")]
    [InlineData("CLI-0004", "--product", Product, "--reporter", "CN", "--partner", "DE")]
    [InlineData("CLI-0004", "--product", Product, "--reporter", "DE", "--partner", "HK")]
    [InlineData("CLI-0004", "--product", "39201023", "--reporter", "CY", "--partner", "CN", "--flow", "export", "--from", "2025-01", "--to", "2026-03")]
    [InlineData("CLI-0004", "--source", "gacc-usd", "--months", "12", "--product", "TOTAL", "--partner", "FR")]
    [InlineData("CLI-0004", "--source", "published", "--months", "0", "--partner", "FR")]
    [InlineData("CLI-0015", "--product", "39", "--reporter", "DE", "--partner", "CN")]
    [InlineData("CLI-0016", "--product", "39201023", "--reporter", "CY", "--partner", "CN", "--flow", "export", "--from", "2025-01", "--to", "2025-03")]
    public async Task An_empty_answer_is_called_no_trade_only_where_all_of_it_is_covered(string code, params string[] question)
    {
        var run = await AskAsync([.. question, "--format", "csv"]);
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldStartWith(code);
        run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("", "39206290", "CLI-0016")]
    [InlineData("", "39", "CLI-0004")]
    [InlineData("", "39206291", "CLI-0004")] // never a code of the Combined Nomenclature
    [InlineData("\nDE,US,E,39206290,77411,2599,2599,530,521010,16,1,1,NO_SU,202401,many,100,7,0", "39206290", "CLI-0004")]
    public async Task A_bulk_file_says_that_there_was_no_trade_only_of_codes_that_it_lists_and_when_nothing_of_it_was_refused(string more, string product, string code)
    {
        using var temporary = new TemporaryStore();
        temporary.IngestText("full_v2_202401.dat", Bulk.Header + Bulk.Good + more);
        var run = await CliRun.OfAsync("query", "--store", temporary.Store.Root.FullName, "--reporter", "DE", "--partner", "US", "--product", product);
        run.Error.ShouldStartWith(code);
    }

    [Fact]
    public async Task Where_only_aggregates_are_left_the_option_is_named_that_helps()
    {
        using var temporary = new TemporaryStore();
        temporary.Ingest(Repository.Specimen("comtrade/china_811292_monthly.csv"));
        var run = await CliRun.OfAsync("query", "--store", temporary.Store.Root.FullName, "--source", "comtrade", "--by", "year");
        run.Error.ShouldStartWith("CLI-0017");
        run.Error.ShouldContain("--product 811292");
        run.Error.ShouldNotContain("--partner");
    }

    [Fact]
    public async Task A_star_says_of_how_much_it_is_the_sum()
    {
        var run = await AskAsync("--product", Product, "--reporter", "DE", "--flow", "import", "--from", "2025-01", "--to", "2025-01", "--by", "month", "--json");
        run.Error.ShouldStartWith("CLI-0018");
        run.Error.ShouldContain("sums over 1 partner.");
        using var document = JsonDocument.Parse(run.Out);
        var row = document.RootElement.EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("flags").GetString().ShouldBe("stored");
        row.GetProperty("partners").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_year_that_was_not_asked_for_whole_is_partial_and_said_to_be()
    {
        var run = await AskAsync("--product", Product, "--reporter", "EU27_2020", "--partner", "CN", "--flow", "import", "--from", "2024-01", "--to", "2025-06", "--by", "year", "--format", "csv");
        run.Error.ShouldStartWith("CLI-0019: 1 of 2 sums");
        run.Out.ShouldContain("import,2025,,,,,partial");
    }

    [Fact]
    public async Task A_row_in_json_names_the_releases_that_it_was_read_from_and_no_others()
    {
        var run = await AskAsync("--product", Product, "--reporter", "DE", "--partner", "CN", "--flow", "import", "--from", "2025-01", "--to", "2025-01", "--json");
        using var document = JsonDocument.Parse(run.Out);
        var row = document.RootElement.EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("releases").GetArrayLength().ShouldBe(1);
        row.GetProperty("known_at").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 2, 13, 10, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("comext", "value_eur")]
    [InlineData("gacc", "value_cny")]
    [InlineData("gacc-usd", "value_usd")]
    public async Task The_column_of_the_values_names_the_currency_also_where_there_are_none(string source, string column)
    {
        var run = await AskAsync("--source", source, "--partner", "FR", "--from", "1990-01", "--to", "1990-12", "--format", "csv");
        run.Out.Trim().ShouldContain($",{column},");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("table")]
    [InlineData("parquet")]
    public async Task A_file_that_cannot_be_written_is_a_failure_with_a_code(string format)
    {
        string[] places = [Path.Combine(store.Path, "no", "such", "answer"), store.Path];
        foreach (var place in places)
        {
            var run = await AskAsync("--product", Product, "--partner", "CN", "--format", format, "--out", place);
            run.ExitCode.ShouldBe(3);
            run.Error.ShouldStartWith("STO-0003");
        }
    }

    [Fact]
    public async Task A_table_goes_to_the_file_that_was_named()
    {
        using var temporary = new TemporaryStore();
        var file = temporary.Write("answer.txt", []);
        var run = await AskAsync("--product", Product, "--reporter", "DE", "--partner", "CN", "--out", file.FullName);
        run.Out.ShouldBeEmpty();
        (await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken)).ShouldContain("218,215"); // January 2025, as Eurostat's answer has it
    }

    [Fact]
    public async Task A_folder_is_no_file_of_a_source_and_a_file_no_store()
    {
        using var temporary = new TemporaryStore();
        var file = temporary.Write("full_v2_202401.dat", System.Text.Encoding.ASCII.GetBytes(Bulk.Header + Bulk.Good));
        var folder = await CliRun.OfAsync("ingest", "--store", temporary.Store.Root.FullName, file.Directory!.FullName);
        (folder.ExitCode, folder.Error[..8]).ShouldBe((3, "STO-0002"));
        folder.Error.ShouldContain("it is a folder");
        foreach (var command in new[] { new[] { "releases" }, ["query"], ["ingest", file.FullName] })
        {
            var run = await CliRun.OfAsync([.. command, "--store", file.FullName]);
            (run.ExitCode, run.Error[..8]).ShouldBe((3, "STO-0004"));
        }
    }

    private Task<CliRun> AskAsync(params string[] question) => CliRun.OfAsync(["query", "--store", store.Path, .. question]);
}
