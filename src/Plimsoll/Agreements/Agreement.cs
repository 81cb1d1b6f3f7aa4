namespace Plimsoll.Agreements;

/// <summary>What two parties have written down, or what somebody shows that they could.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Parties">Codes of the parties.</param>
/// <param name="Status">How much the parties agreed to; shown beside every colour.</param>
/// <param name="Version">Counts up with every change of a number.</param>
/// <param name="EffectiveFrom">First day on which it applies.</param>
/// <param name="Note">What a reader must know before believing a colour; says "illustrative – not agreed by the parties" when it is.</param>
/// <param name="Clauses">At least one.</param>
public sealed record Agreement(
    string Id,
    string Title,
    IReadOnlyList<string> Parties,
    AgreementStatus Status,
    int Version,
    DateOnly EffectiveFrom,
    string Note,
    IReadOnlyList<Clause> Clauses);
