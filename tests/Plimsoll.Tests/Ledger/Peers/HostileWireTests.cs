using System.Text;
using CsCheck;
using Plimsoll.Ledger.Notes;
using Plimsoll.Ledger.Peers;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Peers;

public sealed class HostileWireTests : IAsyncDisposable
{
    private const int Old = 300;
    private const int New = 900;

    private readonly Party us = Party.Begin(PartyLogReference.Peer());
    private readonly Party them = Party.Begin(PartyLogReference.First(), Old);

    public async ValueTask DisposeAsync()
    {
        await us.DisposeAsync();
        await them.DisposeAsync();
    }

    [Fact]
    public async Task Wherever_the_network_is_cut_the_old_state_or_the_new_one_is_here_and_the_next_run_ends_it()
    {
        using var wire = await Begun();
        var (before, after) = (us.Copy(them), them.Newest());
        long whole;
        await using (var undisturbed = us.Twin())
        {
            (await undisturbed.SyncAsync(wire.Address)).Ok.ShouldBeTrue();
            whole = wire.Sent;
        }

        var states = new List<Checkpoint?>();
        for (var cut = 0; cut < 48; cut++)
        {
            await using var trial = us.Twin();
            wire.Restart(cut < 12 ? cut * 90 : whole * (cut - 12) / 36);
            var failure = await Should.ThrowAsync<OutsideException>(() => trial.SyncAsync(wire.Address));
            (failure.Code, failure.Retriable).ShouldBe(("LED-0210", true), failure.Message);
            var state = trial.Copy(them);
            (state == before || state == after).ShouldBeTrue($"cut after {wire.CutAfter} bytes: {state}");
            states.Add(state);
            wire.Restart(long.MaxValue);
            (await trial.SyncAsync(wire.Address)).Ok.ShouldBeTrue();
            trial.Copy(them).ShouldBe(after);
        }

        states.ShouldContain(before);
    }

    [Fact]
    public async Task A_first_contact_that_is_cut_leaves_nothing_that_looks_like_a_log()
    {
        using var wire = new Wire(await them.ServeAsync());
        for (var cut = 0L; cut < 60_000; cut += 4_000)
        {
            await using var trial = us.Twin();
            wire.Restart(cut);
            await Should.ThrowAsync<OutsideException>(() => trial.SyncAsync(wire.Address, them.Key.Verifier));
            (trial.Copy(them) is null || trial.Copy(them) == them.Newest()).ShouldBeTrue();
            wire.Restart(long.MaxValue);
            (await trial.SyncAsync(wire.Address, them.Key.Verifier)).Value.Entries.ShouldBe(Old);
        }
    }

    [Fact]
    public async Task What_came_before_the_cut_is_not_asked_for_again()
    {
        using var wire = await Begun();
        them.Add(2_000);
        wire.Restart(400_000);
        await Should.ThrowAsync<OutsideException>(() => us.SyncAsync(wire.Address));
        var first = wire.Asked.Where(p => p.StartsWith("tile/entries/", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        wire.Restart(long.MaxValue);
        (await us.SyncAsync(wire.Address)).Ok.ShouldBeTrue();
        var again = wire.Asked.Where(p => p.StartsWith("tile/entries/", StringComparison.Ordinal)).ToList();
        again.Count.ShouldBeLessThan(11, "there are eleven bundles in all");
        again.Concat(first).Distinct(StringComparer.Ordinal).Count().ShouldBe(11);
        Directory.Exists(Path.Combine(us.Peer(them).Folder.FullName, "fetched")).ShouldBeFalse();
    }

    [Fact]
    public async Task Bundles_left_by_an_earlier_run_and_changed_since_are_not_believed()
    {
        using var wire = await Begun();
        wire.Restart(wire.Sent + 150_000);
        wire.Head = path => path == "tile/entries/003.p/132" ? "HTTP/1.1 500 -\r\nContent-Length: 0\r\nConnection: close" : null;
        await Should.ThrowAsync<OutsideException>(() => us.SyncAsync(wire.Address));
        foreach (var left in Directory.GetFiles(Path.Combine(us.Peer(them).Folder.FullName, "fetched")))
        {
            var bytes = await File.ReadAllBytesAsync(left, TestContext.Current.CancellationToken);
            bytes[^3] ^= 1;
            await File.WriteAllBytesAsync(left, bytes, TestContext.Current.CancellationToken);
        }

        wire.Head = _ => null;
        wire.Restart(long.MaxValue);
        (await us.SyncAsync(wire.Address)).Ok.ShouldBeTrue();
        us.Copy(them).ShouldBe(them.Newest());
    }

    [Fact]
    public async Task No_change_of_the_bytes_on_the_way_ever_comes_into_the_copy()
    {
        using var wire = await Begun();
        var (before, after) = (us.Copy(them), them.Newest());
        var (failed, passed) = (0, 0);
        await Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Double.Unit, Gen.Byte).SampleAsync(
            async (which, how, where, bits) =>
            {
                await using var trial = us.Twin();
                var answers = -1;
                wire.Change = (_, body) => Interlocked.Increment(ref answers) == which ? Changed(body, how, where, bits) : body;
                var ok = false;
                try
                {
                    ok = (await trial.SyncAsync(wire.Address)).Ok;
                }
                catch (OutsideException refused)
                {
                    refused.Code.ShouldBe("LED-0211");
                }

                var state = trial.Copy(them);
                trial.Peer(them).Evidence.ShouldBeEmpty("noise accuses nobody");
                _ = ok ? passed++ : failed++;
                state.ShouldBe(ok ? after : before);
            },
            iter: 160,
            threads: 1);
        failed.ShouldBeGreaterThan(50);
        passed.ShouldBeGreaterThan(0, "a change can also fall on what is not asked for");
    }

    public static TheoryData<string, string> Answers() => new()
    {
        { "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2/\r\nContent-Length: 0", "LED-0211" },
        { "HTTP/1.1 301 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0", "LED-0211" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 99999999999", "LED-0211" },
        { "HTTP/1.1 403 No\r\nContent-Length: 0", "LED-0211" },
        { "HTTP/1.1 404 Not here\r\nContent-Length: 0", "LED-0211" },
        { "HTTP/1.1 503 Not now\r\nContent-Length: 0", "LED-0210" },
        { "HTTP/1.1 429 Later\r\nRetry-After: 5\r\nContent-Length: 0", "LED-0210" },
        { "SSH-2.0-OpenSSH_9.9", "LED-0210" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_is_none_is_refused_wherever_it_comes(string head, string code)
    {
        using var wire = await Begun();
        foreach (var piece in new[] { "checkpoint", "tile/0/", "tile/1/", "tile/entries/" })
        {
            wire.Head = path => path.StartsWith(piece, StringComparison.Ordinal) ? $"{head}\r\nConnection: close" : null;
            var refused = await Should.ThrowAsync<OutsideException>(() => us.SyncAsync(wire.Address));
            refused.Code.ShouldBe(code, piece);
            refused.Retriable.ShouldBe(code == "LED-0210");
            us.Copy(them)!.Size.ShouldBe(Old);
            us.Peer(them).Contact!.Trouble.ShouldBe(code);
        }

        wire.Asked.Contains("elsewhere", StringComparer.Ordinal).ShouldBeFalse();
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("tile/0/")]
    [InlineData("tile/entries/")]
    public async Task A_body_without_end_is_left_in_the_middle(string piece)
    {
        using var wire = await Begun();
        wire.Head = path => path.StartsWith(piece, StringComparison.Ordinal) ? "HTTP/1.1 200 OK\r\nConnection: close" : null;
        wire.Body = async (stream, cancel) =>
        {
            while (true)
            {
                await stream.WriteAsync(new byte[65_536], cancel);
            }
        };
        (await Should.ThrowAsync<OutsideException>(() => us.SyncAsync(wire.Address))).Code.ShouldBe("LED-0211");
        us.Copy(them)!.Size.ShouldBe(Old);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 200")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ")]
    public async Task A_server_that_never_comes_to_the_end_is_given_up(string head)
    {
        using var wire = await Begun();
        wire.Head = path => path == "checkpoint" ? head : null;
        wire.Body = async (stream, cancel) =>
        {
            await stream.WriteAsync("e"u8.ToArray(), cancel);
            await Task.Delay(Timeout.Infinite, cancel);
        };
        var given = await Should.ThrowAsync<OutsideException>(() => us.SyncAsync(wire.Address, limits: new PeerLimits { Patience = TimeSpan.FromMilliseconds(300) }));
        (given.Code, given.Retriable).ShouldBe(("LED-0210", true));
    }

    [Fact]
    public async Task A_page_for_people_is_no_checkpoint()
    {
        using var wire = await Begun();
        wire.Change = (path, body) => path == "checkpoint" ? Encoding.UTF8.GetBytes("<!doctype html><title>Sign in</title>") : body;
        (await us.SyncAsync(wire.Address)).Fault!.Code.ShouldBe("LED-0014");
    }

    [Fact]
    public async Task Nobody_listens()
    {
        var address = (await Begun()).Address;
        using (var wire = new Wire(address))
        {
            address = wire.Address;
        }

        var failure = await Should.ThrowAsync<OutsideException>(() => us.SyncAsync(address, them.Key.Verifier));
        (failure.Code, failure.Retriable).ShouldBe(("LED-0210", true));
    }

    // Our copy holds the old state, theirs has gone on.
    private async Task<Wire> Begun()
    {
        var wire = new Wire(await them.ServeAsync());
        (await us.SyncAsync(wire.Address, them.Key.Verifier)).Value.Entries.ShouldBe(Old);
        them.Add(New - Old);
        wire.Restart(long.MaxValue);
        return wire;
    }

    private static byte[] Changed(byte[] body, int how, double where, byte bits)
    {
        var at = (int)(where * body.Length);
        byte[] changed = how switch
        {
            0 => [.. body],
            1 => body[..at],
            2 => [.. body, bits],
            _ => [.. body[..at], bits, .. body[at..]],
        };
        if (how == 0)
        {
            changed[at] ^= (byte)(bits | 1);
        }

        return changed;
    }
}
