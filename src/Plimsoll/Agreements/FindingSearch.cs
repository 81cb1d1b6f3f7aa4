using Plimsoll.Agreements.Yaml;
using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>Finds the finding that a person wrote: with or without the agreement before it, and with or without the period behind it.</summary>
public static class FindingSearch
{
    /// <summary>
    /// The id of <c>clause@REPORTER.PARTNER.PRODUCT</c>, whose period is the one that the board shows, or of <c>…/period</c>. Fault
    /// <c>AGR-0110</c> when it is no such text, <c>CLI-0021</c>, with what is near, when the agreement has no such clause or subject.
    /// </summary>
    public static Parsed<FindingId> Find(AgreementRun run, Agreement agreement, string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var named = at >= 0 && text[..at].Contains('/', StringComparison.Ordinal);
        var whole = named ? text : $"{agreement.Id}/{text}";
        at = whole.IndexOf('@', StringComparison.Ordinal);
        if (at < 0 || whole.IndexOf('/', at) > 0)
        {
            var parsed = FindingId.Parse(whole);
            return parsed.Ok && agreement.Clauses.FirstOrDefault(c => c.Id == parsed.Value.Clause) is null ? UnknownClause(agreement, parsed.Value.Clause, text) : parsed;
        }

        var clauseId = whole[(whole.IndexOf('/', StringComparison.Ordinal) + 1)..at];
        if (agreement.Clauses.FirstOrDefault(c => c.Id == clauseId) is not { } clause)
        {
            return UnknownClause(agreement, clauseId, text);
        }

        var findings = run.Assess(agreement, clause, CancellationToken.None).Select(f => FindingId.Parse(f.Id).Value).ToList();
        var subject = whole[(at + 1)..];
        return findings.Find(id => id.Subject == subject)
            ?? (Parsed<FindingId>)new Fault("CLI-0021", $"The clause {clauseId} has no such subject.{Nearest.Hint(subject, findings.Select(id => id.Subject))} 'plimsoll monitor' lists the findings.", text);
    }

    private static Fault UnknownClause(Agreement agreement, string clause, string text) =>
        new("CLI-0021", $"{agreement.Id} has no clause '{clause}'.{Nearest.Hint(clause, agreement.Clauses.Select(c => c.Id))} 'plimsoll monitor' lists the findings.", text);
}
