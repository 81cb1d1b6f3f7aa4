using System.Globalization;
using System.Text.Json;
using Plimsoll.Sources.ChinaCustoms;
using Plimsoll.Tests.Sources.Comext;
using Plimsoll.Tests.Sources.Fetch;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Sources.Fetch.ReplayServer;

namespace Plimsoll.Tests.Host.Cli;

/// <summary>Downloads through the command line, from a server on this machine into a store.</summary>
public sealed class FetchCommandTests : IDisposable
{
    private const string January = "full_v2_202401.7z";
    private static readonly byte[] Archive = Bulk.Archive("full_v2_202401.dat", Bulk.Header + Bulk.Good + "\n");
    private static readonly byte[] Revised = Bulk.Archive("full_v2_202401.dat", Bulk.Header + Bulk.With(15, "250") + "\n");

    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("plimsoll-fetch-cli");
    private readonly SkippingTime time = new();

    private string Downloads => Path.Combine(store.FullName, "downloads");

    public void Dispose() => store.Delete(recursive: true);

    [Fact]
    public async Task A_month_is_downloaded_and_taken_in_with_the_day_on_which_the_server_published_it()
    {
        using var server = new ReplayServer(_ => Version(Archive, "a", "Fri, 15 Mar 2024 10:00:00 GMT"));
        var run = await Comext(server);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain($"{January}: downloaded");
        run.Out.ShouldContain("published 2024-03-15, 1 records = 1 stored + 0 refused.");
        Files().ShouldBe([January, $"{January}.mark.json"]);
        var release = (await Releases()).ShouldHaveSingleItem();
        (release.GetProperty("evidence").GetString(), release.GetProperty("rows_stored").GetInt64()).ShouldBe(("http", 1));
    }

    [Fact]
    public async Task An_unchanged_file_is_not_sent_again_and_adds_nothing()
    {
        using var server = new ReplayServer(request => request.Header("If-None-Match") == "\"a\"" ? Answer(304, []) : Version(Archive, "a", "Fri, 15 Mar 2024 10:00:00 GMT"));
        await Comext(server);
        var again = await Comext(server);
        again.ExitCode.ShouldBe(0, again.Error);
        again.Out.ShouldContain($"{January}: unchanged");
        again.Out.ShouldContain("already in the store");
        (await Releases()).Length.ShouldBe(1);
        Directory.Exists(Path.Combine(Downloads, "earlier")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_changed_file_is_a_new_vintage_and_the_older_one_can_still_be_asked()
    {
        var answer = Version(Archive, "a", "Fri, 15 Mar 2024 10:00:00 GMT");
        using var server = new ReplayServer(_ => answer);
        await Comext(server);
        answer = Version(Revised, "b", "Mon, 15 Apr 2024 10:00:00 GMT");
        (await Comext(server)).Out.ShouldContain("published 2024-04-15");

        (await Releases()).Length.ShouldBe(2);
        (await Value()).ShouldBe("250");
        (await Value("--as-of", "2024-04-01")).ShouldBe("100");
        File.ReadAllBytes(Path.Combine(Downloads, "earlier", $"20240315T100000Z_{January}")).ShouldBe(Archive);
    }

    [Fact]
    public async Task A_download_that_broke_off_is_continued_by_the_next_run()
    {
        var half = Archive.Length / 2;
        var broken = true;
        using var server = new ReplayServer(request => broken
            ? Answer(200, Archive, half, "ETag: \"a\"")
            : Answer(206, Archive[half..], null, "ETag: \"a\"", FormattableString.Invariant($"Content-Range: bytes {half}-{Archive.Length - 1}/{Archive.Length}")));
        var first = await Comext(server);
        first.ExitCode.ShouldBe(3);
        first.Error.ShouldStartWith("SRC-0301");
        Files().ShouldBe([$"{January}.part", $"{January}.part.mark.json"]);
        (await Releases()).ShouldBeEmpty();

        broken = false;
        var second = await Comext(server);
        second.ExitCode.ShouldBe(0, second.Error);
        server.Requests.Last().Header("Range").ShouldBe(string.Create(CultureInfo.InvariantCulture, $"bytes={half}-"));
        File.ReadAllBytes(Path.Combine(Downloads, January)).ShouldBe(Archive);
        Files().ShouldBe([January, $"{January}.mark.json"]);
        (await Releases()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_month_that_is_not_published_yet_does_not_hold_back_the_months_before()
    {
        using var server = new ReplayServer(request => request.Path.Contains("202401", StringComparison.Ordinal) ? Answer(200, Archive) : Answer(404, []));
        var run = await Comext(server, to: "2024-02");
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldStartWith("SRC-0300");
        run.Error.ShouldContain("full_v2_202402");
        run.Out.ShouldContain("1 records = 1 stored");
        (await Releases()).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_server_is_left_alone_for_as_long_as_it_asks(int status)
    {
        var answers = new Queue<byte[]>([Answer(status, [], null, "Retry-After: 7"), Answer(200, Archive)]);
        using var server = new ReplayServer(_ => answers.Dequeue());
        (await Comext(server)).ExitCode.ShouldBe(0);
        time.Waits.ShouldBe([TimeSpan.FromSeconds(7)]);
        (await Releases()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_asks_for_more_than_ten_minutes_is_given_up_at_once()
    {
        using var server = new ReplayServer(_ => Answer(503, [], null, "Retry-After: 601"));
        var run = await Comext(server);
        (run.ExitCode, run.Error[..8], server.Requests.Count).ShouldBe((3, "SRC-0301", 1));
        time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_for_people_is_not_taken_for_data()
    {
        using var server = new ReplayServer(_ => Answer(200, "<html>Maintenance</html>"u8.ToArray()));
        var run = await Comext(server);
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldStartWith("SRC-0302");
        Files().ShouldBeEmpty();
        (await Releases()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Downloads_can_be_kept_for_later()
    {
        using var server = new ReplayServer(_ => Answer(200, Archive));
        var run = await Fetch(server, "comext", "--from", "2024-01", "--to", "2024-01", "--no-ingest", "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        var document = JsonDocument.Parse(run.Out).RootElement;
        document.GetProperty("files").EnumerateArray().ShouldHaveSingleItem().GetProperty("unchanged").GetBoolean().ShouldBeFalse();
        document.GetProperty("taken").GetArrayLength().ShouldBe(0);
        (await Releases()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_central_banks_rates_are_taken_in()
    {
        using var server = new ReplayServer(_ => Answer(200, File.ReadAllBytes(Repository.Specimen("ecb/ecb_cny_eur_monthly.json"))));
        var run = await Fetch(server, "ecb");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("7 records = 7 stored");
        server.Requests.ShouldHaveSingleItem().Path.ShouldBe("/service/data/EXR/M.CNY.EUR.SP00.A?format=jsondata");
    }

    [Fact]
    public async Task China_Customs_is_followed_from_its_index_and_a_page_without_a_table_is_named()
    {
        var index = await File.ReadAllBytesAsync(Repository.Specimen("gacc/seed_2026.html"), TestContext.Current.CancellationToken);
        using var page = new MemoryStream(index);
        var table4 = GaccIndex.Read(page, 2026).Single(r => r is { Table: 4, Currency: "CNY", Month.Number: 3 }).Address.PathAndQuery;
        byte[] Page(string path) =>
            path.Contains("preliminary", StringComparison.Ordinal) ? index
            : path == table4 ? File.ReadAllBytes(Repository.Specimen("gacc/section4_mar2026_cny.reconstructed.html"))
            : "<html><body>Service unavailable</body></html>"u8.ToArray();
        using var server = new ReplayServer(request => Answer(200, Page(request.Path)));
        var run = await Fetch(server, "gacc", "--year", "2026");
        run.ExitCode.ShouldBe(3, "eleven of the twelve pages hold no table");
        run.Out.ShouldContain("16 records = 16 stored + 0 refused");
        run.Out.Split('\n').Count(line => line.Contains(": refused. SRC-", StringComparison.Ordinal)).ShouldBe(11);
        (await Releases()).ShouldHaveSingleItem().GetProperty("source").GetString().ShouldBe("gacc");
    }

    private static byte[] Version(byte[] body, string tag, string lastModified) => Answer(200, body, null, $"ETag: \"{tag}\"", $"Last-Modified: {lastModified}");

    private Task<CliRun> Comext(ReplayServer server, string to = "2024-01") => Fetch(server, "comext", "--from", "2024-01", "--to", to);

    private Task<CliRun> Fetch(ReplayServer server, params string[] arguments) =>
        CliRun.OfAsync(time, ["fetch", .. arguments, "--base-url", server.Address.ToString(), "--store", store.FullName]);

    private async Task<JsonElement[]> Releases()
    {
        var run = await CliRun.OfAsync("releases", "--json", "--store", store.FullName);
        return [.. JsonDocument.Parse(run.Out).RootElement.EnumerateArray()];
    }

    // The sixth column of the only row.
    private async Task<string> Value(params string[] options)
    {
        var run = await CliRun.OfAsync(["query", "--product", "85051110", "--format", "csv", .. options, "--store", store.FullName]);
        return run.Out.Split('\n')[1].Split(',')[5];
    }

    private string[] Files() => [.. new DirectoryInfo(Downloads).GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];
}
