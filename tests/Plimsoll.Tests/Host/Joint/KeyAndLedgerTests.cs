using System.Text.Json;
using Plimsoll.Ledger.Files;
using Plimsoll.Tests.Host.Cli;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Joint;

public sealed class KeyAndLedgerTests : IDisposable
{
    private const string Name = "eu.example/plimsoll";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-joint-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_key_begins_the_ledger_and_shows_only_its_public_half()
    {
        var made = await Run("key", "new", Name);
        made.ExitCode.ShouldBe(0, made.Error);
        made.Out.ShouldStartWith($"{Name}+");
        var secret = (await File.ReadAllTextAsync(KeyPath, TestContext.Current.CancellationToken)).Trim().Split('+', 5)[^1];
        (await Run("key", "show")).Out.ShouldContain(made.Out.Trim());
        foreach (var run in new[] { made, await Run("key", "show"), await Run("key", "show", "--json"), await Run("ledger", "show"), await Run("ledger", "verify") })
        {
            run.ExitCode.ShouldBe(0, run.Error);
            (run.Out + run.Error).Contains(secret, StringComparison.Ordinal).ShouldBeFalse();
        }

        var entries = await Json("ledger", "show");
        entries.EnumerateArray().ShouldHaveSingleItem().GetProperty("kind").GetString().ShouldBe("key-introduced");
        var verified = await Json("ledger", "verify");
        verified.GetProperty("ok").GetBoolean().ShouldBeTrue();
        verified.GetProperty("trusted_key").GetString().ShouldBe(made.Out.Trim());
    }

    [Fact]
    public async Task A_second_ledger_is_refused()
    {
        await Run("key", "new", Name);
        var again = await Run("key", "new", Name);
        again.ExitCode.ShouldBe(3);
        again.Error.ShouldStartWith("LED-0022");
    }

    [Fact]
    public async Task A_key_whose_ledger_was_never_begun_is_used()
    {
        var first = await Run("key", "new", Name);
        Directory.Delete(Path.Combine(folder.FullName, "ledger"), recursive: true);
        (await Run("key", "new", Name)).Out.ShouldBe(first.Out);
        Directory.Delete(Path.Combine(folder.FullName, "ledger"), recursive: true);
        (await Run("key", "new", "cn.example/plimsoll")).Error.ShouldStartWith("LED-0025");
    }

    [Fact]
    public async Task A_rotated_key_stands_in_the_ledger_and_in_the_file()
    {
        var old = await Run("key", "new", Name);
        var rotated = await Run("key", "rotate");
        rotated.ExitCode.ShouldBe(0, rotated.Error);
        (rotated.Out == old.Out).ShouldBeFalse();
        var shown = await Json("key", "show");
        shown.GetProperty("key").GetString().ShouldBe(rotated.Out.Trim());
        shown.GetProperty("may_sign").GetBoolean().ShouldBeTrue();
        shown.GetProperty("ledger").EnumerateArray().Select(k => k.GetProperty("until").ValueKind).ShouldBe([JsonValueKind.Number, JsonValueKind.Null]);
        (await Run("ledger", "verify")).ExitCode.ShouldBe(0);
        (await Run("ledger", "verify", "--key", old.Out.Trim())).ExitCode.ShouldBe(0);
        (await Run("ledger", "show", "--kind", "key-rotated")).Out.ShouldStartWith("1  ");
        File.Exists(KeyPath + ".next").ShouldBeFalse();
    }

    [Fact]
    public async Task A_further_key_revokes_the_stolen_one_which_then_does_nothing()
    {
        var safe = Path.Combine(folder.FullName, "safe", "second.key");
        var stolen = (await Run("key", "new", Name)).Out.Trim();
        var id = stolen.Split('+')[1];
        (await Run("key", "revoke", id, "--reason", "stolen")).Error.ShouldStartWith("LED-0110", Case.Sensitive, "the last key");
        var second = await Run("key", "introduce", safe);
        second.ExitCode.ShouldBe(0, second.Error);
        second.Out.ShouldStartWith($"{Name}+");
        (await Run("key", "introduce", safe)).Error.ShouldStartWith("LED-0110", Case.Sensitive, "a key comes once");
        (await Run("key", "revoke", id, "--reason", "stolen")).Error.ShouldStartWith("LED-0110", Case.Sensitive, "the key that signs the revocation");
        (await Run("key", "revoke", id, "--key-file", safe)).ExitCode.ShouldBe(2);
        var revoked = await Run("key", "revoke", id, "--reason", "stolen", "--key-file", safe);
        revoked.ExitCode.ShouldBe(0, revoked.Error);
        revoked.Out.ShouldStartWith($"Entry 2: {id} signs nothing any more.");

        // The thief.
        (await Run("key", "introduce", Path.Combine(folder.FullName, "mine.key"))).Error.ShouldStartWith("LED-0023");
        (await Run("key", "rotate")).Error.ShouldStartWith("LED-0023");
        (await Run("key", "revoke", second.Out.Trim().Split('+')[1], "--reason", "revenge")).Error.ShouldStartWith("LED-0023");
        (await Run("key", "show")).Out.ShouldContain($"{stolen}  from entry 0, revoked at 2: stolen");
        (await Run("ledger", "verify", "--key", stolen)).ExitCode.ShouldBe(0, "what it signed before stays");
        (await Run("ledger", "show")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
    }

    [Fact]
    public async Task An_interrupted_rotation_is_finished_by_the_next()
    {
        await Run("key", "new", Name);
        var old = await File.ReadAllBytesAsync(KeyPath, TestContext.Current.CancellationToken);
        var rotated = await Run("key", "rotate");

        // As it would be had the process died between the ledger and the file.
        File.Move(KeyPath, KeyPath + ".next");
        using (var key = Plimsoll.Ledger.Notes.SigningKey.Parse(System.Text.Encoding.UTF8.GetString(old)).Value)
        {
            KeyFile.Write(new FileInfo(KeyPath), key);
        }

        (await Run("key", "rotate")).Out.ShouldBe(rotated.Out);
        (await Json("ledger", "show")).GetArrayLength().ShouldBe(2);
        (await Json("key", "show")).GetProperty("may_sign").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_not_used()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are others there.");
        await Run("key", "new", Name);
#pragma warning disable CA1416 // Skipped above.
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.GroupRead);
#pragma warning restore CA1416
        foreach (var command in new[] { "show", "rotate" })
        {
            var run = await Run("key", command);
            run.ExitCode.ShouldBe(3);
            run.Error.ShouldStartWith("LED-0010");
        }
    }

    [Fact]
    public async Task A_flipped_byte_is_found_and_placed()
    {
        await Run("key", "new", Name);
        await Run("key", "rotate");
        var database = Path.Combine(folder.FullName, "ledger", "log.sqlite");
        var bytes = await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken);
        var at = bytes.AsSpan().IndexOf("\"replaces\":\""u8) + 12;
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(database, bytes, TestContext.Current.CancellationToken);

        var run = await Run("ledger", "verify");
        run.ExitCode.ShouldBe(3);
        run.Out.ShouldStartWith("entry 1: LED-0100");
        var json = await RunJson("ledger", "verify");
        json.GetProperty("ok").GetBoolean().ShouldBeFalse();
        json.GetProperty("discrepancies")[0].GetProperty("index").GetInt64().ShouldBe(1);
        (await Run("ledger", "show")).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task Without_a_key_the_report_says_on_what_it_rests()
    {
        await Run("key", "new", Name);
        File.Delete(KeyPath);
        var run = await Run("ledger", "verify");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("rests on the first key of the ledger itself");
    }

    [Theory]
    [InlineData(2, "key", "new", "two words")]
    [InlineData(2, "ledger", "verify", "--key", "eu.example/plimsoll+00000000+AAAA")]
    [InlineData(2, "ledger", "show", "--kind", "wish")]
    [InlineData(2, "ledger", "show", "--from", "-1")]
    [InlineData(3, "ledger", "show")]
    [InlineData(3, "ledger", "verify")]
    [InlineData(3, "key", "show")]
    [InlineData(3, "key", "rotate")]
    public async Task What_cannot_be_is_refused(int exitCode, params string[] arguments)
    {
        var run = await Run(arguments);
        run.ExitCode.ShouldBe(exitCode);
        run.Error.ShouldNotBeEmpty();
        run.Out.ShouldBeEmpty();
    }

    private string KeyPath => Path.Combine(folder.FullName, "party.key");

    private Task<CliRun> Run(params string[] arguments) => CliRun.OfAsync([.. arguments, "--store", folder.FullName]);

    private async Task<JsonElement> Json(params string[] arguments)
    {
        var run = await Run([.. arguments, "--json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonElement.Parse(run.Out);
    }

    private async Task<JsonElement> RunJson(params string[] arguments) => JsonElement.Parse((await Run([.. arguments, "--json"])).Out);
}
