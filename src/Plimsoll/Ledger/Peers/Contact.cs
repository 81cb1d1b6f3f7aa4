using System.Text.Json;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>What is noted about a peer beside the copy of its log. Nothing here is proof of anything.</summary>
/// <param name="Key">The key that was trusted at first contact; it began the peer's log.</param>
/// <param name="Address">Where the peer was found last.</param>
/// <param name="SyncedAt">End of the last run that found everything in order; null when none did.</param>
/// <param name="Trouble">Code of what went wrong in the last run; null when nothing did.</param>
/// <param name="Complete">Up to this entry every document is on the shelf.</param>
public sealed record Contact(string Key, Uri Address, DateTimeOffset? SyncedAt, string? Trouble, long Complete)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Null when nothing was noted yet.</summary>
    internal static Contact? Read(FileInfo file)
    {
        try
        {
            return JsonSerializer.Deserialize<Contact>(File.ReadAllBytes(file.FullName), Layout);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException or JsonException)
        {
            throw new OutsideException("LED-0216", $"What is noted about a peer cannot be read from {file.FullName}: {failure.Message}", retriable: false, failure);
        }
    }

    internal void Write(FileInfo file) => PeerFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(this, Layout));
}
