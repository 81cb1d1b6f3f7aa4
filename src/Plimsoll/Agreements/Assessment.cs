using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>Holds a clause against readings. Pure: the same readings give the same findings.</summary>
public static class Assessment
{
    /// <summary>One finding for each period, in the same order.</summary>
    /// <param name="agreement">The agreement that the clause belongs to.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="subject">One subject of <see cref="Clause.Applies"/>.</param>
    /// <param name="periods">Consecutive periods, oldest first; persistence and previous zones look back over these only.</param>
    /// <param name="read">The reading for one of <see cref="Clause.Needs"/>; a reading without value when there is none.</param>
    /// <param name="vintage">What the readings were made from.</param>
    public static IReadOnlyList<Finding> Assess(
        Agreement agreement,
        Clause clause,
        Subject subject,
        IReadOnlyList<Period> periods,
        Func<IndicatorNeed, Period, Reading> read,
        ReadVintage vintage)
    {
        var needs = clause.Needs;
        var held = periods.Select(period => PeriodAssessment.Of(clause, needs, period, need => read(need, period))).ToList();
        var states = ZoneHistory.Fold(held.Select(one => one.Outcome), clause.Persistence);
        return [.. held.Select((one, i) => Finding(agreement, clause, subject, one, states[i].Zone, i == 0 ? Zone.NotAssessable : states[i - 1].Zone, vintage))];
    }

    /// <summary>The last of the findings that <see cref="Assess"/> gives, for sweeps: of earlier periods only what decides its zone is read.</summary>
    /// <inheritdoc cref="Assess"/>
    public static Finding AssessLast(
        Agreement agreement,
        Clause clause,
        Subject subject,
        IReadOnlyList<Period> periods,
        Func<IndicatorNeed, Period, Reading> read,
        ReadVintage vintage)
    {
        var needs = clause.Needs;
        var last = PeriodAssessment.Of(clause, needs, periods[^1], need => read(need, periods[^1]));
        var earlier = periods.SkipLast(1).Select(period => PeriodAssessment.OutcomeOf(clause, needs, period, need => read(need, period)));
        var states = ZoneHistory.Fold(earlier.Append(last.Outcome), clause.Persistence);
        return Finding(agreement, clause, subject, last, states[^1].Zone, periods.Count == 1 ? Zone.NotAssessable : states[^2].Zone, vintage);
    }

    private static Finding Finding(
        Agreement agreement, Clause clause, Subject subject, PeriodAssessment held, Zone zone, Zone previous, ReadVintage vintage) => new(
        $"{agreement.Id}/{clause.Id}@{subject.Reporter}.{subject.Partner}.{subject.Product}/{held.Outcome.Period}",
        agreement.Id,
        clause.Id,
        subject,
        held.Outcome.Period,
        zone,
        previous,
        held.Readings,
        held.Thresholds,
        Word<Terms.Basis>.Of(clause.Basis),
        agreement.Status,
        vintage.AsOf,
        vintage.KnownAt,
        vintage.Releases,
        zone == Zone.NotAssessable ? held.Reason : null);
}
