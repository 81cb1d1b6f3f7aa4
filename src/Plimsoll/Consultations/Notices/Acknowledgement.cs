using System.Text.Json;
using Plimsoll.Ledger;

namespace Plimsoll.Consultations.Notices;

/// <summary>Somebody took note of a notice, as the party's log says.</summary>
/// <param name="Notice">Id of the notice.</param>
/// <param name="By">Origin of the party's log.</param>
/// <param name="At">When, by the author's clock.</param>
/// <param name="Note">In the party's words; empty without any.</param>
public sealed record Acknowledgement(Guid Notice, string By, DateTimeOffset At, string Note)
{
    private static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>What a party enters.</summary>
    public static EntryDraft Draft(Notice notice, string note) => new(
        EntryKind.AlarmAcknowledged,
        JsonSerializer.SerializeToElement(new { Notice = notice.Id.ToString("D"), notice.About, notice.After, Note = note }, Layout));

    /// <summary>All of them, in the order of the entries. An entry that names no notice is passed over.</summary>
    public static IEnumerable<Acknowledgement> Fold(IEnumerable<Entry> entries) =>
        from entry in entries
        where entry.Kind == EntryKind.AlarmAcknowledged
        let notice = Text(entry, "notice")
        where Guid.TryParseExact(notice, "D", out _)
        select new Acknowledgement(Guid.ParseExact(notice, "D"), entry.Log, entry.At, NoticeText.Plain(Text(entry, "note")));

    private static string Text(Entry entry, string name) =>
        entry.Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
