using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>Reads the entries about cases in order, and keeps what each says of its case.</summary>
internal sealed class CaseFold
{
    // By id. Two sets of signatories may each have a case of one id; a reader who belongs to neither sees both.
    private readonly Dictionary<string, List<CaseHistory>> cases = new(StringComparer.Ordinal);
    private readonly List<BookFault> faults = [];
    private readonly CaseParties parties;

    private CaseFold(CaseParties parties) => this.parties = parties;

    internal static CaseBook Of(IReadOnlyList<Entry> entries, CaseTerms terms, string origin)
    {
        var (ordered, forks) = EntryOrder.Merge(entries.Where(entry => CaseBook.Kinds.Contains(entry.Kind)));
        var fold = new CaseFold(new CaseParties(entries, origin));
        fold.faults.AddRange(forks);

        // Two parties' clocks differ: an answer may be dated before the case that it answers.
        foreach (var entry in ordered.Where(entry => entry.Kind == EntryKind.CaseOpened))
        {
            fold.Note(entry, fold.Open(entry));
        }

        foreach (var entry in ordered.Where(entry => entry.Kind != EntryKind.CaseOpened))
        {
            fold.Note(entry, fold.Apply(entry));
        }

        var built = fold.cases.Values.SelectMany(histories => histories).Select(history => history.Build(terms)).ToList();
        return new CaseBook(
            [.. built.Select(one => one.Case).OrderBy(one => one.OpenedAt).ThenBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => string.Join(' ', one.Parties), StringComparer.Ordinal)],
            [.. fold.faults.Concat(built.SelectMany(one => one.Faults)).OrderBy(fault => fault.Log, StringComparer.Ordinal).ThenBy(fault => fault.Index)]);
    }

    private Fault? Open(Entry entry)
    {
        var body = new EntryBody(entry);
        var id = body.Text("case");
        var scope = new CaseScope(body.Text("agreement"), body.Text("sector"), body.Text("pair"));
        var codes = body.Texts("parties");
        var (finding, clock) = (CaseBodies.ReadFinding(body), CaseBodies.ReadClock(body));
        if ((body.Fault ?? CaseHistory.Unfit(finding, id)) is { } unfit)
        {
            return unfit;
        }

        if (!id.StartsWith($"{scope}/", StringComparison.Ordinal))
        {
            return new Fault("CON-0008", $"A case bears the name of what it is about, {scope}.", id);
        }

        var signed = parties.Of(scope.Agreement, entry.Log);
        if (!signed.Ok)
        {
            return signed.Fault;
        }

        var histories = cases.TryGetValue(id, out var known) ? known : cases[id] = [];
        var history = histories.Find(one => one.Parties.SequenceEqual(signed.Value, StringComparer.Ordinal));
        if (history is null)
        {
            histories.Add(history = new CaseHistory(id, scope, codes, signed.Value, entry.At));
        }

        return history.Open(scope, entry.Log) ?? history.Join(finding, clock, entry);
    }

    private Fault? Apply(Entry entry)
    {
        var body = new EntryBody(entry);
        var id = body.Text("case");
        if (body.Fault is not null)
        {
            return body.Fault;
        }

        if (!cases.TryGetValue(id, out var histories))
        {
            return new Fault("CON-0002", "No log that has a say has opened such a case.", id);
        }

        return histories.Find(one => one.Parties.Contains(entry.Log, StringComparer.Ordinal)) is { } history
            ? Apply(history, body, entry)
            : new Fault("CON-0013", $"Only its parties have a say in a case: {string.Join("; ", histories.Select(one => string.Join(", ", one.Parties)))}. The entry is passed over.", id);
    }

    private static Fault? Apply(CaseHistory history, EntryBody body, Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.CaseJoined:
                var (joining, clock) = (CaseBodies.ReadFinding(body), CaseBodies.ReadClock(body));
                return body.Fault ?? history.Join(joining, clock, entry);
            case EntryKind.CaseFindingWithdrawn:
                var (finding, then, now) = (body.Text("finding"), body.Inner("then", CaseBodies.ReadVintage), body.Inner("now", CaseBodies.ReadVintage));
                return body.Fault ?? history.Withdraw(finding, then, now, entry);
            case EntryKind.CasePositionStated:
                var position = new CasePosition(entry.Log, entry.At, body.Flag("objection"), body.Optional("finding"), body.Text("text"), body.Optional("link"));
                return Noted(body, () => history.State(position, entry.Index));
            case EntryKind.CaseDeadlineLapsed:
                var deadline = body.Text("deadline");
                return Noted(body, () => history.Lapse(deadline, entry));
            default:
                var step = CaseBodies.ReadStep(body, entry);
                return body.Fault ?? history.Take(step, entry.Index);
        }
    }

    private static Fault? Noted(EntryBody body, Action note)
    {
        if (body.Fault is null)
        {
            note();
        }

        return body.Fault;
    }

    private void Note(Entry entry, Fault? fault)
    {
        if (fault is not null)
        {
            faults.Add(new BookFault(entry.Log, entry.Index, fault));
        }
    }
}
