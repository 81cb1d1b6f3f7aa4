using System.Globalization;
using System.Text.Json;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Merkle;
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
    private readonly Dictionary<(string Log, AgreementText Text), Entry> adoptions = [];
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

    /// <summary>
    /// The text of an agreement that holds on a day between each set of signatories: of those agreed whose first day has come, the one of
    /// the highest version; none where it has expired. An id is free for all, so several sets may have agreed on texts of one id, and none
    /// has a say in what holds for another.
    /// </summary>
    /// <param name="agreement">Agreement id.</param>
    /// <param name="day">The day.</param>
    /// <param name="parties">Logs that have to be among the signatories; none for every set.</param>
    public IReadOnlyList<AgreementRecord> InForce(string agreement, DateOnly day, params IReadOnlyList<string> parties) =>
        [.. Agreed(r => string.Equals(r.Agreement, agreement, StringComparison.Ordinal) && parties.All(r.Needs)).GroupBy(r => r.Text.Circle, StringComparer.Ordinal).Select(circle => HeldOn(day, circle)).OfType<AgreementRecord>()];

    /// <summary>The text that holds on a day between the signatories of a text under its id; null when none does.</summary>
    public AgreementRecord? InForce(AgreementText text, DateOnly day) => HeldOn(day, Agreed(text.IsOfSameAgreement));

    /// <summary>
    /// What its signatories made of a text on a day: <see cref="AgreementStatus.Agreed"/> only with every signature. Null when no log knows
    /// the text between these signatories, so that it is what it calls itself.
    /// </summary>
    public AgreementStatus? StatusOf(AgreementText text, DateOnly day) => records.Find(r => r.Text.Equals(text)) switch
    {
        null => null,
        { IsAgreed: false } => AgreementStatus.Proposed,
        var agreed => IsSuspended(agreed, day) ? AgreementStatus.Suspended : AgreementStatus.Agreed,
    };

    /// <summary>
    /// What each set of signatories made of the text of a hash, in the order of the sets; empty when no log knows it.
    /// </summary>
    /// <param name="document">SHA-256 of the text.</param>
    /// <param name="day">Day of the status; null for the last of all days, so that a pause that was entered counts whenever it begins.</param>
    /// <param name="parties">Logs that have to be among the signatories; none for every set.</param>
    public IReadOnlyList<TextAdoption> AdoptionsOf(string document, DateOnly? day, params IReadOnlyList<string> parties) =>
    [
        .. records.Where(r => string.Equals(r.Text.Document, document, StringComparison.Ordinal) && parties.All(r.Text.Needs))
            .OrderBy(r => r.Text.Circle, StringComparer.Ordinal)
            .ThenBy(r => r.Text.Version)
            .ThenBy(r => r.Text.EffectiveFrom)
            .Select(r => new TextAdoption(r.Text.Signatories, StatusOf(r.Text, day ?? DateOnly.MaxValue)!.Value, [.. r.Text.Signatories.Where(r.AdoptedBy.ContainsKey).Select(s => Signature(adoptions[(s, r.Text)]))])),
    ];

    /// <summary>
    /// Why a log cannot put or sign a text: its signatories agreed on that version or a later one already, or the log signed another text
    /// of the version (<c>AGR-0122</c>). Null when it can.
    /// </summary>
    public Fault? Against(AgreementText text, string log)
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"{text.Agreement} {text.Version}");
        if (Agreed(text.IsOfSameAgreement).Max(r => (int?)r.Text.Version) is { } agreed && agreed >= text.Version)
        {
            return new Fault("AGR-0122", string.Create(CultureInfo.InvariantCulture, $"Version {agreed} was agreed, and a version is not changed in place. Put the next version, {agreed + 1}, to the other side."), version);
        }

        return records.Exists(r => r.Text.IsOfSameAgreement(text) && r.Text.Version == text.Version && r.AdoptedBy.ContainsKey(log) && !r.Text.Equals(text))
            ? new Fault("AGR-0122", string.Create(CultureInfo.InvariantCulture, $"This party signed another text of version {text.Version}, which stands. Put the next version, {text.Version + 1}, to the other side."), version)
            : null;
    }

    private IEnumerable<AgreementRecord> Agreed(Func<AgreementText, bool> which) => records.Where(r => r.IsAgreed && which(r.Text));

    // Of the agreed texts of one set of signatories.
    private AgreementRecord? HeldOn(DateOnly day, IEnumerable<AgreementRecord> agreed) =>
        agreed.MaxBy(r => r.Text.Version) is { } newest && !IsExpired(newest, day) ? agreed.Where(r => r.Text.EffectiveFrom <= day).MaxBy(r => r.Text.Version) : null;

    private static TextAdoption.Signature Signature(Entry entry) => new(entry.Log, entry.Index, entry.At, TreeHash.OfLeaf(entry.Bytes.Span).ToString());

    // One party is enough to stop; a newer text that both adopted afterwards ends the pause.
    private bool IsSuspended(AgreementRecord record, DateOnly day) => pauses.Exists(p =>
        p.Kind == EntryKind.AgreementSuspended && p.Concerns(record.Text) && p.From <= day && p.Index > adoptions[(p.Log, record.Text)].Index);

    // An agreement ends when all who signed its newest text say so.
    private bool IsExpired(AgreementRecord newest, DateOnly day)
    {
        var said = pauses.Where(p => p.Kind == EntryKind.AgreementExpired && p.Concerns(newest.Text) && p.From <= day && p.Index > adoptions[(p.Log, newest.Text)].Index).ToList();
        return newest.Text.Signatories.All(s => said.Exists(p => string.Equals(p.Log, s, StringComparison.Ordinal)));
    }

    // What a log signed first under a version stands, whatever its clock says: the order inside a log is proven, its times are not.
    private IEnumerable<(Entry Entry, AgreementText Text)> FirstOfEachVersion(List<(Entry Entry, AgreementText Text)> named)
    {
        var signed = new Dictionary<(string Log, string Agreement, int Version, string Circle), AgreementText>();
        foreach (var (entry, text) in named.Where(n => n.Entry.Kind == EntryKind.AgreementAdopted).OrderBy(n => n.Entry.Log, StringComparer.Ordinal).ThenBy(n => n.Entry.Index))
        {
            if (signed.TryAdd((entry.Log, text.Agreement, text.Version, text.Circle), text))
            {
                adoptions.Add((entry.Log, text), entry);
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
            if (text.Ok && text.Value.Needs(entry.Log))
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
            // It never reaches back: what was sealed before it was entered was under an agreement that held.
            var entered = DateOnly.FromDateTime(entry.At.UtcDateTime);
            return new Pause(entry.Kind, entry.Log, entry.Index, Text("agreement"), from < entered ? entered : from, AgreementText.SignatoriesIn(entry.Body));
        }

        faults.Add(new Fault("AGR-0121", "The entry does not say which agreement rests, and from when.", $"{entry.Log} {entry.Index}"));
        return null;
    }

    // Without signatories it is about every set that the log belongs to.
    private sealed record Pause(EntryKind Kind, string Log, long Index, string Agreement, DateOnly From, IReadOnlyList<string> Signatories)
    {
        internal bool Concerns(AgreementText text) => string.Equals(text.Agreement, Agreement, StringComparison.Ordinal) && text.Needs(Log)
            && (Signatories.Count == 0 || Signatories.SequenceEqual(text.Signatories, StringComparer.Ordinal));
    }
}
