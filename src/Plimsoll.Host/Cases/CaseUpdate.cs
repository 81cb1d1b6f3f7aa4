using Plimsoll.Agreements;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Cases;

/// <summary>What the figures and the calendar ask a party to enter in its cases: the same by hand and by <c>plimsoll watch</c>.</summary>
internal static class CaseUpdate
{
    /// <param name="record">What all logs say; the drafts are for its own log.</param>
    /// <param name="book">The cases of the record.</param>
    /// <param name="agreement">The agreement whose findings they are.</param>
    /// <param name="run">The figures.</param>
    /// <param name="findings">What the run says of the newest periods.</param>
    /// <param name="now">Moment of the entries.</param>
    internal static IReadOnlyList<EntryDraft> Drafts(JointRecord record, CaseBook book, Agreement agreement, AgreementRun run, IReadOnlyList<Finding> findings, DateTimeOffset now) =>
        new CaseRules(agreement, record.Origin).Next(book, [.. findings, .. Again(book, agreement, run)], [], now);

    // Findings of earlier periods that are in a case, on the figures of now: what a revision did to them.
    private static IEnumerable<Finding> Again(CaseBook book, Agreement agreement, AgreementRun run) =>
        from known in book.Cases.SelectMany(one => one.Findings).DistinctBy(finding => finding.Id, StringComparer.Ordinal)
        let id = FindingId.Parse(known.Id)
        where id.Ok
        let history = run.History(agreement, id.Value)
        where history is [.., var last] && last.Period == id.Value.Period
        select history[^1];
}
