using System.Net;
using System.Text;
using System.Text.Json;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Ledger.Peers;
using Plimsoll.Tests.Ledger;
using Plimsoll.Tests.Ledger.Merkle;
using Plimsoll.Tests.Ledger.Peers;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Joint;

public sealed class NodeTests : IAsyncDisposable
{
    private readonly Party eu = Party.Begin(PartyLogReference.First(), 600);
    private readonly Party cn = Party.Begin(PartyLogReference.Peer());
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await eu.DisposeAsync();
        await cn.DisposeAsync();
    }

    [Fact]
    public async Task A_stranger_with_nothing_but_the_addresses_of_the_standard_can_verify_the_log()
    {
        var address = await eu.ServeAsync();
        var key = VerifierKey.Parse((await TextAsync(address, "key")).TrimEnd()).Value;
        key.ShouldBe(eu.Key.Verifier);
        var note = SignedNote.Parse(await TextAsync(address, "checkpoint")).Value;
        note.Verify(key).Ok.ShouldBeTrue();
        var checkpoint = Checkpoint.Parse(note.Text).Value;
        checkpoint.Size.ShouldBe(600);

        // 600 = 2 × 256 + 88.
        var entries = new List<byte[]>();
        foreach (var path in new[] { "tile/entries/000", "tile/entries/001", "tile/entries/002.p/88" })
        {
            entries.AddRange(EntryBundle.Read(await BytesAsync(address, path)).Value.Select(e => e.ToArray()));
        }

        byte[] tile = [.. await BytesAsync(address, "tile/0/000"), .. await BytesAsync(address, "tile/0/001"), .. await BytesAsync(address, "tile/0/002.p/88")];
        tile.ShouldBe([.. entries.SelectMany(e => ReferenceTree.Root([e]))]);
        ReferenceTree.Root(entries.ToArray()).ShouldBe(checkpoint.Root.ToArray());
        (await BytesAsync(address, "tile/1/000.p/2")).Length.ShouldBe(64);
    }

    [Fact]
    public async Task What_was_added_by_another_process_is_served_at_once()
    {
        var address = await eu.ServeAsync();
        await TextAsync(address, "checkpoint");
        eu.Add(200);
        (await BytesAsync(address, "tile/entries/003.p/32")).ShouldNotBeEmpty();
        Checkpoint.Parse(SignedNote.Parse(await TextAsync(address, "checkpoint")).Value.Text).Value.ShouldBe(eu.Newest());
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile/")]
    [InlineData("tile/entries")]
    [InlineData("tile/entries/")]
    [InlineData("tile/entries/003")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/002.p/89")]
    [InlineData("tile/64/000")]
    [InlineData("tile/63/000")]
    [InlineData("tile/entries/x036/x028/x797/x018/x963/967")]
    [InlineData("documents")]
    [InlineData("documents/")]
    [InlineData("documents/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("documents/..%2Fparty.key")]
    [InlineData("documents/%2E%2E/party.key")]
    [InlineData("party.key")]
    [InlineData("ledger/log.sqlite")]
    [InlineData("witness/7c5a71b6/checkpoint")]
    [InlineData("witness")]
    public async Task What_is_not_served_is_not_there(string path)
    {
        await File.WriteAllTextAsync(Path.Combine(eu.Store.FullName, "party.key"), "secret", TestContext.Current.CancellationToken);
        using var answer = await GetAsync(await eu.ServeAsync(), path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).GetProperty("code").GetString().ShouldBe("LED-0218");
    }

    [Theory]
    [InlineData("POST", "checkpoint")]
    [InlineData("PUT", "tile/0/000")]
    [InlineData("DELETE", "tile/entries/000")]
    [InlineData("POST", "key")]
    [InlineData("PUT", "documents/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public async Task Nothing_can_be_written(string method, string path)
    {
        var before = eu.Newest();
        var address = await eu.ServeAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, path)) { Content = new ByteArrayContent("abc"u8.ToArray()) };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBeOneOf(404, 405, 413);
        eu.Newest().ShouldBe(before);
        eu.Store.GetDirectories("documents").ShouldBeEmpty();
    }

    // What other parties wrote lies on the same shelf.
    [Fact]
    public async Task A_document_that_no_entry_of_the_log_names_is_not_served()
    {
        var address = await eu.ServeAsync();
        var hash = eu.Shelf.Put("of another party"u8);
        using (var before = await GetAsync(address, $"documents/{hash}"))
        {
            ((int)before.StatusCode).ShouldBe(404);
        }

        eu.Enter(Party.Draft($$"""{"document":"{{hash}}"}"""));
        using var after = await GetAsync(address, $"documents/{hash}");
        (await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("of another party");
    }

    [Theory]
    [InlineData("checkpoint", "no-cache", "text/plain")]
    [InlineData("key", "no-cache", "text/plain")]
    [InlineData("tile/0/000", "public, max-age=31536000, immutable", "application/octet-stream")]
    [InlineData("tile/entries/002.p/88", "public, max-age=31536000, immutable", "application/octet-stream")]
    [InlineData("documents/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "public, max-age=31536000, immutable", "application/octet-stream")]
    [InlineData("nothing", "no-store", "application/problem+json")]
    public async Task Every_answer_says_how_long_it_holds_and_lets_no_browser_guess(string path, string caching, string type)
    {
        eu.Enter(Party.Draft($$"""{"document":"{{eu.Shelf.Put("abc"u8)}}"}"""));
        using var answer = await GetAsync(await eu.ServeAsync(), path);
        string Header(string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : answer.Content.Headers.TryGetValues(name, out values) ? values : []);
        Header("Cache-Control").Split(", ").Order(StringComparer.Ordinal).ShouldBe(caching.Split(", ").Order(StringComparer.Ordinal));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Content-Security-Policy").ShouldStartWith("default-src 'none'");
        Header("Referrer-Policy").ShouldBe("no-referrer");
        Header("Server").ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_may_ask_for_the_head_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(await eu.ServeAsync(), "tile/0/000"));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        (answer.StatusCode, answer.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, 8192));
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_each_party_saw_of_the_other_is_there_for_a_third()
    {
        var (atEu, atCn) = (await eu.ServeAsync(), await cn.ServeAsync());
        (await cn.SyncAsync(atEu, eu.Key.Verifier)).Value.Cosigned.ShouldBeTrue();
        var seen = SignedNote.Parse(await TextAsync(atCn, $"witness/{Peer.IdOf(eu.Key.Verifier)}/checkpoint")).Value;
        seen.Verify(eu.Key.Verifier, cn.Key.Verifier.Cosigner).Value.Count.ShouldBe(2);
        seen.Text.ShouldBe(SignedNote.Parse(await TextAsync(atEu, "checkpoint")).Value.Text);

        eu.Add(1);
        (await cn.SyncAsync(atEu)).Ok.ShouldBeTrue();
        Checkpoint.Parse(SignedNote.Parse(await TextAsync(atCn, $"witness/{Peer.IdOf(eu.Key.Verifier)}/checkpoint")).Value.Text).Value.ShouldBe(eu.Newest());
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_the_node_does_not_suffer()
    {
        var address = await eu.ServeAsync(new NodeServer.Rate(Burst: 5, PerSecond: 1));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            using var answer = await GetAsync(address, "key");
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
                JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).GetProperty("code").GetString().ShouldBe("LED-0219");
            }
        }

        statuses.Take(5).ShouldAllBe(s => s == HttpStatusCode.OK);
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_damaged_log_or_document_is_not_served()
    {
        var hash = eu.Shelf.Put("abc"u8);
        eu.Enter(Party.Draft($$"""{"document":"{{hash}}"}"""));
        await File.WriteAllTextAsync(Path.Combine(eu.Store.FullName, "documents", hash), "abd", TestContext.Current.CancellationToken);
        var address = await eu.ServeAsync();
        using var document = await GetAsync(address, $"documents/{hash}");
        document.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        using var forger = SigningKey.Create(PartyLogReference.Origin);
        using (var disk = new Tampering(eu.Database, forger))
        {
            disk.Truncate(300);
        }

        using var checkpoint = await GetAsync(address, "checkpoint");
        checkpoint.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await checkpoint.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("LED-0112");
    }

    [Fact]
    public async Task A_head_without_measure_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(await eu.ServeAsync(), "checkpoint"));
        request.Headers.Add("X-Much", new string('a', 20_000));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
    }

    private Task<HttpResponseMessage> GetAsync(Uri address, string path) => client.GetAsync(new Uri($"{address}{path}"), TestContext.Current.CancellationToken);

    private async Task<byte[]> BytesAsync(Uri address, string path)
    {
        using var answer = await GetAsync(address, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> TextAsync(Uri address, string path) => Encoding.UTF8.GetString(await BytesAsync(address, path));
}
