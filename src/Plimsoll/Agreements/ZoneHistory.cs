using Plimsoll.Agreements.Terms;

namespace Plimsoll.Agreements;

/// <summary>
/// The zones of consecutive periods. A colour is entered when its limit is crossed in k of the last n periods, and left when the
/// reading is back inside the exit limit in k of the last n; a period that cannot be assessed counts for neither.
/// See docs/methods/zones.md.
/// </summary>
public static class ZoneHistory
{
    /// <summary>One state for each outcome, in the same order.</summary>
    /// <param name="outcomes">Consecutive periods, oldest first.</param>
    /// <param name="persistence">The clause's k and n.</param>
    public static IReadOnlyList<ZoneState> Fold(IEnumerable<PeriodOutcome> outcomes, Persistence persistence)
    {
        var states = new List<ZoneState>();
        var recent = new Queue<Crossing>();
        var settled = Zone.Green;
        foreach (var outcome in outcomes)
        {
            recent.Enqueue(outcome.Crossing);
            if (recent.Count > persistence.N)
            {
                recent.Dequeue();
            }

            settled = Settle(settled, recent, persistence.K);
            states.Add(new ZoneState(outcome.Period, Shown(settled, outcome.Crossing.Amber), settled));
        }

        return states;
    }

    private static Zone Settle(Zone settled, Queue<Crossing> recent, int k)
    {
        // Entering has the last word: with k at most half of n, the same periods can ask for both.
        if (recent.Count(crossing => crossing.Red == Truth.Yes) >= k)
        {
            return Zone.Red;
        }

        var leftRed = settled == Zone.Red && recent.Count(crossing => crossing.HoldsRed == Truth.No) >= k ? Zone.Amber : settled;
        var left = leftRed == Zone.Amber && recent.Count(crossing => crossing.HoldsAmber == Truth.No) >= k ? Zone.Green : leftRed;
        return left == Zone.Green && recent.Count(crossing => crossing.Amber == Truth.Yes) >= k ? Zone.Amber : left;
    }

    private static Zone Shown(Zone settled, Truth amber) => (settled, amber) switch
    {
        (_, Truth.Unknown) => Zone.NotAssessable,
        (Zone.Green, Truth.Yes) => Zone.Pending,
        (Zone.Amber or Zone.Red, Truth.No) => Zone.Recovering,
        _ => settled,
    };
}
