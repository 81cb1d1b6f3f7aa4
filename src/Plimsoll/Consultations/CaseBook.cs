using Plimsoll.Consultations.Entries;
using Plimsoll.Ledger;

namespace Plimsoll.Consultations;

/// <summary>The front door of this stage: every case, as the fold of the entries of one or several logs.</summary>
/// <param name="Cases">By the time at which they were opened.</param>
/// <param name="Faults">Entries that say what cannot be, by log and place.</param>
public sealed record CaseBook(IReadOnlyList<Case> Cases, IReadOnlyList<BookFault> Faults)
{
    /// <summary>The kinds of entries that are read; others are passed over.</summary>
    public static IReadOnlyList<EntryKind> Kinds { get; } =
    [
        EntryKind.CaseOpened, EntryKind.CaseJoined, EntryKind.CaseStepTaken, EntryKind.CaseDeadlineLapsed,
        EntryKind.CaseFindingWithdrawn, EntryKind.CasePositionStated, EntryKind.CaseClosed,
    ];

    /// <summary>
    /// The book of these entries, in whatever order they came. Their signatures are for <see cref="LogAudit"/> to check. Only the logs that
    /// signed an agreement have a say in its cases; what others enter is a fault, <c>CON-0013</c>.
    /// </summary>
    /// <param name="entries">Entries of all logs, those about agreements among them.</param>
    /// <param name="terms">What the clauses leave open about the time of a case.</param>
    /// <param name="origin">Origin of the reader's own log, which sees the agreements that it signed itself, and its own cases where nobody signed; empty for a reader without one, who sees every agreement.</param>
    public static CaseBook Fold(IEnumerable<Entry> entries, CaseTerms terms, string origin) => CaseFold.Of([.. entries], terms, origin);

    /// <summary>Deadlines to bring up after <paramref name="since"/> and up to <paramref name="until"/>, by day: those that are open, some days before their last day.</summary>
    public IReadOnlyList<Reminder> Reminders(CaseTerms terms, DateOnly since, DateOnly until) =>
    [
        .. (from one in Cases
            where one.IsOpen
            from deadline in one.Deadlines
            where deadline.MetOn is null && deadline.LapsedOn is null
            from days in terms.ReminderDays
            where days < deadline.Due.Day.DayNumber
            let day = deadline.Due.Day.AddDays(-days)
            where day > since && day <= until
            select new Reminder(one.Id, deadline, day))
            .OrderBy(reminder => reminder.On).ThenBy(reminder => reminder.Case, StringComparer.Ordinal),
    ];

    /// <summary>Null when there is no such case.</summary>
    public Case? Find(string id) => Cases.FirstOrDefault(one => one.Id == id);

    /// <summary>The oldest open case of a scope; null when none is.</summary>
    public Case? Open(CaseScope scope) => Cases.FirstOrDefault(one => one.IsOpen && one.Scope == scope);
}
