using System.Text.Json;
using Plimsoll.Host.Cli;
using Plimsoll.Tests.Host.Cli;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Cases;

/// <summary>A case from the bundled figures to its end, on a clock that is set by hand.</summary>
public sealed class CaseCommandTests(DemoStore store) : IClassFixture<DemoStore>
{
    private const string Deficit = "eu-china-illustrative/total@CN.EU27_2020/";

    [Fact]
    public async Task A_case_opens_lapses_and_is_closed_without_any_measure()
    {
        await Run("2026-09-29", "key", "new", "eu.example/plimsoll");
        var dry = await Run("2026-09-29", "case", "update", "--dry-run");
        dry.Out.ShouldContain($"case-opened  {Deficit}");
        dry.Out.ShouldEndWith("Nothing was entered.\n");
        (await Run("2026-09-29", "cases")).Out.ShouldStartWith("There is no case");

        (await Run("2026-09-29", "case", "update")).ExitCode.ShouldBe(0);
        (await Run("2026-09-30", "case", "update")).Out.ShouldBe("Nothing to enter.\n");
        var listed = await Json("2026-09-30", "cases");
        var one = listed.EnumerateArray().Single(found => found.GetProperty("id").GetString()!.StartsWith(Deficit, StringComparison.Ordinal));
        var id = one.GetProperty("id").GetString()!;
        one.GetProperty("status").GetString().ShouldBe("illustrative");
        one.GetProperty("deadlines")[0].GetProperty("due").GetString().ShouldBe("2026-10-20");

        var refused = await Run("2026-10-01", "case", "step", id, "closed", "--note", "Too early.");
        (refused.ExitCode, refused.Error[..8]).ShouldBe((3, "CON-0003"));
        (await Run("2026-10-01", "case", "step", id, "notified", "--note", "Note of today.", "--link", "https://example.org/note")).ExitCode.ShouldBe(0);
        (await Run("2026-10-02", "case", "position", id, "--text", "Demand\u001b[2J rose.", "--objection")).ExitCode.ShouldBe(0);
        (await Run("2026-10-14", "cases")).Out.ShouldNotContain("Due soon: consultation");
        (await Run("2026-10-14", "cases")).Out.ShouldContain($"Due soon: acknowledgement of {id}, 2026-10-14.");
        (await Run("2026-10-15", "cases")).Out.ShouldContain($"Due soon: consultation of {id}, 2026-10-20.");
        (await Run("2026-10-15", "cases", "--remind-days", "3")).Out.ShouldNotContain("Due soon: consultation");
        var lapse = await Run("2026-10-21", "case", "update");
        lapse.Out.ShouldContain($"case-deadline-lapsed  {id}  consultation");
        (await Run("2026-10-22", "case", "step", id, "political_consultation", "--note", "Ministers met.")).ExitCode.ShouldBe(0);
        (await Run("2026-10-23", "case", "step", id, "outcome", "--note", "They agree to go on.", "--outcome", "measure")).Error.ShouldStartWith("CON-0005");
        (await Run("2026-10-23", "case", "step", id, "outcome", "--note", "They agree to go on.", "--outcome", "undertaking", "--reference", "Joint statement")).ExitCode.ShouldBe(0);
        (await Run("2026-10-24", "case", "step", id, "closed", "--note", "Done.")).ExitCode.ShouldBe(0);

        var shown = (await Run("2026-10-25", "cases", id)).Out;
        shown.ShouldContain("closed (undertaking)");
        shown.ShouldContain("lapsed, entered on 2026-10-21; met late on 2026-10-22");
        shown.ShouldContain("eu.example/plimsoll objects: Demand\ufffd[2J rose.");
        shown.Contains('\u001b', StringComparison.Ordinal).ShouldBeFalse();
        (await Run("2026-10-25", "cases", "--state", "closed")).Out.ShouldContain(id);
        (await Run("2026-10-25", "cases", "--state", "notified")).Out.ShouldBe("No case is in this state.\n");
        (await Run("2026-10-25", "cases", "x")).Error.ShouldStartWith("CON-0030");
        (await Run("2026-10-25", "case", "position", "x", "--text", "y")).Error.ShouldStartWith("CON-0030");
        (await Run("2026-10-25", "ledger", "verify")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Commitments_and_readouts_are_there_without_a_ledger()
    {
        var empty = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var readouts = await RunIn(empty, "2026-11-01", "readouts");
        readouts.ExitCode.ShouldBe(0, readouts.Error);
        foreach (var part in new[] { "SAID BY BOTH", "DIFFERING", "BY ONE ONLY", "EU27_2020: Tangible results by October.", "CN: nothing was found", "CN: The next ministerial meeting is in autumn." })
        {
            readouts.Out.ShouldContain(part);
        }

        var commitments = await RunIn(empty, "2026-11-01", "commitments");
        foreach (var part in new[] { "REBALANCING", "EXPORT_CONTROLS", "INTELLECTUAL_PROPERTY", "WTO_REFORM", "open, and its day is over; measured by the clause rolling-goods-deficit", "Said by EU27_2020 only." })
        {
            commitments.Out.ShouldContain(part);
        }

        (await RunIn(empty, "2026-11-01", "commitments", "--workstream", "wto_reform")).Out.ShouldNotContain("REBALANCING");
        (await RunIn(empty, "2026-11-01", "readouts", "2026-07-29")).Error.ShouldStartWith("CON-0031");
        (await RunIn(empty, "2026-11-01", "case", "update")).Error.ShouldStartWith("LED-0021");
        Directory.Exists(empty).ShouldBeFalse();
    }

    [Fact]
    public async Task A_party_enters_commitments_reviews_and_its_own_readout()
    {
        var folder = Directory.CreateTempSubdirectory("plimsoll-record-");
        try
        {
            await RunIn(folder.FullName, "2026-11-01", "key", "new", "cn.example/plimsoll");
            string[] made = ["commitment", "record", "general-licences", "--meeting", "2026-06-29", "--workstream", "export_controls", "--who", "CN", "--said-by", "CN", "--what", "General licences.", "--due", "this year", "--due-by", "2026-12-31", "--record", "The list of licences."];
            (await RunIn(folder.FullName, "2026-11-01", made)).Out.ShouldContain("general-licences: General licences. CN, this year. Said by CN only.");
            (await RunIn(folder.FullName, "2026-11-01", made)).Error.ShouldStartWith("CON-0010");
            string[] measured = ["commitment", "record", "balance", .. made[3..^2], "--measured"];
            var unknown = await RunIn(folder.FullName, "2026-11-01", [.. measured, "rolling-good-deficit"]);
            (unknown.ExitCode, unknown.Error[..8]).ShouldBe((3, "CON-0032"));
            unknown.Error.ShouldContain("Did you mean 'rolling-goods-deficit'?");
            (await RunIn(folder.FullName, "2026-11-01", [.. measured, "crma-65"])).Error.ShouldStartWith("CON-0032");
            (await RunIn(folder.FullName, "2026-11-01", [.. measured, "rolling-goods-deficit"])).Out.ShouldContain("measured by the clause rolling-goods-deficit");
            (await RunIn(folder.FullName, "2027-01-01", "commitment", "review", "general-licences", "--status", "kept", "--evidence", "List of 20 December.")).Out.ShouldContain("kept");
            (await RunIn(folder.FullName, "2027-01-01", "commitment", "review", "none", "--status", "kept", "--evidence", "x")).Error.ShouldStartWith("CON-0011");
            (await RunIn(folder.FullName, "2027-01-01", "commitments", "--json")).Out.ShouldContain("List of 20 December.");

            var file = Path.Combine(folder.FullName, "own.yaml");
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "data", "record", "2026-06-29.yaml"), TestContext.Current.CancellationToken)).Replace("by: CN, claim: autumn", "by: CN, claim: october", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            (await RunIn(folder.FullName, "2027-01-01", "readout", "record", file, "--party", "US")).Error.ShouldStartWith("CON-0012");
            (await RunIn(folder.FullName, "2027-01-01", "readout", "record", file, "--party", "CN", "--link", "https://example.org/")).ExitCode.ShouldBe(0);
            using var compared = JsonDocument.Parse((await RunIn(folder.FullName, "2027-01-01", "readouts", "2026-06-29", "--json")).Out);
            compared.RootElement.GetProperty("topics").EnumerateArray().Single(topic => topic.GetProperty("topic").GetString() == "next-meeting").GetProperty("verdict").GetString().ShouldBe("said_by_both");
            await File.WriteAllTextAsync(file, "x: 1", TestContext.Current.CancellationToken);
            (await RunIn(folder.FullName, "2027-01-01", "readout", "record", file, "--party", "CN")).ExitCode.ShouldBe(3);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Json_has_each_topic_with_its_verdict_and_sources()
    {
        var empty = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var readouts = JsonDocument.Parse((await RunIn(empty, "2026-11-01", "readouts", "2026-06-29", "--json")).Out);
        var october = readouts.RootElement.GetProperty("topics").EnumerateArray().Single(topic => topic.GetProperty("topic").GetString() == "results-deadline");
        october.GetProperty("verdict").GetString().ShouldBe("by_one_only");
        october.GetProperty("second").ValueKind.ShouldBe(JsonValueKind.Null);
        october.GetProperty("first").GetProperty("sources")[0].GetProperty("link").GetString()!.ShouldStartWith("https://");
        using var commitments = JsonDocument.Parse((await RunIn(empty, "2026-11-01", "commitments", "--json")).Out);
        commitments.RootElement.EnumerateArray().Count(one => one.GetProperty("overdue").GetBoolean()).ShouldBe(1);
    }

    private async Task<JsonElement> Json(string day, params string[] arguments)
    {
        var run = await Run(day, [.. arguments, "--json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.Clone();
    }

    private Task<CliRun> Run(string day, params string[] arguments) => RunIn(store.Path, day, arguments);

    private static async Task<CliRun> RunIn(string folder, string day, params string[] arguments)
    {
        var (written, errors) = (new StringWriter(), new StringWriter());
        var exitCode = await CommandLine.RunAsync([.. arguments, "--store", folder], new Terminal(written, errors, colors: false), new HandClock(Consultations.TwoLogs.At(day)));
        return new CliRun(exitCode, written.ToString(), errors.ToString());
    }

    private sealed class HandClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
