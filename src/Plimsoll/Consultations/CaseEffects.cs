using Plimsoll.Agreements;

namespace Plimsoll.Consultations;

/// <summary>Effects of clauses.</summary>
internal static class CaseEffects
{
    /// <summary>
    /// What a clause's colour leads to. A clause that names an initiation, a duty or a measure leads into talks as well: what a legal
    /// text allows is for the parties to do.
    /// </summary>
    internal static CaseEffect Of(Clause clause, Zone zone) => zone switch
    {
        Zone.Amber => OfWord(clause.Effect.Amber),
        Zone.Red => OfWord(clause.Effect.Red),
        _ => CaseEffect.None,
    };

    private static CaseEffect OfWord(string word) => word switch
    {
        "none" => CaseEffect.None,
        "listing" => CaseEffect.Listing,
        "signal" => CaseEffect.Signal,
        _ => CaseEffect.Consultation,
    };
}
