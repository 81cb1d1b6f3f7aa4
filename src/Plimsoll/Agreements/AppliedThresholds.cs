namespace Plimsoll.Agreements;

/// <summary>The limits of a clause on a day.</summary>
/// <param name="Amber">Null when the clause has no amber limit.</param>
/// <param name="Red">Null when the clause has no red limit.</param>
/// <param name="Comparator"><c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>, as the clause writes it.</param>
/// <param name="EffectiveFrom">The day from which they apply.</param>
/// <param name="ExitAmber">The limit at which amber ends; null when it is the amber limit.</param>
/// <param name="ExitRed">The limit at which red ends; null when it is the red limit.</param>
public sealed record AppliedThresholds(
    decimal? Amber,
    decimal? Red,
    string Comparator,
    DateOnly EffectiveFrom,
    decimal? ExitAmber = null,
    decimal? ExitRed = null);
