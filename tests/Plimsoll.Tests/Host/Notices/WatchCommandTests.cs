using System.CommandLine;
using System.Text.Json;
using System.Xml.Linq;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Host.Cli;
using Plimsoll.Tests.Consultations.Delivery;
using Plimsoll.Tests.Host.Cli;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Notices;

public sealed class WatchCommandTests(DemoStore demo) : IClassFixture<DemoStore>
{
    private static readonly DateTimeOffset August = new(2026, 8, 10, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_first_look_tells_the_board_and_the_second_finds_no_news()
    {
        (await Json("watch", "--once")).GetProperty("findings").GetInt32().ShouldBeGreaterThan(100);
        (await Json("watch", "--once")).GetProperty("notices").GetInt32().ShouldBe(0);

        // As many as the board has in amber and red.
        var notices = (await Json("monitor")).EnumerateArray().Count(finding => finding.GetProperty("zone").GetString() is "amber" or "red");
        notices.ShouldBeGreaterThan(5);
        var listed = await Json("notices", "list", "--list", "everything", "--count", "100000");
        listed.GetArrayLength().ShouldBe(notices);
        listed.EnumerateArray().ShouldAllBe(notice => notice.GetProperty("status").GetString() == "illustrative – not agreed by the parties");
        var feed = XDocument.Load(Path.Combine(demo.Path, "notices", "everything.atom"));
        feed.Root!.Elements().Count(element => element.Name.LocalName == "entry").ShouldBe(notices);
        Ical.Net.Calendar.Load(await File.ReadAllTextAsync(Path.Combine(demo.Path, "notices", "everything.ics"), TestContext.Current.CancellationToken))!.Events.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_notice_can_be_acknowledged_and_the_log_holds_it()
    {
        await Run("watch", "--once");
        (await Run("key", "new", "eu.example/plimsoll")).ExitCode.ShouldBe(0);
        var id = (await Json("notices", "list"))[0].GetProperty("id").GetString()!;
        (await Run("notices", "ack", id, "--note", "With the desk.")).ExitCode.ShouldBe(0);
        (await Run("ledger", "verify")).ExitCode.ShouldBe(0);
        var entry = (await Json("ledger", "show", "--kind", "alarm-acknowledged"))[0].GetProperty("body");
        entry.GetProperty("notice").GetString().ShouldBe(id);
        (await Run("notices", "list")).Out.ShouldContain("Acknowledged by eu.example/plimsoll on ");
        var missing = await Run("notices", "ack", Guid.Empty.ToString());
        (missing.ExitCode, missing.Error[..8]).ShouldBe((3, "NTC-0021"));
    }

    [Fact]
    public async Task A_second_process_does_not_act()
    {
        using (var outbox = new Outbox(new DirectoryInfo(demo.Path), TimeProvider.System))
        using (outbox.Take("everything", "somebody else", TimeSpan.FromMinutes(10)).ShouldNotBeNull())
        {
            var run = await Run("watch", "--once");
            run.ExitCode.ShouldBe(0);
            run.Out.Trim().ShouldBe("Nothing was done: somebody else acts for this watch-list.");
        }

        (await Run("watch", "--once")).Out.ShouldContain("findings compared");
    }

    [Fact]
    public async Task With_enter_cases_a_look_enters_what_case_update_would_and_tells_it_once()
    {
        var folder = Directory.CreateTempSubdirectory("plimsoll-watch-");
        try
        {
            foreach (var file in new DirectoryInfo(demo.Path).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !file.FullName.Contains("notices", StringComparison.Ordinal) && !file.FullName.Contains("ledger", StringComparison.Ordinal) && file.Name != "party.key"))
            {
                var target = Path.Combine(folder.FullName, Path.GetRelativePath(demo.Path, file.FullName));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                file.CopyTo(target);
            }

            string[] watch = ["watch", "--once", "--enter-cases", "--json", "--store", folder.FullName];
            var without = await CliRun.OfAsync(watch);
            (without.ExitCode, without.Error[..4]).ShouldBe((3, "LED-"));
            await CliRun.OfAsync("key", "new", "eu.example/plimsoll", "--store", folder.FullName);
            (await CliRun.OfAsync("watch", "--once", "--json", "--store", folder.FullName)).ExitCode.ShouldBe(0);
            (await Entries()).ShouldBe(0);

            var dry = JsonElement.Parse((await CliRun.OfAsync("case", "update", "--dry-run", "--json", "--store", folder.FullName)).Out).GetArrayLength();
            dry.ShouldBeGreaterThan(1);

            // Somebody else enters: nothing is done about cases, and all else goes on.
            using (var outbox = new Outbox(folder, TimeProvider.System))
            using (outbox.Take("cases of the ledger", "somebody else", TimeSpan.FromMinutes(10)).ShouldNotBeNull())
            {
                JsonElement.Parse((await CliRun.OfAsync(watch)).Out).GetProperty("entered").GetInt32().ShouldBe(0);
            }

            var first = JsonElement.Parse((await CliRun.OfAsync(watch)).Out);
            first.GetProperty("entered").GetInt32().ShouldBe(dry);
            var opened = JsonElement.Parse((await CliRun.OfAsync("cases", "--json", "--store", folder.FullName)).Out).GetArrayLength();
            first.GetProperty("notices").GetInt32().ShouldBeGreaterThanOrEqualTo(opened);
            var second = JsonElement.Parse((await CliRun.OfAsync(watch)).Out);
            (second.GetProperty("entered").GetInt32(), second.GetProperty("notices").GetInt32()).ShouldBe((0, 0));
            (await CliRun.OfAsync("case", "update", "--store", folder.FullName)).Out.ShouldBe("Nothing to enter.\n");
            (await Entries()).ShouldBe(dry);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        async Task<int> Entries() => JsonElement.Parse((await CliRun.OfAsync("ledger", "show", "--json", "--count", "100000", "--store", folder.FullName)).Out).EnumerateArray()
            .Count(entry => entry.GetProperty("kind").GetString()!.StartsWith("case-", StringComparison.Ordinal));
    }

    // Two processes that start at the same moment: each notice is taken in once, and one of them may have found nothing to do.
    [Fact]
    public async Task Two_processes_at_once_notice_everything_once()
    {
        var list = List("pair", new Uri("http://127.0.0.1:1/hook"));
        var runs = await Task.WhenAll(Run("watch", "--once", "--json", "--watch-list", list), Run("watch", "--once", "--json", "--watch-list", list));
        var taken = runs.Sum(run => JsonElement.Parse(run.Out).GetProperty("notices").GetInt32());
        taken.ShouldBeGreaterThan(0);
        (await Json("notices", "list", "--list", "pair")).GetArrayLength().ShouldBe(taken);
        (await Json("notices", "deadletters", "--waiting")).EnumerateArray().Count(parcel => parcel.GetProperty("receiver").GetString() == "pair/hook").ShouldBe(taken);
    }

    [Fact]
    public async Task On_a_schedule_what_failed_is_sent_again_between_two_looks()
    {
        await using var hook = new Hook { Status = 503 };
        await hook.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var waits = 0;
        var time = new JumpingTime(August)
        {
            Waiting = () =>
            {
                hook.Status = ++waits < 4 ? 503 : 200;
                if (waits > 12)
                {
                    stop.Cancel();
                }
            },
        };
        string[] arguments = ["watch", "--every", "1d", "--watch-list", List("loop", hook.Address), "--store", demo.Path];
        var (written, errors) = (new StringWriter(), new StringWriter());
        var parsed = CommandLine.Root(new Terminal(written, errors, colors: false), time).Parse(arguments);
        await Should.ThrowAsync<OperationCanceledException>(() => parsed.InvokeAsync(new InvocationConfiguration { Output = written, Error = errors, EnableDefaultExceptionHandler = false }, stop.Token));

        // Three answers of 503, then everything in its order, within the first minute; after that a look each day without news.
        hook.Calls.Take(4).Select(call => call.Status).ShouldBe([503, 503, 503, 503]);
        var told = (await Json("notices", "list", "--list", "loop")).EnumerateArray().Select(notice => notice.GetProperty("id").GetString()).ToList();
        told.Count.ShouldBeGreaterThan(1);
        hook.Taken.Select(call => call.Id).ShouldBe(told);
        errors.ToString().ShouldContain("loop/hook: NTC-0030");
        written.ToString().Split('\n').Count(line => line.Contains("findings compared, 0 notices new, 0 delivered.", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
        (time.Now - August).TotalDays.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_channel_without_its_secret_waits_and_says_so()
    {
        var list = List("secretless", new Uri("http://127.0.0.1:1/hook"), secret: "env:PLIMSOLL_TEST_UNSET");
        var run = await Run("watch", "--once", "--watch-list", list);
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldStartWith("NTC-0010");
        (await Json("notices", "deadletters", "--waiting")).EnumerateArray().ShouldContain(parcel => parcel.GetProperty("receiver").GetString() == "secretless/hook");
    }

    [Fact]
    public async Task A_mute_is_entered_with_reason_and_end_and_its_lines_are_not_sent()
    {
        (await Run("notices", "mute", "billion-a-day@*", "--reason", "Known.", "--until", "2999-12-31")).Out.ShouldStartWith("billion-a-day@* is muted until 2999-12-31 is over");
        await Run("watch", "--once", "--watch-list", List("muted", new Uri("http://127.0.0.1:1/hook")));
        var listed = await Json("notices", "list", "--list", "muted");
        listed.EnumerateArray().Where(notice => notice.GetProperty("muted").ValueKind != JsonValueKind.Null).ShouldAllBe(notice => notice.GetProperty("about").GetString()!.Contains("/billion-a-day@", StringComparison.Ordinal));
        listed.EnumerateArray().Count(notice => notice.GetProperty("muted").GetString() == "Known.").ShouldBe(1);
        (await Json("notices", "mute", "billion-a-day@*", "--reason", "No more.", "--until", "2026-01-01")).EnumerateArray().Single().GetProperty("reason").GetString().ShouldBe("No more.");
    }

    [Fact]
    public async Task A_bad_list_is_told_by_line_and_column()
    {
        var file = Path.Combine(demo.Path, "bad.yaml");
        await File.WriteAllTextAsync(file, "watch_list:\n  id: Bad List\n", TestContext.Current.CancellationToken);
        var run = await Run("watch", "--once", "--watch-list", file);
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain($"{file}:2:7: AGR-0006");
    }

    [Theory]
    [InlineData("watch", "--every", "soon")]
    [InlineData("watch", "--fetch", "nowhere")]
    [InlineData("watch", "--base-url", "https://mirror.example/x")]
    [InlineData("notices")]
    [InlineData("notices", "ack", "no-id")]
    [InlineData("notices", "mute", "a*b", "--reason", "x", "--until", "2026-09-01")]
    [InlineData("notices", "mute", "a", "--reason", " ", "--until", "2026-09-01")]
    [InlineData("notices", "mute", "a", "--until", "2026-09-01")]
    [InlineData("notices", "mute", "a", "--reason", "x")]
    public async Task What_cannot_be_understood_is_a_usage_error(params string[] arguments)
    {
        var run = await CliRun.OfAsync(arguments);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Where_nobody_looked_nothing_is_made()
    {
        var store = Path.Combine(Path.GetTempPath(), $"plimsoll-never-{Guid.NewGuid():N}");
        foreach (var arguments in new[] { new[] { "notices", "list" }, ["notices", "deadletters"], ["notices", "replay"] })
        {
            (await CliRun.OfAsync([.. arguments, "--store", store])).ExitCode.ShouldBe(0);
        }

        Directory.Exists(store).ShouldBeFalse();
    }

    private Task<CliRun> Run(params string[] arguments) => CliRun.OfAsync([.. arguments, "--store", demo.Path]);

    private async Task<JsonElement> Json(params string[] arguments)
    {
        var run = await Run([.. arguments, "--json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonElement.Parse(run.Out);
    }

    // The Union's totals alone: a handful of notices.
    private string List(string id, Uri hook, string? secret = null)
    {
        var key = Path.Combine(demo.Path, "hook.secret");
        File.WriteAllText(key, Post.Secret);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var file = Path.Combine(demo.Path, $"{id}.yaml");
        File.WriteAllText(
            file,
            $$"""
            watch_list: {id: {{id}}, title: The totals, address: none}
            clauses: ['*']
            subjects: [EU27_2020.CN.TOTAL]
            releases: none
            feed: false
            calendar: false
            mails: none
            webhooks:
              - {id: hook, address: "{{hook}}", secret: "{{secret ?? $"file:{key}"}}", loopback: true}
            """);
        return file;
    }
}
