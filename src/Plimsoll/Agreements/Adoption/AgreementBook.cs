using System.Globalization;
using System.Text.Json;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Adoption;

/// <summary>
/// Which agreements were proposed, which are in force since when, and which rest: the fold of the entries about agreements in all
/// parties' logs. The order in which the logs were read does not matter.
/// </summary>
public sealed class AgreementBook
{
    private readonly List<AgreementRecord> records;
    private readonly List<Pause> pauses = [];
    private readonly Dictionary<(string Log, AgreementText Text), long> adoptions = [];
    private readonly List<Fault> faults = [];

    /// <summary>Folds entries; those of other kinds are passed over.</summary>
    public AgreementBook(IEnumerable<Entry> entries)
    {
        var own = entries.OrderBy(e => e.At).ThenBy(e => e.Log, StringComparer.Ordinal).ThenBy(e => e.Index).ToList();
        records = [.. FirstOfEachVersion([.. Texts(own)]).GroupBy(t => t.Text).Select(Record)];
        pauses.AddRange(own.Select(PauseOf).OfType<Pause>());
    }

    /// <summary>Every text, the oldest proposal first.</summary>
    public IReadOnlyList<AgreementRecord> Records => records;

    /// <summary>Entries that do not stand, and why.</summary>
    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>The text of an agreement that holds on a day: of those agreed whose first day has come, the one of the highest version. Null when none is, or it has expired.</summary>
    public AgreementRecord? InForce(string agreement, DateOnly day) => IsExpired(agreement, day)
        ? null
        : records.Where(r => r.IsAgreed && r.Text.EffectiveFrom <= day && string.Equals(r.Text.Agreement, agreement, StringComparison.Ordinal))
            .MaxBy(r => r.Text.Version);

    /// <summary>
    /// What the parties made of a text on a day: <see cref="AgreementStatus.Agreed"/> only with every signature. Null when no log knows
    /// the text, so that it is what it calls itself.
    /// </summary>
    public AgreementStatus? StatusOf(string document, DateOnly day) => records.Where(r => string.Equals(r.Text.Document, document, StringComparison.Ordinal)).MaxBy(r => r.IsAgreed) switch
    {
        null => null,
        { IsAgreed: false } => AgreementStatus.Proposed,
        var agreed => IsSuspended(agreed, day) ? AgreementStatus.Suspended : AgreementStatus.Agreed,
    };

    // One party is enough to stop; a newer text that both adopted afterwards ends the pause.
    private bool IsSuspended(AgreementRecord record, DateOnly day) => pauses.Exists(p =>
        p.Kind == EntryKind.AgreementSuspended && p.Concerns(record.Text) && p.From <= day && p.Index > adoptions[(p.Log, record.Text)]);

    // An agreement ends when all who signed its newest text say so.
    private bool IsExpired(string agreement, DateOnly day)
    {
        var newest = records.Where(r => r.IsAgreed && string.Equals(r.Text.Agreement, agreement, StringComparison.Ordinal)).MaxBy(r => r.Text.Version);
        var said = pauses.Where(p => p.Kind == EntryKind.AgreementExpired && newest is not null && p.Concerns(newest.Text) && p.From <= day && p.Index > adoptions[(p.Log, newest.Text)]);
        return newest is not null && newest.Text.Signatories.All(s => said.Any(p => string.Equals(p.Log, s, StringComparison.Ordinal)));
    }

    // What a log signed first under a version stands, whatever its clock says: the order inside a log is proven, its times are not.
    private IEnumerable<(Entry Entry, AgreementText Text)> FirstOfEachVersion(List<(Entry Entry, AgreementText Text)> named)
    {
        var signed = new Dictionary<(string Log, string Agreement, int Version, string Signatories), AgreementText>();
        foreach (var (entry, text) in named.Where(n => n.Entry.Kind == EntryKind.AgreementAdopted).OrderBy(n => n.Entry.Log, StringComparer.Ordinal).ThenBy(n => n.Entry.Index))
        {
            if (signed.TryAdd((entry.Log, text.Agreement, text.Version, string.Join(' ', text.Signatories)), text))
            {
                adoptions.Add((entry.Log, text), entry.Index);
            }
            else if (!adoptions.ContainsKey((entry.Log, text)))
            {
                faults.Add(new Fault("AGR-0122", "A version is not changed in place: its log signed another text of the version before, and that one counts.", $"{entry.Log} {entry.Index}"));
            }
        }

        return named.Where(n => n.Entry.Kind != EntryKind.AgreementAdopted || adoptions.ContainsKey((n.Entry.Log, n.Text)));
    }

    private IEnumerable<(Entry Entry, AgreementText Text)> Texts(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries.Where(e => e.Kind is EntryKind.AgreementProposed or EntryKind.AgreementCountered or EntryKind.AgreementAdopted))
        {
            var text = AgreementText.Of(entry);
            if (text.Ok && text.Value.Signatories.Contains(entry.Log, StringComparer.Ordinal))
            {
                yield return (entry, text.Value);
            }
            else
            {
                faults.Add(text.Fault ?? new Fault("AGR-0121", "Only a signatory proposes or adopts a text.", $"{entry.Log} {entry.Index}"));
            }
        }
    }

    private static AgreementRecord Record(IGrouping<AgreementText, (Entry Entry, AgreementText Text)> named) => new(
        named.Key,
        [.. named.Where(n => n.Entry.Kind != EntryKind.AgreementAdopted).Select(n => n.Entry.Log).Distinct(StringComparer.Ordinal)],
        named.Where(n => n.Entry.Kind == EntryKind.AgreementAdopted)
            .GroupBy(n => n.Entry.Log, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Min(n => n.Entry.At), StringComparer.Ordinal));

    private Pause? PauseOf(Entry entry)
    {
        if (entry.Kind is not (EntryKind.AgreementSuspended or EntryKind.AgreementExpired))
        {
            return null;
        }

        string Text(string name) => entry.Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (DateOnly.TryParseExact(Text("from"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && Text("agreement").Length > 0)
        {
            return new Pause(entry.Kind, entry.Log, entry.Index, Text("agreement"), from);
        }

        faults.Add(new Fault("AGR-0121", "The entry does not say which agreement rests, and from when.", $"{entry.Log} {entry.Index}"));
        return null;
    }

    private sealed record Pause(EntryKind Kind, string Log, long Index, string Agreement, DateOnly From)
    {
        internal bool Concerns(AgreementText text) => string.Equals(text.Agreement, Agreement, StringComparison.Ordinal) && text.Signatories.Contains(Log, StringComparer.Ordinal);
    }
}
