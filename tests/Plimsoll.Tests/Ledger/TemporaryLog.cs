using System.Text.Json;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Tests.Ledger;

/// <summary>A folder for a log, and a clock that goes one second further with each look.</summary>
internal sealed class TemporaryLog : TimeProvider, IDisposable
{
    private long seconds = -1;

    internal DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("plimsoll-log-");

    internal SigningKey First { get; } = PartyLogReference.First();

    internal SigningKey Second { get; } = PartyLogReference.Second();

    internal static EntryDraft Draft(int number, EntryKind kind = EntryKind.ReadoutRecorded) =>
        new(kind, JsonElement.Parse($$"""{"text":"said {{number}}"}"""));

    internal PartyLog Create() => PartyLog.Create(Folder, First, this).Value;

    internal PartyLog Open() => PartyLog.Open(Folder, this).Value;

    public override DateTimeOffset GetUtcNow() => PartyLogReference.Start.AddSeconds(++seconds);

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
        Folder.Delete(recursive: true);
    }
}
