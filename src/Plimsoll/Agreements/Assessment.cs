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
        var held = periods.Select(period => PeriodAssessment.Of(clause, period, need => read(need, period))).ToList();
        var states = ZoneHistory.Fold(held.Select(one => one.Outcome), clause.Persistence);
        return
        [
            .. held.Select((one, i) => new Finding(
                $"{agreement.Id}/{clause.Id}@{subject.Reporter}.{subject.Partner}.{subject.Product}/{periods[i]}",
                agreement.Id,
                clause.Id,
                subject,
                periods[i],
                states[i].Zone,
                i == 0 ? Zone.NotAssessable : states[i - 1].Zone,
                one.Readings,
                one.Thresholds,
                clause.Basis.ToString().ToLowerInvariant(),
                agreement.Status,
                vintage.AsOf,
                vintage.KnownAt,
                vintage.Releases,
                states[i].Zone == Zone.NotAssessable ? one.Reason : null)),
        ];
    }
}
