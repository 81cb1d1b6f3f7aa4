using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>The cells of one sum.</summary>
/// <param name="Name">As in the inputs of readings: <c>imports</c>, <c>quantity</c>, <c>denominator</c>; <c>imports from</c> for one sum for each partner.</param>
/// <param name="Reporters">Codes of the reporters.</param>
/// <param name="Partners">Codes of the partners.</param>
/// <param name="Flow">Direction in the figures of this party.</param>
/// <param name="Measure">What is added.</param>
internal sealed record SumCells(string Name, IReadOnlyList<string> Reporters, IReadOnlyList<string> Partners, Flow Flow, Measure Measure)
{
    /// <summary>True when a record lies in one of the cells.</summary>
    internal bool Holds(TradeRecord record) =>
        record.Flow == Flow && Reporters.Contains(record.Reporter, StringComparer.Ordinal) && Partners.Contains(record.Partner, StringComparer.Ordinal);
}
