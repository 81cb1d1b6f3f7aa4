using System.Globalization;
using Plimsoll.Consultations;

namespace Plimsoll.Host.Cases;

/// <summary>A case as JSON. The names are a public surface.</summary>
internal static class CaseDocument
{
    internal static object Of(Case one) => new
    {
        one.Id,
        one.Scope.Agreement,
        one.Scope.Sector,
        one.Scope.Pair,
        one.Status,
        State = Spelt.Of(one.State),
        Outcome = one.Outcome is { } outcome ? Spelt.Of(outcome) : null,
        one.Parties,
        one.OpenedAt,
        one.OpenedBy,
        NextStates = CaseTransitions.From(one.State).Select(Spelt.Of),
        Findings = one.Findings.Select(finding => new
        {
            finding.Id,
            Effect = Spelt.Of(finding.Effect),
            finding.Status,
            finding.Limits,
            Since = Day(finding.Since),
            finding.Withdrawn,
            finding.WithdrawnBy,
            finding.Then,
            finding.Now,
            finding.Vintages,
        }),
        Deadlines = one.Deadlines.Select(deadline => new
        {
            deadline.Id,
            MetBy = deadline.MetBy.Select(Spelt.Of),
            From = Day(deadline.From),
            deadline.Days,
            deadline.Count,
            Due = Day(deadline.Due.Day),
            deadline.Due.Provisional,
            deadline.WaitsFor,
            MetOn = Day(deadline.MetOn),
            deadline.Late,
            LapsedOn = Day(deadline.LapsedOn),
        }),
        Steps = one.Steps.Select(Step),
        Proposals = one.Proposals.Select(proposal => new { Step = Step(proposal.Step), proposal.Stands, proposal.WaitsFor }),
        one.Positions,
    };

    private static object Step(CaseStep step) => new
    {
        From = Spelt.Of(step.From),
        To = Spelt.Of(step.To),
        step.By,
        step.At,
        step.Note,
        step.Link,
        step.Confirms,
        Outcome = step.Outcome is { } said ? Spelt.Of(said) : null,
        step.TakenBy,
        step.Reference,
    };

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
