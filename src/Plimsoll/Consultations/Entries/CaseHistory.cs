using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>One case while the entries about it are read. An entry that cannot be gives a fault and changes nothing.</summary>
internal sealed class CaseHistory(string id, CaseScope scope, IReadOnlyList<string> parties, DateTimeOffset openedAt)
{
    private static readonly CaseState[] Talks = [CaseState.TechnicalTalks, CaseState.PoliticalConsultation, CaseState.Outcome, CaseState.Closed];

    private readonly List<string> openedBy = [];
    private readonly List<CaseFinding> findings = [];
    private readonly List<CaseStep> steps = [];
    private readonly List<CasePosition> positions = [];
    private readonly List<(string Deadline, Entry Entry)> lapses = [];
    private readonly List<(CaseStep Step, long Index)> early = [];
    private readonly Dictionary<string, CaseClock> clocks = new(StringComparer.Ordinal);
    private string? clockClause;
    private CaseState state = CaseState.EarlyWarning;

    internal Fault? Open(CaseScope again, string log)
    {
        if (again != scope)
        {
            return new Fault("CON-0008", $"The case was opened about {scope}, and cannot be about something else as well.", again.ToString());
        }

        if (!openedBy.Contains(log, StringComparer.Ordinal))
        {
            openedBy.Add(log);
        }

        return null;
    }

    internal static Fault WithoutFinding(string id) => new("CON-0001", "A case is opened or joined by a finding.", id);

    internal Fault? Join(CaseFinding? finding, CaseClock? started, DateTimeOffset at)
    {
        if (finding is null)
        {
            return WithoutFinding(id);
        }

        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var known = findings.FindIndex(one => one.Id == finding.Id);
        if (known < 0)
        {
            findings.Add(finding with { Since = day });
        }
        else
        {
            findings[known] = findings[known] with { Vintages = [.. findings[known].Vintages, finding.Now], Effect = finding.Effect, Withdrawn = false };
        }

        return started is null ? null : Start(CaseFinding.ClauseOf(finding.Id), started with { From = day });
    }

    // A log could win days by being first: where two say different things of one clause, the shorter counts, from the day of the first.
    private Fault? Start(string clause, CaseClock started)
    {
        clocks.TryAdd(clause, started);
        clockClause ??= clause;
        var known = clocks[clause];
        if (known.Clock == started.Clock)
        {
            return null;
        }

        if (Length(started) < Length(known))
        {
            clocks[clause] = started with { From = known.From };
        }

        return new Fault("CON-0008", "Two entries give the clause two clocks; the shorter counts.", clause);
    }

    // Five working days are about seven of the calendar; which is which hangs on no calendar of the reader.
    private static int Length(CaseClock clock) => clock.Clock.Days * (clock.Clock.WorkingDays ? 7 : 5);

    internal Fault? Withdraw(string finding, FindingVintage? now)
    {
        var known = findings.FindIndex(one => one.Id == finding);
        if (known < 0 || now is null)
        {
            return new Fault("CON-0007", "No such finding is in the case.", finding);
        }

        if (now.Zone is not ("green" or "pending"))
        {
            return new Fault("CON-0004", "A finding is withdrawn by one of green, pending.", now.Zone);
        }

        findings[known] = findings[known] with { Vintages = [.. findings[known].Vintages, now], Withdrawn = true };
        return null;
    }

    internal Fault? State(CasePosition position)
    {
        if (position.Finding is { } about && findings.TrueForAll(one => one.Id != about))
        {
            return new Fault("CON-0007", "No such finding is in the case.", about);
        }

        positions.Add(position);
        return null;
    }

    internal Fault? Lapse(string deadline, Entry entry)
    {
        lapses.Add((deadline, entry));
        return null;
    }

    /// <summary>
    /// Takes a step. One that follows another party's step may be dated before it, where clocks differ: it waits until the case is
    /// where its author saw it.
    /// </summary>
    internal Fault? Take(CaseStep step, long index)
    {
        if (Unfounded(step) is { } unfounded)
        {
            return unfounded;
        }

        if (state == step.To && steps.Count > 0 && !EnteredBy(step.By))
        {
            steps.Add(step with { Confirms = true });
            return null;
        }

        if (state != step.From || !CaseTransitions.Allow(state, step.To))
        {
            early.Add((step, index));
            return null;
        }

        state = step.To;
        steps.Add(step);
        var waiting = early.FindIndex(one => one.Step.From == state && (one.Step.By != step.By || one.Index > index));
        if (waiting >= 0)
        {
            var (next, place) = early[waiting];
            early.RemoveAt(waiting);
            return Take(next, place);
        }

        return null;
    }

    /// <summary>The case as it is, with the faults of lapses that did not happen.</summary>
    internal (Case Case, IReadOnlyList<BookFault> Faults) Build(CaseTerms terms)
    {
        var deadlines = Deadlines(terms).ToList();
        var faults = early.ConvertAll(one => new BookFault(one.Step.By, one.Index, Refused(one.Step)));
        foreach (var (deadline, entry) in lapses)
        {
            var day = DateOnly.FromDateTime(entry.At.UtcDateTime);
            var place = deadlines.FindIndex(one => one.Id == deadline);
            if (place < 0 || deadlines[place].Due is not { Provisional: null } due || day <= due.Day)
            {
                faults.Add(new BookFault(entry.Log, entry.Index, new Fault("CON-0009", "The case has no such deadline, or its last day was not over or may still move.", deadline)));
            }
            else
            {
                deadlines[place] = deadlines[place] with { LapsedOn = deadlines[place].LapsedOn ?? day };
            }
        }

        var outcome = steps.FindLast(step => step.Outcome is not null)?.Outcome;
        return (new Case(id, scope, state, openedAt, openedBy, findings, steps, deadlines, positions, outcome), faults);
    }

    private static Fault? Unfounded(CaseStep step)
    {
        if ((step.To == CaseState.Outcome) != (step.Outcome is not null))
        {
            return new Fault("CON-0005", "The step to the outcome says which, and no other step does.", Spelt.Of(step.To));
        }

        return step.Outcome == CaseOutcome.Measure && (step.TakenBy is null || step.Reference is null)
            ? new Fault("CON-0005", "An outcome that is a measure says who says that it took one, and where it is published.", step.Note)
            : null;
    }

    // Since the case came to the state where it is.
    private bool EnteredBy(string log) => steps.AsEnumerable().Reverse().TakeWhile(step => step.To == state).Any(step => step.By == log);

    private static Fault Refused(CaseStep step) => new(
        "CON-0003",
        $"From {Spelt.Of(step.From)} a case goes to {Or(CaseTransitions.From(step.From))}; and this one was not there, or the step had been entered.",
        $"{Spelt.Of(step.From)} to {Spelt.Of(step.To)}");

    private static string Or(IReadOnlyList<CaseState> states) => states.Count == 0 ? "nothing" : string.Join(" or ", states.Select(Spelt.Of));

    private IEnumerable<CaseDeadline> Deadlines(CaseTerms terms)
    {
        if (clockClause is { } clause && clocks[clause] is var running)
        {
            var count = terms.Count(running.Clock, running.Parties);
            yield return new CaseDeadline(
                "consultation", Talks, running.From, running.Clock.Days, count.Words, count.After(running.From, running.Clock.Days), MetOn(Talks, 0), LapsedOn: null);
        }

        var notified = steps.FindIndex(step => step.To == CaseState.Notified);
        if (notified >= 0)
        {
            CaseState[] answers = [CaseState.Acknowledged, .. Talks];
            var (day, count) = (DayOf(steps[notified]), terms.Count(terms.Acknowledgement, parties));
            yield return new CaseDeadline(
                "acknowledgement", answers, day, terms.Acknowledgement.Days, count.Words, count.After(day, terms.Acknowledgement.Days), MetOn(answers, notified), LapsedOn: null);
        }
    }

    private DateOnly? MetOn(CaseState[] states, int from) => steps.Skip(from).FirstOrDefault(step => states.Contains(step.To)) is { } met ? DayOf(met) : null;

    private static DateOnly DayOf(CaseStep step) => DateOnly.FromDateTime(step.At.UtcDateTime);
}
