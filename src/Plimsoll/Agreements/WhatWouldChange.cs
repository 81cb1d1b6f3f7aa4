using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;

namespace Plimsoll.Agreements;

/// <summary>
/// The smallest changes of values that would begin or end a colour in the finding's period, over all conditions of the clause: whether
/// one change is enough is tried out and not concluded from the condition that leads. A colour that takes several periods to enter or
/// leave follows only when the change lasts.
/// </summary>
public static class WhatWouldChange
{
    // Past a strict limit by less than any published figure tells apart.
    private const decimal Hair = 0.000_000_000_001m;
    private static readonly string[] Levels = ["amber", "red"];

    /// <summary>For amber and red what would begin or end it; a level that no change of a known value reaches is left out.</summary>
    public static IReadOnlyList<ColourChange> Of(Clause clause, Finding finding)
    {
        var day = finding.Period.End.Plus(1).FirstDay.AddDays(-1);
        var sides = SideValues.Of(clause, finding);
        return [.. Levels.Select(level => Of(clause, finding, sides, day, level)).OfType<ColourChange>()];
    }

    private static ColourChange? Of(Clause clause, Finding finding, IReadOnlyList<IReadOnlyDictionary<string, Reading>> sides, DateOnly day, string level)
    {
        var ends = level == "red" ? finding.Zone == Zone.Red : finding.Zone is Zone.Red or Zone.Amber or Zone.Recovering;
        var wanted = ends ? Truth.No : Truth.Yes;
        List<Dictionary<string, decimal?>> Now() => [.. sides.Select(SideValues.Values)];
        bool Reached(List<Dictionary<string, decimal?>> values) => On(clause, values, day, level, ends) == wanted;
        if (Reached(Now()))
        {
            return null;
        }

        var moves = sides.Index()
            .SelectMany(side => Moves(clause, side.Item, day, level, ends).Select(distance => (Side: side.Index, Distance: distance)))
            .OrderBy(move => Math.Abs(move.Distance.Share ?? decimal.MaxValue))
            .ToList();
        void Make(List<Dictionary<string, decimal?>> values, (int Side, Distance Distance) move) =>
            values[move.Side][move.Distance.Indicator] = move.Distance.At + (move.Distance.MustPass ? Math.Sign(move.Distance.Change == 0 ? Outward(clause, move.Distance, ends) : move.Distance.Change) * Hair * Math.Max(1m, Math.Abs(move.Distance.At)) : 0m);
        var alone = moves.FindAll(move =>
        {
            var values = Now();
            Make(values, move);
            return Reached(values);
        });
        if (alone.Count > 0)
        {
            return new ColourChange(level, ends, 1, [.. alone.Select(move => move.Distance)]);
        }

        var together = Now();
        var needed = moves.TakeWhile(move =>
        {
            var go = !Reached(together);
            if (go)
            {
                Make(together, move);
            }

            return go;
        }).Count();
        return needed > 0 && Reached(together) ? new ColourChange(level, ends, needed, [.. moves.Select(move => move.Distance)]) : null;
    }

    // Where a value lies exactly on a strict limit, it must still go past it.
    private static int Outward(Clause clause, Distance distance, bool ends)
    {
        var comparator = distance.Limit == "floor" ? clause.Materiality!.Comparator : clause.Condition.Thresholds.First(t => t.Indicator == distance.Indicator).Comparator;
        return ends ? -comparator.Sign() : comparator.Sign();
    }

    // Whether the level is crossed, or held once it was entered, over all sides and conditions.
    private static Truth On(Clause clause, List<Dictionary<string, decimal?>> sides, DateOnly day, string level, bool ends)
    {
        var crossing = Crossing.AtLeast(
            clause.Basis == Basis.Both ? sides.Count : 1,
            sides.ConvertAll(values => clause.Condition.Evaluate(values, day).Crossing & Crossing.All(clause.Materiality?.IsMaterial(values) ?? Truth.Yes)));
        return (level, ends) switch
        {
            ("red", true) => crossing.HoldsRed,
            ("red", false) => crossing.Red,
            (_, true) => crossing.HoldsAmber,
            _ => crossing.Amber,
        };
    }

    // Every value of a side that stands on the wrong side of its limit for what is wanted.
    private static IEnumerable<Distance> Moves(Clause clause, IReadOnlyDictionary<string, Reading> side, DateOnly day, string level, bool ends)
    {
        var values = SideValues.Values(side);
        foreach (var threshold in clause.Condition.Thresholds)
        {
            if (threshold.On(day) is { } limits && Limit(limits, level, ends) is var (name, limit) && limit.At(values) is { } at
                && To(side, threshold.Indicator, name, at, threshold.Comparator, ends) is { } distance)
            {
                yield return distance;
            }
        }

        if (clause.Materiality is { } floor && To(side, floor.Indicator, "floor", floor.Value, floor.Comparator, ends) is { } small)
        {
            yield return small;
        }
    }

    private static (string Name, Limit Limit)? Limit(DatedLimits limits, string level, bool ends) => (level, ends) switch
    {
        ("red", true) when limits.ExitRed is { } exit => ("exit_red", exit),
        ("amber", true) when limits.ExitAmber is { } exit => ("exit_amber", exit),
        ("red", _) => limits.Red is { } red ? ("red", red) : null,
        _ => (limits.Amber ?? limits.Red) is { } amber ? ("amber", amber) : null,
    };

    private static Distance? To(IReadOnlyDictionary<string, Reading> side, string indicator, string name, decimal at, Comparator comparator, bool ends) =>
        side.GetValueOrDefault(indicator) is { Value: { } value } reading && comparator.IsCrossed(value, at) == ends
            ? new Distance(indicator, reading.Unit, reading.Valuation, name, at, at - value, value == 0 ? null : (at - value) / Math.Abs(value), ends != comparator.IsStrict())
            : null;
}
