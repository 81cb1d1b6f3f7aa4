using System.Globalization;
using System.Text;
using Plimsoll.Sources.Fetch;
using Plimsoll.Trade;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Sources.Fetch.ReplayServer;

namespace Plimsoll.Tests.Sources.Fetch;

public sealed class FetcherTests : IDisposable
{
    private static readonly Month January = Month.Of(2026, 1);
    private static readonly byte[] Archive = MakeArchive(300_000, seed: 1);

    private readonly DirectoryInfo into = Directory.CreateTempSubdirectory("plimsoll-fetch");
    private readonly SkippingTime time = new();
    private readonly HttpClient client = new();

    public void Dispose()
    {
        client.Dispose();
        into.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_is_stored_under_a_name_made_from_its_period_and_with_the_marks_of_its_version()
    {
        using var server = new ReplayServer(_ => Answer(200, Archive, null, "ETag: \"a\"", "Last-Modified: Sun, 15 Mar 2026 10:00:00 GMT", "Content-Disposition: attachment; filename=../../evil"));
        var files = await FetchAsync(FetchPlan.Comext(January, January.Plus(1), server.Address));
        files.Select(f => Path.GetFileName(f.Path)).ShouldBe(["full_v2_202601.7z", "full_v2_202602.7z"]);
        server.Requests.Select(r => r.Path).ShouldBe(
        [
            "/eurostat/api/dissemination/files?file=comext/COMEXT_DATA/PRODUCTS/full_v2_202601.7z",
            "/eurostat/api/dissemination/files?file=comext/COMEXT_DATA/PRODUCTS/full_v2_202602.7z",
        ]);
        files.ShouldAllBe(f => f.ETag == "\"a\"" && !f.Unchanged && f.LastModified == new DateTimeOffset(2026, 3, 15, 10, 0, 0, TimeSpan.Zero));
        File.ReadAllBytes(files[0].Path).ShouldBe(Archive);
        time.Waits.ShouldBe([TimeSpan.FromSeconds(1)], "one pause between two files");
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_for_as_long_as_it_asks()
    {
        var answers = new Queue<byte[]>([Answer(429, [], null, "Retry-After: 7"), Answer(503, []), Answer(500, []), Answer(200, Archive)]);
        using var server = new ReplayServer(_ => answers.Dequeue());
        var file = (await FetchAsync(FetchPlan.Comext(January, January, server.Address))).Single();
        File.ReadAllBytes(file.Path).ShouldBe(Archive);
        time.Waits.Count.ShouldBe(3);
        time.Waits[0].ShouldBe(TimeSpan.FromSeconds(7));
        time.Waits[1].ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
        time.Waits[2].ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_is_continued_to_the_same_bytes()
    {
        using var server = new ReplayServer(Resumable(Archive, "\"a\"", cutAfter: 100_000));
        var file = (await FetchAsync(FetchPlan.Comext(January, January, server.Address))).Single();
        File.ReadAllBytes(file.Path).ShouldBe(Archive);
        server.Requests.Select(r => r.Header("Range")).ShouldBe([null, "bytes=100000-", "bytes=200000-"]);
        server.Requests.Last().Header("If-Range").ShouldBe("\"a\"");
        into.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal).ShouldBe(["full_v2_202601.7z", "full_v2_202601.7z.mark.json"]);
    }

    [Fact]
    public async Task A_file_that_changes_between_two_tries_is_not_glued_together()
    {
        var newer = MakeArchive(250_000, seed: 2);
        var first = true;
        var resume = Resumable(newer, "\"b\"", cutAfter: int.MaxValue);
        using var server = new ReplayServer(request =>
        {
            var answer = first ? Answer(200, Archive, 100_000, "ETag: \"a\"") : resume(request);
            first = false;
            return answer;
        });
        var file = (await FetchAsync(FetchPlan.Comext(January, January, server.Address))).Single();
        (file.ETag, File.ReadAllBytes(file.Path).SequenceEqual(newer)).ShouldBe(("\"b\"", true));
    }

    [Fact]
    public async Task An_unchanged_file_is_not_sent_again_and_a_changed_one_keeps_its_older_version()
    {
        var (body, tag) = (Archive, "\"a\"");
        using var server = new ReplayServer(request => request.Header("If-None-Match") == tag
            ? Answer(304, [])
            : Answer(200, body, null, $"ETag: {tag}", "Last-Modified: Sun, 15 Mar 2026 10:00:00 GMT"));
        var plan = FetchPlan.Comext(January, January, server.Address);
        (await FetchAsync(plan)).Single().Unchanged.ShouldBeFalse();
        (await FetchAsync(plan)).Single().ShouldSatisfyAllConditions(f => f.Unchanged.ShouldBeTrue(), f => f.ETag.ShouldBe("\"a\""));

        (body, tag) = (MakeArchive(1_000, seed: 3), "\"b\"");
        var changed = (await FetchAsync(plan)).Single();
        changed.Unchanged.ShouldBeFalse();
        File.ReadAllBytes(changed.Path).ShouldBe(body);
        File.ReadAllBytes(Path.Combine(into.FullName, "earlier", "20260315T100000Z_full_v2_202601.7z")).ShouldBe(Archive);
    }

    [Theory]
    [InlineData(404, "", "SRC-0300", false)]
    [InlineData(503, "", "SRC-0301", true)]
    [InlineData(200, "<html>Maintenance</html>", "SRC-0302", true)]
    [InlineData(200, "", "SRC-0302", true)]
    public async Task Failures_of_the_outside_world_have_a_code_and_leave_no_file(int status, string body, string code, bool retriable)
    {
        using var server = new ReplayServer(_ => Answer(status, Encoding.ASCII.GetBytes(body)));
        var failure = await Should.ThrowAsync<OutsideException>(() => FetchAsync(FetchPlan.Comext(January, January, server.Address)));
        (failure.Code, failure.Retriable).ShouldBe((code, retriable));
        File.Exists(Path.Combine(into.FullName, "full_v2_202601.7z")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_after_six_tries()
    {
        using var server = new ReplayServer(_ => []);
        var failure = await Should.ThrowAsync<OutsideException>(() => FetchAsync(FetchPlan.Ecb("CNY", server.Address)));
        (failure.Code, time.Waits.Count).ShouldBe(("SRC-0301", 5));
    }

    [Fact]
    public async Task A_download_beyond_its_limit_is_given_up()
    {
        using var server = new ReplayServer(_ => Answer(200, new byte[4_000_001]));
        (await Should.ThrowAsync<OutsideException>(() => FetchAsync(FetchPlan.Ecb("CNY", server.Address)))).Code.ShouldBe("SRC-0303");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named_as_the_cause()
    {
        using var server = new ReplayServer(_ => Answer(200, Archive));
        var file = Path.Combine(into.FullName, "taken");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var fetcher = new Fetcher(client, time);
        var failure = await Should.ThrowAsync<OutsideException>(
            () => fetcher.FetchAsync(FetchPlan.Comext(January, January, server.Address), new DirectoryInfo(file), null, TestContext.Current.CancellationToken));
        failure.Code.ShouldBe("SRC-0304");
    }

    [Fact]
    public async Task China_Customs_is_followed_from_its_index_on_the_same_host()
    {
        var index = File.ReadAllBytes(Repository.Specimen("gacc/seed_2026.html"));
        using var server = new ReplayServer(request => Answer(200, request.Path.Contains("preliminary", StringComparison.Ordinal) ? index : "<html></html>"u8.ToArray()));
        var files = await FetchAsync(FetchPlan.Gacc(2026, running: true, server.Address));
        files.Count.ShouldBe(13);
        server.Requests.First().Path.ShouldBe("/statics/report/preliminary.html");
        files.Select(f => Path.GetFileName(f.Path)).ToList().ShouldContain(name => name == "gacc_2026-03_table-4_CNY.html");
        server.Requests.Select(r => r.Path).ToList().ShouldContain(path => path == "/Statics/2e61c8a1-17b2-4074-b909-c039ccf8c8fb.html");
    }

    [Fact]
    public async Task An_index_without_releases_is_not_taken_for_a_year_without_trade()
    {
        using var server = new ReplayServer(_ => Answer(200, "<html></html>"u8.ToArray()));
        (await Should.ThrowAsync<OutsideException>(() => FetchAsync(FetchPlan.Gacc(2025, running: false, server.Address)))).Code.ShouldBe("SRC-0305");
        server.Requests.Single().Path.ShouldBe("/statics/report/preliminary2025.html");
    }

    [Fact]
    public async Task Progress_counts_the_bytes_of_earlier_tries()
    {
        using var server = new ReplayServer(Resumable(Archive, "\"a\"", cutAfter: 200_000));
        var reports = new List<FetchProgress>();
        await new Fetcher(client, time).FetchAsync(FetchPlan.Comext(January, January, server.Address), into, new Recorder(reports), TestContext.Current.CancellationToken);
        reports[^1].ShouldBe(new FetchProgress("full_v2_202601.7z", 300_000, 300_000, TimeSpan.Zero));
    }

    [Fact]
    public void Plans_refuse_what_is_no_month_range_and_no_currency()
    {
        Should.Throw<ArgumentException>(() => FetchPlan.Comext(January, January.Plus(-1)));
        Should.Throw<ArgumentException>(() => FetchPlan.Ecb("../"));
    }

    [Fact]
    public void The_real_addresses_are_those_of_the_sources()
    {
        FetchPlan.Comext(January, January).Targets.Single().Address.AbsoluteUri
            .ShouldBe("https://ec.europa.eu/eurostat/api/dissemination/files?file=comext/COMEXT_DATA/PRODUCTS/full_v2_202601.7z");
        FetchPlan.Ecb("CNY").Targets.Single().Address.AbsoluteUri.ShouldBe("https://data-api.ecb.europa.eu/service/data/EXR/M.CNY.EUR.SP00.A?format=jsondata");
        FetchPlan.Gacc(2025, running: false).Targets.Single().Address.AbsoluteUri.ShouldBe("http://english.customs.gov.cn/statics/report/preliminary2025.html");
    }

    private static byte[] MakeArchive(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        new byte[] { 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C }.CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>Sends at most <paramref name="cutAfter"/> bytes a time and honours Range with If-Range.</summary>
    private static Func<Request, byte[]> Resumable(byte[] body, string tag, int cutAfter) => request =>
    {
        var from = request.Header("If-Range") == tag && request.Header("Range") is { } range ? int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture) : 0;
        var sent = Math.Min(cutAfter, body.Length - from);
        return from == 0
            ? Answer(200, body, sent, $"ETag: {tag}")
            : Answer(206, body[from..], sent, $"ETag: {tag}", string.Create(CultureInfo.InvariantCulture, $"Content-Range: bytes {from}-{body.Length - 1}/{body.Length}"));
    };

    private Task<IReadOnlyList<FetchedFile>> FetchAsync(FetchPlan plan) => new Fetcher(client, time).FetchAsync(plan, into, null, TestContext.Current.CancellationToken);

    private sealed class Recorder(List<FetchProgress> reports) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value) => reports.Add(value);
    }
}
