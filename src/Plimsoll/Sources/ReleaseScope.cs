using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>
/// The cells that a release speaks about. A newer release of the same source replaces every older value inside its scope,
/// so a cell that disappears from a revision disappears from the figures; outside its scope it changes nothing.
/// </summary>
/// <param name="Whole">True when each period was published whole (bulk files): the code lists below then do not limit it.</param>
/// <param name="Periods">Periods covered, ascending.</param>
/// <param name="Products">Products asked for, ascending; empty when <paramref name="Whole"/>.</param>
/// <param name="Reporters">Reporters asked for, ascending; empty when <paramref name="Whole"/>.</param>
/// <param name="Partners">Partners asked for, ascending; empty when <paramref name="Whole"/>.</param>
/// <param name="Flows">Flows asked for; empty when <paramref name="Whole"/>.</param>
public sealed record ReleaseScope(
    bool Whole,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<string> Products,
    IReadOnlyList<string> Reporters,
    IReadOnlyList<string> Partners,
    IReadOnlyList<Flow> Flows)
{
    /// <summary>
    /// True when an absent cell inside the scope had no trade, as in customs statistics by product; false for tables of selected
    /// countries and for figures from the press, where an absent cell is simply not given.
    /// </summary>
    public bool Exhaustive { get; init; }
}
