using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Agreements.Evidence;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Trade;

namespace Plimsoll.Host.Reports;

/// <summary>What the ledgers of a store say of a finding: who signed the text it is held against, and what the parties said of it in cases.</summary>
/// <param name="Adoptions">Empty when no ledger knows the text.</param>
/// <param name="Objections">Objections and other positions, by time.</param>
/// <param name="Faults">Entries that do not stand, and copies that do not open: what they say is left out.</param>
internal sealed record FindingRecord(IReadOnlyList<TextAdoption> Adoptions, IReadOnlyList<Objection> Objections, IReadOnlyList<Fault> Faults)
{
    /// <summary>
    /// Reads the party's own ledger, where there is one, and the copies of its peers'. A fault when its own does not open: a pack without
    /// it would look as if the party had said nothing.
    /// </summary>
    internal static Parsed<FindingRecord> Of(DirectoryInfo store, AgreementFile file, FindingId id, DateOnly? asOf, TimeProvider time)
    {
        var folder = new DirectoryInfo(Path.Combine(store.FullName, "ledger"));
        var log = PartyLog.IsIn(folder) ? PartyLog.Open(folder, time) : (Parsed<PartyLog>?)null;
        if (log?.Fault is { } closed)
        {
            return closed;
        }

        using var own = log?.Value;
        var record = JointRecord.Of(store, own, time);
        var adoptions = record.AdoptionsOf(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text))), asOf);
        var parties = adoptions.SelectMany(a => a.Signatories).ToHashSet(StringComparer.Ordinal);
        return new FindingRecord(adoptions, [.. Positions(record, $"{id.Agreement}/{id.Clause}@{id.Subject}/{id.Period}", parties)], record.Faults);
    }

    // About the finding, or about a case that it is in as a whole; where signatories are known, theirs alone.
    private static IEnumerable<Objection> Positions(JointRecord record, string finding, HashSet<string> parties)
    {
        var stated = record.Entries.Where(e => e.Kind == EntryKind.CasePositionStated).ToLookup(e => (e.Log, e.At));
        var found =
            from one in CaseBook.Fold(record.Entries, new CaseTerms(), record.Origin).Cases
            where one.Findings.Any(f => string.Equals(f.Id, finding, StringComparison.Ordinal))
            from position in one.Positions
            where (position.Finding ?? finding) == finding && (parties.Count == 0 || parties.Contains(position.By))
            select (position, Entry: stated[(position.By, position.At)].First(e => Says(e, one.Id, position.Text)));
        return
            from said in found.OrderBy(f => f.Entry.At).ThenBy(f => f.Entry.Log, StringComparer.Ordinal).ThenBy(f => f.Entry.Index)
            let position = said.position
            let entry = said.Entry
            select new Objection(position.By, DateOnly.FromDateTime(position.At.UtcDateTime), position.Text, Source(entry, position.Link), position.Objection);
    }

    private static bool Says(Entry entry, string id, string text) =>
        entry.Body.TryGetProperty("case", out var about) && about.ValueEquals(id) && entry.Body.TryGetProperty("text", out var words) && words.ValueEquals(text);

    private static string Source(Entry entry, string? link) => string.Create(
        CultureInfo.InvariantCulture, $"entry {entry.Index} of {entry.Log}, hash {TreeHash.OfLeaf(entry.Bytes.Span)}{(link is null ? "" : $"; {link}")}");
}
