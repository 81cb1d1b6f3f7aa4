using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>One clause held against one subject in one period: the record that crosses from Agreements to Consultations.</summary>
/// <param name="Id">Stable: <c>agreement/clause@subject/period</c>; what <c>plimsoll explain</c> takes.</param>
/// <param name="Agreement">Agreement id.</param>
/// <param name="Clause">Clause id.</param>
/// <param name="Subject">What was measured.</param>
/// <param name="Period">Period assessed.</param>
/// <param name="Zone">Zone now.</param>
/// <param name="PreviousZone">Zone one period earlier on the same vintage.</param>
/// <param name="Readings">The readings of every condition of the clause, the leading one first.</param>
/// <param name="Thresholds">The limits that applied to the leading reading.</param>
/// <param name="Basis">Whose figures counted: <c>reporter</c>, <c>counterpart</c>, <c>both</c>, <c>either</c>.</param>
/// <param name="Status">How much the parties agreed to.</param>
/// <param name="AsOf">Day whose vintages were used; null for the newest.</param>
/// <param name="KnownAt">When the youngest release that entered was published; null when none did.</param>
/// <param name="Releases">Ids of the releases that entered.</param>
/// <param name="Reason">Why not assessable; null otherwise.</param>
public sealed record Finding(
    string Id,
    string Agreement,
    string Clause,
    Subject Subject,
    Period Period,
    Zone Zone,
    Zone PreviousZone,
    IReadOnlyList<Reading> Readings,
    AppliedThresholds Thresholds,
    string Basis,
    AgreementStatus Status,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    IReadOnlyList<string> Releases,
    Fault? Reason);
