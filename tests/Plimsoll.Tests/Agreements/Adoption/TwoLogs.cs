using System.Text.Json;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Shouldly;

namespace Plimsoll.Tests.Agreements.Adoption;

/// <summary>Two parties' logs, whose clock moves on by an hour with every entry.</summary>
internal sealed class TwoLogs : TimeProvider, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-test-");
    private readonly SigningKey eastKey = SigningKey.Create("east.example");
    private readonly SigningKey westKey = SigningKey.Create("west.example");
    private readonly PartyLog east;
    private readonly PartyLog west;
    private DateTimeOffset now = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);

    internal TwoLogs()
    {
        east = PartyLog.Create(folder.CreateSubdirectory("east"), eastKey, this).Value;
        west = PartyLog.Create(folder.CreateSubdirectory("west"), westKey, this).Value;
    }

    internal IEnumerable<Entry> Entries => east.Entries().Concat(west.Entries());

    public override DateTimeOffset GetUtcNow() => now += TimeSpan.FromHours(1);

    public void Dispose()
    {
        east.Dispose();
        west.Dispose();
        eastKey.Dispose();
        westKey.Dispose();
        folder.Delete(recursive: true);
    }

    internal Entry East(EntryDraft draft) => east.Append(eastKey, draft).Value[0];

    internal void EastAll(IReadOnlyList<EntryDraft> drafts) => east.Append(eastKey, drafts).Ok.ShouldBeTrue();

    internal Entry West(EntryDraft draft) => west.Append(westKey, draft).Value[0];

    internal Entry East(EntryKind kind, object body) => East(Draft(kind, body));

    internal Entry West(EntryKind kind, object body) => West(Draft(kind, body));

    internal void Both(EntryKind kind, AgreementText text)
    {
        East(kind, text);
        West(kind, text);
    }

    private static EntryDraft Draft(EntryKind kind, object body) =>
        new(kind, body is AgreementText text ? text.ToBody() : JsonSerializer.SerializeToElement(body));
}
