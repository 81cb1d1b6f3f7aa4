using Term = Plimsoll.Agreements.Adoption.AgreementTerms.Term;

namespace Plimsoll.Agreements.Adoption;

/// <summary>What changes from one version of an agreement to another, in words, term by term.</summary>
public static class AgreementDiff
{
    /// <summary>The changes in the order of the old text, what is new after it; empty when every term is the same.</summary>
    public static IReadOnlyList<AgreementChange> Between(Agreement before, Agreement after)
    {
        var old = AgreementTerms.Of(before).ToList();
        var young = AgreementTerms.Of(after).ToDictionary(Place);
        var known = old.Select(Place).ToHashSet();
        var gone = Clauses(before).Except(Clauses(after), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var added = Clauses(after).Except(Clauses(before), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. old.Where(term => IsTold(term, gone)).Select(term => Change(term, young.GetValueOrDefault(Place(term)))).OfType<AgreementChange>(),
            .. young.Values.Where(term => !known.Contains(Place(term)) && IsTold(term, added)).Select(term => new AgreementChange(term.Clause, term.Name, null, term.Value)),
        ];
    }

    // A clause that comes or goes as a whole is one change, not twenty.
    private static bool IsTold(Term term, HashSet<string> wholeClauses) =>
        term.Clause is null || !wholeClauses.Contains(term.Clause) || string.Equals(term.Name, AgreementTerms.Whole, StringComparison.Ordinal);

    private static AgreementChange? Change(Term before, Term? after) => after switch
    {
        null => new AgreementChange(before.Clause, before.Name, before.Value, null),
        _ when string.Equals(before.Value, after.Value, StringComparison.Ordinal) => null,
        _ => new AgreementChange(before.Clause, before.Name, before.Value, after.Value, Effect(before, after)),
    };

    // Stairs may move both ways at once, so only plain numbers are called tighter or looser.
    private static string Effect(Term before, Term after) =>
        before.Limit is { By: null, Stairs: [var old] } && after.Limit is { By: null, Stairs: [var young] } && before.Sign == after.Sign
            ? (young.Value - old.Value) * before.Sign < 0 ? "tighter" : "looser"
            : "";

    private static IEnumerable<string> Clauses(Agreement agreement) => agreement.Clauses.Select(clause => clause.Id);

    private static (string? Clause, string Name) Place(Term term) => (term.Clause, term.Name);
}
