using System.Text.Json;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Plimsoll.Ledger.Peers;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Peers;

/// <summary>A party with a store of its own, which it can serve on this machine with the real node.</summary>
internal sealed class Party : TimeProvider, IAsyncDisposable
{
    private readonly List<IAsyncDisposable> served = [];
    private int said;

    private Party(SigningKey key, DirectoryInfo store) => (Key, Store) = (key, store);

    internal SigningKey Key { get; }

    internal DirectoryInfo Store { get; }

    /// <summary>How wrong its clock is.</summary>
    internal TimeSpan Off { get; init; }

    internal DirectoryInfo Ledger => new(Path.Combine(Store.FullName, "ledger"));

    internal DocumentShelf Shelf => new(new DirectoryInfo(Path.Combine(Store.FullName, "documents")));

    internal string Database => Path.Combine(Ledger.FullName, "log.sqlite");

    /// <summary>A party whose log has so many entries, the introduction of its key among them.</summary>
    internal static Party Begin(SigningKey key, int size = 1, TimeSpan off = default)
    {
        var party = new Party(key, Directory.CreateTempSubdirectory("plimsoll-party-")) { Off = off };
        PartyLog.Create(party.Ledger, key, party).Value.Dispose();
        party.Add(size - 1);
        return party;
    }

    /// <summary>Somebody with a store and neither ledger nor key.</summary>
    internal static Party Reader() => new(SigningKey.Create("nobody.example"), Directory.CreateTempSubdirectory("plimsoll-party-"));

    /// <summary>The same party once more, from here on with a log of its own: what forks and backups are made of.</summary>
    internal Party Twin()
    {
        var store = Directory.CreateTempSubdirectory("plimsoll-party-");
        foreach (var file in Store.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(store.FullName, Path.GetRelativePath(Store.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }

        return new Party(SigningKey.Parse(Key.Secret()).Value, store) { Off = Off, said = said };
    }

    /// <param name="tone">Parties that say the same in another tone have other entries.</param>
    internal void Add(int count, string tone = "said")
    {
        if (count > 0)
        {
            Enter([.. Enumerable.Range(0, count).Select(_ => Draft($$"""{"text":"{{tone}} {{said++}}"}"""))]);
        }
    }

    internal void Enter(params IReadOnlyList<EntryDraft> drafts)
    {
        using var log = Open();
        log.Append(Key, drafts).Value.Count.ShouldBe(drafts.Count);
    }

    internal static EntryDraft Draft(string body) => new(EntryKind.ReadoutRecorded, JsonElement.Parse(body));

    internal PartyLog Open() => PartyLog.Open(Ledger, this).Value;

    internal Checkpoint Newest()
    {
        using var log = Open();
        return Checkpoint.Parse(log.Checkpoint()!.Text).Value;
    }

    internal async Task<Uri> ServeAsync(NodeServer.Rate? rate = null)
    {
        var log = new NodeLog(Ledger, this);
        var app = await NodeServer.StartAsync(log, Shelf, "http://127.0.0.1:0", rate ?? new NodeServer.Rate(1_000_000, 1_000_000), TestContext.Current.CancellationToken);
        served.Add(app);
        served.Add(new Closing(log));
        return new Uri($"{app.Urls.Single()}/");
    }

    internal Task<Parsed<SyncReport>> SyncAsync(Uri address, VerifierKey? pinned = null, PeerLimits? limits = null) =>
        new PeerSync(Store, this, limits).RunAsync(address, pinned, PartyLog.IsIn(Ledger) ? Key : null, TestContext.Current.CancellationToken);

    internal Peer Peer(Party other) => Plimsoll.Ledger.Peers.Peer.Of(Store, other.Key.Verifier);

    /// <summary>Size and root of the copy of the other's log, after an audit of every byte of it; null when there is none.</summary>
    internal Checkpoint? Copy(Party other)
    {
        if (!PartyLog.IsIn(Peer(other).LogFolder))
        {
            return null;
        }

        var audit = LogAudit.Run(Peer(other).LogFolder, other.Key.Verifier).Value;
        audit.Discrepancies.ShouldBeEmpty();
        audit.Checkpoint!.Size.ShouldBe(audit.Entries);
        return audit.Checkpoint;
    }

    public override DateTimeOffset GetUtcNow() => PartyLogReference.Start + Off;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, TimeSpan.Zero, period);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in served)
        {
            await one.DisposeAsync();
        }

        Key.Dispose();
        Store.Delete(recursive: true);
    }

    private sealed class Closing(IDisposable inner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
