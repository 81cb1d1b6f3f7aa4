using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>Reads the entries about cases in order, and keeps what each says of its case.</summary>
internal sealed class CaseFold
{
    private readonly Dictionary<string, CaseHistory> cases = new(StringComparer.Ordinal);
    private readonly List<BookFault> faults = [];

    internal static CaseBook Of(IEnumerable<Entry> entries, CaseTerms terms)
    {
        var (ordered, forks) = EntryOrder.Merge(entries.Where(entry => CaseBook.Kinds.Contains(entry.Kind)));
        var fold = new CaseFold();
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

        var built = fold.cases.Values.Select(history => history.Build(terms)).ToList();
        return new CaseBook(
            [.. built.Select(one => one.Case).OrderBy(one => one.OpenedAt).ThenBy(one => one.Id, StringComparer.Ordinal)],
            [.. fold.faults.Concat(built.SelectMany(one => one.Faults)).OrderBy(fault => fault.Log, StringComparer.Ordinal).ThenBy(fault => fault.Index)]);
    }

    private Fault? Open(Entry entry)
    {
        var body = new EntryBody(entry);
        var id = body.Text("case");
        var scope = new CaseScope(body.Text("agreement"), body.Text("sector"), body.Text("pair"));
        var parties = body.Texts("parties");
        var (finding, clock) = (CaseBodies.ReadFinding(body), CaseBodies.ReadClock(body));
        if (body.Fault is not null || finding is null)
        {
            return body.Fault ?? CaseHistory.WithoutFinding(id);
        }

        if (!cases.TryGetValue(id, out var history))
        {
            cases[id] = history = new CaseHistory(id, scope, parties, entry.At);
        }

        return history.Open(scope, entry.Log) ?? history.Join(finding, clock, entry.At);
    }

    private Fault? Apply(Entry entry)
    {
        var body = new EntryBody(entry);
        var id = body.Text("case");
        if (body.Fault is not null)
        {
            return body.Fault;
        }

        return cases.TryGetValue(id, out var history)
            ? Apply(history, body, entry)
            : new Fault("CON-0002", "No log that was read has opened such a case.", id);
    }

    private static Fault? Apply(CaseHistory history, EntryBody body, Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.CaseJoined:
                var (joining, clock) = (CaseBodies.ReadFinding(body), CaseBodies.ReadClock(body));
                return body.Fault ?? history.Join(joining, clock, entry.At);
            case EntryKind.CaseFindingWithdrawn:
                var (finding, now) = (body.Text("finding"), body.Inner("now", CaseBodies.ReadVintage));
                return body.Fault ?? history.Withdraw(finding, now);
            case EntryKind.CasePositionStated:
                var position = new CasePosition(entry.Log, entry.At, body.Flag("objection"), body.Optional("finding"), body.Text("text"), body.Optional("link"));
                return body.Fault ?? history.State(position);
            case EntryKind.CaseDeadlineLapsed:
                var deadline = body.Text("deadline");
                return body.Fault ?? history.Lapse(deadline, entry);
            default:
                var step = CaseBodies.ReadStep(body, entry);
                return body.Fault ?? history.Take(step, entry.Index);
        }
    }

    private void Note(Entry entry, Fault? fault)
    {
        if (fault is not null)
        {
            faults.Add(new BookFault(entry.Log, entry.Index, fault));
        }
    }
}
