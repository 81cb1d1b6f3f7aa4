using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>One clause in one period, before the periods around it are looked at.</summary>
internal sealed record PeriodAssessment(PeriodOutcome Outcome, IReadOnlyList<Reading> Readings, AppliedThresholds Thresholds, Fault? Reason)
{
    internal static PeriodAssessment Of(Clause clause, IReadOnlyList<IndicatorNeed> needs, Period period, Func<IndicatorNeed, Reading> read)
    {
        // A period is judged by the limits in force on its last day.
        var day = period.End.Plus(1).FirstDay.AddDays(-1);
        var sides = clause.Sides.Select(side => Side.Of(clause, [.. needs.Where(need => need.Figures == side)], day, read)).ToList();
        var k = clause.Basis == Basis.Both ? sides.Count : 1;
        var deciding = sides.OrderByDescending(side => side.Outcome.Severity).ElementAt(k - 1);
        var crossing = Crossing.AtLeast(k, sides.ConvertAll(side => side.Crossing));
        return new PeriodAssessment(
            new PeriodOutcome(period, crossing),
            [.. sides.OrderBy(side => side != deciding).SelectMany(side => side.Readings)],
            deciding.Applied(day),
            crossing.Amber == Truth.Unknown ? Why(clause, day, sides) : null);
    }

    /// <summary>As <see cref="Of"/>, without what only the last period shows: a flow that is too small crosses nothing, and the other readings are not made.</summary>
    internal static PeriodOutcome OutcomeOf(Clause clause, IReadOnlyList<IndicatorNeed> needs, Period period, Func<IndicatorNeed, Reading> read) =>
        clause.Materiality is { } floor && clause.Sides.All(side => IsTooSmall(clause, floor, read(new IndicatorNeed(floor.Indicator, side))))
            ? new PeriodOutcome(period, Crossing.All(Truth.No))
            : Of(clause, needs, period, read).Outcome;

    private static bool IsTooSmall(Clause clause, MaterialityFloor floor, Reading reading) =>
        clause.Quality.Refuse(reading) is null && reading.Value is { } value && !floor.Comparator.IsCrossed(value, floor.Value);

    private static Fault Why(Clause clause, DateOnly day, List<Side> sides) =>
        clause.Condition.Thresholds.FirstOrDefault(threshold => threshold.On(day) is null) is { } early
            ? new Fault("AGR-0101", $"No limit of '{early.Id}' was in force yet; the first applies from {early.Values[0].Effective:yyyy-MM-dd}.")
            : sides.SelectMany(side => side.Refused).First();

    /// <summary>The clause on one party's figures.</summary>
    private sealed record Side(ConditionOutcome Outcome, Crossing Crossing, IReadOnlyDictionary<string, decimal?> Values, IReadOnlyList<Reading> Readings, IReadOnlyList<Fault> Refused)
    {
        internal static Side Of(Clause clause, IReadOnlyList<IndicatorNeed> own, DateOnly day, Func<IndicatorNeed, Reading> read)
        {
            var needs = own.Select(need => (need.Indicator, Reading: read(need))).ToList();
            var refusals = needs.Select(need => clause.Quality.Refuse(need.Reading)).ToList();
            var values = needs.Zip(refusals).ToDictionary(
                pair => pair.First.Indicator, pair => pair.Second is null ? pair.First.Reading.Value : null, StringComparer.Ordinal);
            var outcome = clause.Condition.Evaluate(values, day);
            var material = clause.Materiality?.IsMaterial(values) ?? Truth.Yes;
            return new Side(
                outcome,
                outcome.Crossing & Crossing.All(material),
                values,
                [.. needs.OrderBy(need => !string.Equals(need.Indicator, outcome.Leading.Indicator, StringComparison.Ordinal)).Select(need => need.Reading)],
                [.. refusals.OfType<Fault>()]);
        }

        internal AppliedThresholds Applied(DateOnly day)
        {
            var symbol = Outcome.Leading.Comparator.Symbol();
            return Outcome.Leading.On(day) is { } limits
                ? new AppliedThresholds(
                    limits.Amber?.At(Values), limits.Red?.At(Values), symbol, limits.Effective, limits.ExitAmber?.At(Values), limits.ExitRed?.At(Values))
                : new AppliedThresholds(null, null, symbol, Outcome.Leading.Values[0].Effective);
        }
    }
}
