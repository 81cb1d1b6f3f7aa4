using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.EndToEnd;

/// <summary>An ingest killed at any moment leaves the store as it was before or as it is after.</summary>
public sealed class KillTests
{
    private const int Rows = 300_000;
    private const int Kills = 50;
    private const string Header = "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n";
    private static readonly string Host = Path.Combine(AppContext.BaseDirectory, "Plimsoll.Host.dll");
    private static readonly string[] Reporters = ["AT", "BE", "DE", "FR", "IT", "NL", "PL", "ES"];
    private static readonly string[] Partners = ["CN", "US", "JP", "IN", "VN", "CH"];

    [Fact]
    public async Task A_killed_ingest_is_all_there_or_not_there()
    {
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("plimsoll-kill-");
        try
        {
            var file = Path.Combine(folder.FullName, "full_v2_202401.dat");
            await File.WriteAllTextAsync(file, MonthOfTrade(), cancel);
            var usual = await Duration(Path.Combine(folder.FullName, "calm"), file, cancel);

            var random = new Random(20240115);
            var survivors = 0;
            var store = Path.Combine(folder.FullName, "store");
            for (var kill = 0; kill < Kills; kill++)
            {
                using var ingest = Start("ingest", file, "--store", store);
                await Task.Delay(usual * random.NextDouble(), cancel);
                ingest.Kill();
                await ingest.WaitForExitAsync(cancel);
                if ((await Answer(cancel, "releases", "--store", store, "--json")).GetArrayLength() > 0)
                {
                    survivors++;
                    await ShouldBeComplete(store, cancel);
                    Directory.Delete(store, recursive: true);
                }
            }

            using (var last = Start("ingest", file, "--store", store))
            {
                await last.WaitForExitAsync(cancel);
                last.ExitCode.ShouldBe(0);
            }

            await ShouldBeComplete(store, cancel);
            Directory.GetFileSystemEntries(Path.Combine(store, "staging")).ShouldBeEmpty();
            survivors.ShouldBeLessThan(Kills, "no kill came before the end: the test shows nothing");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Every row has value 1, 2, … so that the total is the sum of the numbers to Rows.
    private static async Task ShouldBeComplete(string store, CancellationToken cancel)
    {
        var releases = await Answer(cancel, "releases", "--store", store, "--json");
        var release = releases.EnumerateArray().ShouldHaveSingleItem();
        release.GetProperty("rows_stored").GetInt64().ShouldBe(Rows);

        var total = 0m;
        foreach (var part in Directory.GetFiles(Path.Combine(store, "releases"), "*.parquet", SearchOption.AllDirectories))
        {
            using var connection = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT sum(value) FROM read_parquet('{part}')";
            total += Convert.ToDecimal(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }

        total.ShouldBe(Rows * (Rows + 1m) / 2);
    }

    private static async Task<TimeSpan> Duration(string store, string file, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        using var ingest = Start("ingest", file, "--store", store);
        await ingest.WaitForExitAsync(cancel);
        ingest.ExitCode.ShouldBe(0, await ingest.StandardError.ReadToEndAsync(cancel));
        return clock.Elapsed;
    }

    private static async Task<JsonElement> Answer(CancellationToken cancel, params string[] arguments)
    {
        using var process = Start(arguments);
        var text = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        process.ExitCode.ShouldBe(0, await process.StandardError.ReadToEndAsync(cancel));
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Host, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string MonthOfTrade()
    {
        var products = Nomenclature.Codes(2024);
        var text = new StringBuilder(Header);
        for (var row = 0; row < Rows; row++)
        {
            var reporter = Reporters[row % Reporters.Length];
            var partner = Partners[row / Reporters.Length % Partners.Length];
            var product = products[row / (Reporters.Length * Partners.Length) % products.Count].Text;
            text.Append(CultureInfo.InvariantCulture, $"{reporter},{partner},E,{product},0,0,0,0,0,0,{1 + (row % 2)},1,NO_SU,202401,{row + 1},{row + 1},{row % 1000},0\n");
        }

        return text.ToString();
    }
}
