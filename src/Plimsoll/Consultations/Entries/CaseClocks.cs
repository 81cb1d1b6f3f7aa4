using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>The deadlines of one case: what started them, who has met them, and which lapsed.</summary>
/// <param name="codes">Codes of the parties, whose calendars count.</param>
/// <param name="parties">Origins of the logs that have a say.</param>
internal sealed class CaseClocks(IReadOnlyList<string> codes, IReadOnlyList<string> parties)
{
    private static readonly CaseState[] Talks = [CaseState.TechnicalTalks, CaseState.PoliticalConsultation, CaseState.Outcome, CaseState.Closed];
    private static readonly CaseState[] Answers = [CaseState.Acknowledged, .. Talks];

    private readonly List<(string Deadline, Entry Entry)> lapses = [];
    private readonly Dictionary<string, CaseClock> clocks = new(StringComparer.Ordinal);
    private string? first;

    /// <summary>
    /// Starts the clock of a clause. A log could win days by being first: where two say different things of one clause, the shorter
    /// counts, from the day of the first.
    /// </summary>
    internal Fault? Start(string clause, CaseClock started)
    {
        clocks.TryAdd(clause, started);
        first ??= clause;
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

    internal void Lapse(string deadline, Entry entry) => lapses.Add((deadline, entry));

    /// <summary>The deadlines in the order in which they started, with the faults of lapses that did not happen.</summary>
    internal (IReadOnlyList<CaseDeadline> Deadlines, IReadOnlyList<BookFault> Faults) Build(IReadOnlyList<CaseStep> steps, CaseTerms terms)
    {
        var (deadlines, faults) = (Deadlines(steps, terms).ToList(), new List<BookFault>());
        foreach (var (deadline, entry) in lapses)
        {
            var day = DateOnly.FromDateTime(entry.At.UtcDateTime);
            var place = deadlines.FindIndex(one => one.Id == deadline);
            if (place < 0 || deadlines[place].Due is not { Provisional: null } due || day <= due.Day || deadlines[place].MetOn <= due.Day)
            {
                faults.Add(new BookFault(entry.Log, entry.Index, new Fault("CON-0009", "The case has no such deadline, or it was met, or its last day was not over or may still move.", deadline)));
            }
            else
            {
                deadlines[place] = deadlines[place] with { LapsedOn = deadlines[place].LapsedOn ?? day };
            }
        }

        return (deadlines, faults);
    }

    // Five working days are about seven of the calendar; which is which hangs on no calendar of the reader.
    private static int Length(CaseClock clock) => clock.Clock.Days * (clock.Clock.WorkingDays ? 7 : 5);

    private IEnumerable<CaseDeadline> Deadlines(IReadOnlyList<CaseStep> steps, CaseTerms terms)
    {
        if (first is { } clause && clocks[clause] is var running)
        {
            var count = terms.Count(running.Clock, running.Parties);
            yield return Met(new CaseDeadline("consultation", Talks, running.From, running.Clock.Days, count.Words, count.After(running.From, running.Clock.Days), parties, MetOn: null, LapsedOn: null), steps);
        }

        // An acknowledgement is for the others; who has signed with nobody speaks for both.
        var notified = steps.Index().Where(step => step.Item.To == CaseState.Notified).Select(step => (int?)step.Index).FirstOrDefault();
        if (notified is { } place)
        {
            IReadOnlyList<string> others = [.. parties.Where(party => party != steps[place].By)];
            var (day, count) = (DayOf(steps[place]), terms.Count(terms.Acknowledgement, codes));
            yield return Met(
                new CaseDeadline("acknowledgement", Answers, day, terms.Acknowledgement.Days, count.Words, count.After(day, terms.Acknowledgement.Days), others.Count == 0 ? parties : others, MetOn: null, LapsedOn: null),
                steps.Skip(place));
        }
    }

    // Nobody meets a deadline for somebody else: it is met when each of those who have to has entered such a step.
    private static CaseDeadline Met(CaseDeadline open, IEnumerable<CaseStep> steps)
    {
        var met = steps.Where(step => open.MetBy.Contains(step.To)).GroupBy(step => step.By, StringComparer.Ordinal).ToDictionary(log => log.Key, log => DayOf(log.First()), StringComparer.Ordinal);
        return open with
        {
            WaitsFor = [.. open.WaitsFor.Where(party => !met.ContainsKey(party))],
            MetOn = open.WaitsFor.All(met.ContainsKey) ? open.WaitsFor.Max(party => met[party]) : null,
        };
    }

    private static DateOnly DayOf(CaseStep step) => DateOnly.FromDateTime(step.At.UtcDateTime);
}
