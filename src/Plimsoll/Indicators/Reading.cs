using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>One value of one indicator: the record that crosses from Indicators to Agreements.</summary>
/// <param name="Indicator">Indicator id with method version, e.g. <c>balance/1</c>; its page is docs/methods/balance.md.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Period">Last period that entered, e.g. the month in which a rolling window ends.</param>
/// <param name="Value">Unrounded; null when it could not be computed, and <paramref name="Reason"/> then says why.</param>
/// <param name="Unit"><c>EUR</c>, <c>EUR/KG</c>, <c>ratio</c> (1 = 100 %).</param>
/// <param name="Valuation"><c>CIF</c>, <c>FOB</c> or <c>CIF/FOB</c>, and whose statistics, e.g. <c>EU CIF</c>.</param>
/// <param name="Coverage">What is missing from it.</param>
/// <param name="Inputs">Named inputs of the computation in order, unrounded: what <c>explain</c> prints.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
public sealed record Reading(
    string Indicator,
    Subject Subject,
    Period Period,
    decimal? Value,
    string Unit,
    string Valuation,
    Coverage Coverage,
    IReadOnlyList<ReadingInput> Inputs,
    Fault? Reason);
