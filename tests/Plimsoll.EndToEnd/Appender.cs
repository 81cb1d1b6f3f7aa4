using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.EndToEnd;

/// <summary>
/// This program in another role: with the variable set it adds to a log until it is killed, and writes a line for each entry that was
/// acknowledged. The program's own commands do too little at once to be hit in the middle.
/// </summary>
internal static class Appender
{
    internal const string FolderVariable = "PLIMSOLL_APPENDER";
    internal const string KeyVariable = "PLIMSOLL_APPENDER_KEY";

#pragma warning disable CA2255 // The entry point belongs to the test framework.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { } folder)
        {
            return;
        }

        using var key = SigningKey.Parse(Environment.GetEnvironmentVariable(KeyVariable)!).Value;
        using var log = PartyLog.Open(new DirectoryInfo(folder), TimeProvider.System).Value;
        using var acknowledged = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        for (var round = 0; ; round++)
        {
            var drafts = Enumerable.Range(0, 1 + (round * 7 % 100)).Select(i => new EntryDraft(EntryKind.ReadoutRecorded, JsonElement.Parse($$"""{"round":{{round}},"said":{{i}}}""")));
            foreach (var entry in log.Append(key, [.. drafts]).Value)
            {
                acknowledged.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entry.Index} {entry.Hash()}"));
            }
        }
    }
}
