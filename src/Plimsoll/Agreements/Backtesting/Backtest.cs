using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Backtesting;

/// <summary>
/// What an agreement would have said at each month's end, on the figures known that day, and which of its changes only a revision
/// made. Method: docs/methods/backtest.md.
/// </summary>
/// <param name="Agreement">Agreement id.</param>
/// <param name="Version">Version of its text.</param>
/// <param name="Status">How much the parties agreed to.</param>
/// <param name="From">First month.</param>
/// <param name="To">Last month.</param>
/// <param name="Changes">Changes in order of day, clause and subject; what stayed as it was is left out.</param>
/// <param name="NeverAssessable">Clauses that could be assessed for no subject on any of the days.</param>
public sealed record Backtest(
    string Agreement,
    int Version,
    AgreementStatus Status,
    Month From,
    Month To,
    IReadOnlyList<BacktestChange> Changes,
    IReadOnlyList<string> NeverAssessable)
{
    /// <summary>How often amber or red was entered.</summary>
    public int Entered => Changes.Count(c => c.Enters);

    /// <summary>How often amber or red was left.</summary>
    public int Left => Changes.Count(c => c.Leaves);

    /// <summary>Changes that revisions alone made: the same period, two zones.</summary>
    public int ByRevision => Changes.Count(c => c.Cause == ChangeCause.Revision);

    /// <summary>Runs the agreement through the months.</summary>
    /// <param name="store">Where the vintages are.</param>
    /// <param name="agreement">The agreement; its limits apply from the days that it states.</param>
    /// <param name="from">First month; its last day is the first on which the clauses are looked at.</param>
    /// <param name="to">Last month, not before the first.</param>
    /// <param name="cancel">Stops between clauses.</param>
    public static Backtest Run(TradeStore store, Agreement agreement, Month from, Month to, CancellationToken cancel = default)
    {
        var clauses = agreement.Clauses.Select(clause => new ClauseBacktest(store, agreement, clause)).ToList();
        for (var month = from; month <= to; month = month.Plus(1))
        {
            var day = month.Plus(1).FirstDay.AddDays(-1);
            using var run = new AgreementRun(store, day, day);
            clauses.ForEach(clause => clause.LookOn(day, run, cancel));
        }

        var changes = clauses.SelectMany(c => c.Changes).OrderBy(c => c.Day);
        return new Backtest(
            agreement.Id, agreement.Version, agreement.Status, from, to, [.. changes], [.. clauses.Where(c => !c.WasAssessable).Select(c => c.Clause.Id)]);
    }
}
