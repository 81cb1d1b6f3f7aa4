using System.Text;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Json;
using Plimsoll.Ledger.Peers;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Sealing;

/// <summary>
/// What the parties' logs say together, as one party sees it: its own log, the verified copies of the others', and the documents
/// that entries name. A fold: a new record is made when the logs have grown.
/// </summary>
public sealed class JointRecord
{
    private readonly DocumentShelf documents;

    /// <summary>Folds the entries of all logs.</summary>
    /// <param name="origin">Origin of the party's own log.</param>
    /// <param name="entries">Entries of all logs, in any order.</param>
    /// <param name="documents">Documents that entries name.</param>
    public JointRecord(string origin, IEnumerable<Entry> entries, DocumentShelf documents)
    {
        Origin = origin;
        Entries = [.. entries];
        this.documents = documents;
        Agreements = new AgreementBook(Entries);
        (Seals, var faults) = AssessmentSeal.Fold(Entries);
        Faults = [.. Agreements.Faults, .. faults];
    }

    /// <summary>
    /// The record of a store: the party's own log and the copies of its peers'. A copy that cannot be opened is among the
    /// <see cref="Faults"/>, and what it says is left out.
    /// </summary>
    /// <param name="store">Folder of the store.</param>
    /// <param name="own">The party's log; null for a reader, who has none.</param>
    /// <param name="time">Clock.</param>
    public static JointRecord Of(DirectoryInfo store, PartyLog? own, TimeProvider time)
    {
        var entries = own is null ? [] : own.Entries().ToList();
        var unread = new List<Fault>();
        foreach (var peer in Peer.In(store))
        {
            var log = peer.Log(time);
            using var copy = log.Ok ? log.Value : null;
            entries.AddRange(copy?.Entries() ?? []);
            unread.AddRange(log.Fault is { } fault ? [fault] : []);
        }

        var record = new JointRecord(own?.Origin ?? "", entries, ShelfOf(store));
        return unread.Count == 0 ? record : record.With(unread);
    }

    /// <summary>Where a store keeps documents.</summary>
    public static DocumentShelf ShelfOf(DirectoryInfo store) => new(new DirectoryInfo(Path.Combine(store.FullName, "documents")));

    /// <summary>Origin of the party's own log; empty for a reader.</summary>
    public string Origin { get; }

    /// <summary>True when a text is this party's affair; to a reader every one is.</summary>
    public bool Concerns(AgreementText text) => Parties.All(text.Needs);

    /// <summary>Entries of all logs.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Agreements proposed and in force.</summary>
    public AgreementBook Agreements { get; }

    /// <summary>Sealed assessments, the oldest first.</summary>
    public IReadOnlyList<AssessmentSeal> Seals { get; }

    /// <summary>Entries that do not stand.</summary>
    public IReadOnlyList<Fault> Faults { get; private init; }

    /// <summary>
    /// The agreement that is in force on a day, with the status that the parties gave it: for a party one that it signed itself, for a
    /// reader any. Faults: <c>AGR-0124</c> none is, <c>AGR-0125</c> its text is not here or is not what the entries say, <c>AGR-0126</c>
    /// several sets of signatories each have one.
    /// </summary>
    public Parsed<(Agreement Agreement, string Document)> InForce(string agreement, DateOnly day) => Held(agreement, day, Parties);

    /// <summary>As <see cref="AgreementBook.AdoptionsOf"/>, of the sets that this party belongs to; for a reader of all.</summary>
    public IReadOnlyList<TextAdoption> AdoptionsOf(string document, DateOnly? day) => Agreements.AdoptionsOf(document, day, Parties);

    /// <summary>The agreement whose text an entry names; fault <c>AGR-0125</c>.</summary>
    public Parsed<Agreement> Read(AgreementText text)
    {
        var found = documents.Find(text.Document);
        if (found.Fault is { } damaged)
        {
            return damaged;
        }

        if (found.Value is not { } bytes)
        {
            return new Fault("AGR-0125", "The text of the agreement is not here. 'plimsoll sync' fetches the documents that a peer's entries name.", text.Document);
        }

        var file = AgreementFile.Parse(Encoding.UTF8.GetString(bytes), text.Document);
        return file.Agreement is { } agreement && agreement.Version == text.Version && agreement.EffectiveFrom == text.EffectiveFrom && string.Equals(agreement.Id, text.Agreement, StringComparison.Ordinal)
            ? agreement
            : new Fault("AGR-0125", FormattableString.Invariant($"The document is not version {text.Version} of {text.Agreement} from {text.EffectiveFrom:yyyy-MM-dd}. {(file.Faults.Count > 0 ? file.Faults[0].ToString() : "")}"), text.Document);
    }

    /// <summary>
    /// What to enter to seal this party's assessment on the figures of a day: the releases that no entry of its log has registered yet,
    /// then the seal. The sealed document is on the shelf afterwards. Faults as of <see cref="InForce"/>.
    /// </summary>
    public Parsed<(IReadOnlyList<EntryDraft> Drafts, IReadOnlyList<Finding> Findings, Agreement Agreement)> SealAssessment(
        TradeStore store, string agreement, DateOnly asOf, CancellationToken cancel = default)
    {
        var text = InForce(agreement, asOf);
        if (!text.Ok)
        {
            return text.Fault!;
        }

        var (assessed, findings) = SealedAssessment.Of(store, text.Value.Agreement, text.Value.Document, asOf, cancel);
        var registered = Entries.Where(e => e.Kind == EntryKind.ReleaseRegistered && string.Equals(e.Log, Origin, StringComparison.Ordinal)).Select(e => AssessmentSeal.Text(e, "sha256")).ToHashSet(StringComparer.Ordinal);
        var drafts = assessed.Inputs.Where(i => !registered.Contains(i.Sha256)).Select(AssessmentSeal.Registration).Append(AssessmentSeal.Draft(assessed, documents.Put(assessed.ToJson())));
        return (drafts.ToList(), findings, text.Value.Agreement);
    }

    /// <summary>
    /// What to enter in answer to a seal: computes the assessment again from this party's own store. Null when its own last word says the
    /// same already, and for a party when no text was ever put to it and the seal's author: it has no say between others. A seal as of a
    /// day that is not over <paramref name="today"/> is disputed. A fault <c>AGR-0125</c> when the sealed document has not been fetched, <c>AGR-0120</c> when it is none.
    /// </summary>
    public Parsed<EntryDraft?> Answer(AssessmentSeal seal, TradeStore store, DateOnly today, CancellationToken cancel = default)
    {
        if (!Agreements.Records.Any(r => string.Equals(r.Text.Agreement, seal.Agreement, StringComparison.Ordinal) && Concerns(r.Text) && r.Text.Needs(seal.Log)) && Origin.Length > 0)
        {
            return (EntryDraft?)null;
        }

        var found = documents.Find(seal.Document);
        if (found.Fault is { } damaged)
        {
            return damaged;
        }

        if (found.Value is not { } bytes)
        {
            return new Fault("AGR-0125", "The sealed assessment is not here. 'plimsoll sync' fetches the documents that a peer's entries name.", seal.Document);
        }

        var theirs = SealedAssessment.Parse(bytes);
        if (!theirs.Ok)
        {
            return theirs.Fault!;
        }

        var difference = FirstDifference(seal, theirs.Value, store, today, cancel);
        var last = seal.AnswerOf(Origin);
        return last is not null && last.Difference == difference ? (EntryDraft?)null : seal.Answer(difference);
    }

    private string[] Parties => Origin.Length == 0 ? [] : [Origin];

    private JointRecord With(IReadOnlyList<Fault> further) => new(Origin, Entries, documents) { Faults = [.. Faults, .. further] };

    private Parsed<(Agreement Agreement, string Document)> Held(string agreement, DateOnly day, IReadOnlyList<string> parties)
    {
        var each = Agreements.InForce(agreement, day, parties);
        if (each.Count > 1)
        {
            return new Fault("AGR-0126", $"Several sets of ledgers each agreed on a text of this id: {string.Join("; ", each.Select(r => string.Join(", ", r.Text.Signatories)))}.", agreement);
        }

        if (each is not [var record])
        {
            return new Fault("AGR-0124", FormattableString.Invariant($"No text of this agreement is in force on {day:yyyy-MM-dd}: every signatory has to adopt it, and its first day has to have come."), agreement);
        }

        var read = Read(record.Text);
        return read.Ok ? (read.Value with { Status = Agreements.StatusOf(record.Text, day) ?? read.Value.Status }, record.Text.Document) : read.Fault!;
    }

    private SealDifference? FirstDifference(AssessmentSeal seal, SealedAssessment theirs, TradeStore store, DateOnly today, CancellationToken cancel)
    {
        // What is published until the day is over would change the result under the seal.
        if (seal.AsOf >= today)
        {
            return new SealDifference("as_of", seal.Agreement, FormattableString.Invariant($"{seal.AsOf:yyyy-MM-dd}"), "a day that is not over");
        }

        // What the entry tells everybody has to be what the document says.
        var told = CanonicalJson.Of(AssessmentSeal.Draft(theirs, seal.Document).Body).Value;
        if (!CanonicalJson.Of(seal.Body).Value.AsSpan().SequenceEqual(told))
        {
            return new SealDifference("seal", $"{seal.Log} {seal.Index}", seal.Body.GetRawText(), Encoding.UTF8.GetString(told));
        }

        var text = Held(seal.Agreement, seal.AsOf, [.. Parties, seal.Log]);
        if (!text.Ok)
        {
            return new SealDifference("agreement", seal.Agreement, theirs.AgreementSha256, text.Fault!.ToString());
        }

        if (!string.Equals(text.Value.Document, theirs.AgreementSha256, StringComparison.Ordinal))
        {
            return new SealDifference("agreement", seal.Agreement, theirs.AgreementSha256, text.Value.Document);
        }

        // Last the bytes: the same findings in another order, or of another version, are another assessment.
        var ours = SealedAssessment.Of(store, text.Value.Agreement, text.Value.Document, seal.AsOf, cancel).Sealed;
        var hash = DocumentShelf.HashOf(ours.ToJson());
        return SealCheck.FirstDifference(theirs, ours)
            ?? (string.Equals(hash, seal.Document, StringComparison.Ordinal) ? null : new SealDifference("document", seal.Agreement, seal.Document, hash));
    }
}
