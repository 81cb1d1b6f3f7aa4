using Plimsoll.Trade;
using static Plimsoll.Consultations.CaseState;

namespace Plimsoll.Consultations.Entries;

/// <summary>
/// Where one case stands while its steps are read. A step to talks is taken by one party, and the other may confirm it. An outcome other
/// than a dispute, and the end of the case, need every party: until the last of them has entered the same, they are proposals.
/// </summary>
/// <param name="parties">Origins of the logs that have a say.</param>
internal sealed class CaseSteps(IReadOnlyList<string> parties)
{
    private readonly List<CaseStep> taken = [];
    private readonly List<(CaseStep Step, bool Stands)> proposals = [];
    private readonly List<(CaseStep Step, long Index)> early = [];
    private readonly Dictionary<string, long> reached = new(StringComparer.Ordinal);
    private readonly HashSet<string> here = new(StringComparer.Ordinal);

    internal CaseState State { get; private set; } = EarlyWarning;

    /// <summary>What stands now; null before it, and again when the case went back to talks.</summary>
    internal CaseOutcome? Outcome { get; private set; }

    /// <summary>In order.</summary>
    internal IReadOnlyList<CaseStep> Taken => taken;

    /// <summary>Those that were not taken, in order.</summary>
    internal IReadOnlyList<CaseProposal> Proposals => proposals.ConvertAll(one => new CaseProposal(one.Step, one.Stands ? [.. parties.Where(party => !Agrees(party, one.Step))] : []));

    /// <summary>Steps that followed what never was, or were taken before.</summary>
    internal IEnumerable<BookFault> Faults => early.Select(one => new BookFault(one.Step.By, one.Index, Refused(one.Step)));

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

        if (!TryTake(step, index))
        {
            early.Add((step, index));
            return null;
        }

        // Never against the order of its author's own log.
        while (early.FindIndex(one => one.Index > reached.GetValueOrDefault(one.Step.By, -1) && CanTake(one.Step)) is >= 0 and var place)
        {
            var waiting = early[place];
            early.RemoveAt(place);
            TryTake(waiting.Step, waiting.Index);
        }

        return null;
    }

    private static Fault? Unfounded(CaseStep step)
    {
        if (step.To != Closed && (step.To == CaseState.Outcome) != (step.Outcome is not null))
        {
            return new Fault("CON-0005", "The step to the outcome says which, and no other step does.", Spelt.Of(step.To));
        }

        return step.Outcome == CaseOutcome.Measure && step.To != Closed && (step.TakenBy is null || step.Reference is null)
            ? new Fault("CON-0005", "An outcome that is a measure says who says that it took one, and where it is published.", step.Note)
            : null;
    }

    private bool CanTake(CaseStep step) => !AnswersItself(step) && (Confirms(step) || Follows(step) || ConfirmsLate(step) || AcknowledgesLate(step));

    private bool AnswersItself(CaseStep step) => step.To == Acknowledged && parties.Count > 1 && taken.Find(one => one.To == Notified)?.By == step.By;

    private bool TryTake(CaseStep step, long index)
    {
        if (!CanTake(step))
        {
            return false;
        }

        reached[step.By] = index;
        if (Confirms(step))
        {
            taken.Add(step with { Confirms = true });
            here.Add(step.By);
        }
        else if (!Follows(step))
        {
            taken.Add(step with { Confirms = ConfirmsLate(step) });
        }
        else if (NeedsAll(step))
        {
            Propose(step);
        }
        else
        {
            Move(step);
        }

        return true;
    }

    private static bool NeedsAll(CaseStep step) => step.To == Closed || (step.Outcome is { } outcome && outcome != CaseOutcome.Disputed);

    // Where it does not, its author saw the case elsewhere, or closes on another outcome than the one that stands.
    private bool Follows(CaseStep step) =>
        State == step.From && CaseTransitions.Allow(State, step.To) && !(step.To == Closed && step.Outcome is { } on && on != Outcome)
        && !(step.To == CaseState.Outcome && State == step.To && step.Outcome == Outcome && step.Outcome == CaseOutcome.Disputed);

    private bool Confirms(CaseStep step) => State == step.To && !NeedsAll(step) && step.Outcome == Outcome && here.Count > 0 && !here.Contains(step.By);

    // One party may go on before the other has confirmed where they were. It can still say so, and that moves nothing.
    private bool ConfirmsLate(CaseStep step) =>
        step.Outcome is null && !NeedsAll(step) && taken.Exists(one => one.To == step.To && one.By != step.By) && !taken.Exists(one => one.To == step.To && one.By == step.By);

    // The party that notified may go on to talks before the other has said that it knows; that can still be said, and moves nothing.
    private bool AcknowledgesLate(CaseStep step) =>
        step.To == Acknowledged && State is TechnicalTalks or PoliticalConsultation or CaseState.Outcome
        && taken.Exists(one => one.To == Notified) && !taken.Exists(one => one.To == Acknowledged && one.By == step.By);

    private void Propose(CaseStep proposed)
    {
        var step = proposed.To == Closed ? proposed with { Outcome = Outcome } : proposed;
        Rest(one => one.By == step.By);
        proposals.Add((step, true));
        if (!parties.All(party => Agrees(party, step)))
        {
            return;
        }

        // The one that was entered first is the step, and the others confirm it.
        var agreed = proposals.FindAll(one => one.Stands && IsSame(one.Step, step)).ConvertAll(one => one.Step);
        proposals.RemoveAll(one => one.Stands && IsSame(one.Step, step));
        Move(agreed[0]);
        taken.AddRange(agreed.Skip(1).Select(one => one with { Confirms = true }));
        here.UnionWith(parties);
    }

    private void Move(CaseStep step)
    {
        (State, Outcome) = (step.To, step.To == Closed ? Outcome : step.Outcome);
        taken.Add(step);
        here.Clear();
        here.Add(step.By);
        Rest(_ => true);
    }

    // Each party has one proposal at a time, and a case that moved on leaves all behind.
    private void Rest(Func<CaseStep, bool> which)
    {
        for (var i = 0; i < proposals.Count; i++)
        {
            proposals[i] = (proposals[i].Step, proposals[i].Stands && !which(proposals[i].Step));
        }
    }

    private bool Agrees(string party, CaseStep step) => proposals.Exists(one => one.Stands && one.Step.By == party && IsSame(one.Step, step));

    // What is undertaken is in the document; without one it is in the words.
    private static bool IsSame(CaseStep one, CaseStep other) => (one.To, one.Outcome, one.TakenBy, one.Reference, Words(one)) == (other.To, other.Outcome, other.TakenBy, other.Reference, Words(other));

    private static string? Words(CaseStep step) => step is { To: CaseState.Outcome, Outcome: CaseOutcome.Undertaking, Reference: null } ? step.Note : null;

    private Fault Refused(CaseStep step) => AnswersItself(step)
        ? new Fault("CON-0015", "Whoever notified a case does not acknowledge it: that is for the other party.", step.By)
        : new Fault(
            "CON-0003",
            $"From {Spelt.Of(step.From)} a case goes to {Or(CaseTransitions.From(step.From))}; and this one was not there, or the step had been entered.",
            $"{Spelt.Of(step.From)} to {Spelt.Of(step.To)}");

    private static string Or(IReadOnlyList<CaseState> states) => states.Count == 0 ? "nothing" : string.Join(" or ", states.Select(Spelt.Of));
}
