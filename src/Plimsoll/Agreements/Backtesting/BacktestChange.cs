using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Backtesting;

/// <summary>A zone that was another one than a month before.</summary>
/// <param name="Day">The month's end on which it was first seen, on the vintages known that day.</param>
/// <param name="Clause">Clause id.</param>
/// <param name="Subject">What was measured.</param>
/// <param name="Period">Period assessed.</param>
/// <param name="From">What was shown a month before; null on the first day.</param>
/// <param name="To">What is shown now.</param>
/// <param name="Cause">Why.</param>
/// <param name="ValueBefore">Leading value a month before, of the period shown then.</param>
/// <param name="Value">Leading value now.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Status">How much the parties agreed to.</param>
public sealed record BacktestChange(
    DateOnly Day,
    string Clause,
    Subject Subject,
    Period Period,
    Zone? From,
    Zone To,
    ChangeCause Cause,
    decimal? ValueBefore,
    decimal? Value,
    string Unit,
    AgreementStatus Status)
{
    /// <summary>True when amber or red was entered: from rest, from pending, from no verdict, or red from amber. Who recovers has not left.</summary>
    public bool Enters => Cause != ChangeCause.Opening && (From, To) is (not (Zone.Amber or Zone.Red or Zone.Recovering), Zone.Amber or Zone.Red) or (Zone.Amber, Zone.Red);

    /// <summary>True when amber or red was left for rest, or red for amber. Without a verdict nothing is left.</summary>
    public bool Leaves => (From, To) is (Zone.Amber or Zone.Red or Zone.Recovering, Zone.Green or Zone.Pending) or (Zone.Red, Zone.Amber);
}
