using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;

namespace Plimsoll.Agreements;

/// <summary>Flows that cross the limits and are too small to count.</summary>
public static class BelowFloor
{
    /// <summary>The reading of the clause's floor where it decides: the limits are crossed and the flow is below the floor. Null otherwise.</summary>
    public static Reading? Of(Clause clause, Finding finding)
    {
        if (clause.Materiality is not { } floor || finding.Zone is Zone.Red or Zone.Amber || finding.Readings.Count == 0)
        {
            return null;
        }

        var side = SideValues.Of(clause, finding)[0];
        var crossed = clause.Condition.Evaluate(SideValues.Values(side), finding.Period.End.Plus(1).FirstDay.AddDays(-1)).Crossing.Amber;
        var size = side.GetValueOrDefault(floor.Indicator);
        return crossed == Truth.Yes && size?.Value is { } value && !floor.Comparator.IsCrossed(value, floor.Value) ? size : null;
    }
}
