using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;

namespace Plimsoll.Agreements;

/// <summary>
/// The smallest changes of values that would begin or end a colour in the finding's period, over all conditions of the clause: which
/// and how many are enough is tried out and not concluded from the condition that leads. A colour that takes several periods to enter or
/// leave follows only when the change lasts.
/// </summary>
public static class WhatWouldChange
{
    // Past a strict limit by less than any published figure tells apart.
    private const decimal Hair = 0.000_000_000_001m;

    // A share beyond which nobody asks what is the least.
    private const decimal Far = 1e9m;
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
        var held = level == "red" ? finding.Zone == Zone.Red : finding.Zone is Zone.Red or Zone.Amber or Zone.Recovering;
        List<Dictionary<string, decimal?>> Now() => [.. sides.Select(SideValues.Values)];
        var crossed = On(clause, Now(), day, level, held);
        var ends = crossed == Truth.Yes || (crossed == Truth.Unknown && held);
        var wanted = ends ? Truth.No : Truth.Yes;
        bool Reached(List<Dictionary<string, decimal?>> values) => On(clause, values, day, level, held) == wanted;
        var moves = sides.Index()
            .SelectMany(side => Moves(clause, side.Item, day, level, held, ends).Select(distance => (Side: side.Index, Distance: distance)))
            .OrderBy(move => Math.Abs(move.Distance.Share ?? decimal.MaxValue))
            .ToList();
        bool Suffices(IReadOnlyList<int> chosen)
        {
            var values = Now();
            foreach (var (side, distance) in chosen.Select(i => moves[i]))
            {
                values[side][distance.Indicator] = distance.At + (distance.MustPass ? Step(clause, distance, ends) : 0m);
            }

            return Reached(values);
        }

        var sets = SmallestSets.Of(moves.Count, Suffices);
        return sets.Count == 0 ? null : Told(new ColourChange(level, held, ends, 0, []), sets, [.. moves.Select(move => move.Distance)]);
    }

    // Either any so many of those that are listed, or, where not every choice of so many is enough, the one that is the least in proportion.
    private static ColourChange Told(ColourChange change, IReadOnlyList<IReadOnlyList<int>> sets, IReadOnlyList<Distance> distances)
    {
        var named = sets.SelectMany(set => set).Distinct().Order().ToList();
        var any = sets.Count == SmallestSets.Choices(named.Count, sets[0].Count);
        var told = any ? named : sets.MinBy(set => set.Sum(i => Math.Min(Far, Math.Abs(distances[i].Share ?? Far))))!;
        return change with { Needed = sets[0].Count, Changes = [.. told.Select(i => distances[i])], OtherWays = !any };
    }

    private static decimal Step(Clause clause, Distance distance, bool ends) =>
        Math.Sign(distance.Change == 0 ? Outward(clause, distance, ends) : distance.Change) * Hair * Math.Max(1m, Math.Abs(distance.At));

    // Where a value lies exactly on a strict limit, it must still go past it.
    private static int Outward(Clause clause, Distance distance, bool ends)
    {
        var comparator = distance.Limit == "floor" ? clause.Materiality!.Comparator : clause.Condition.Thresholds.First(t => t.Indicator == distance.Indicator).Comparator;
        return ends ? -comparator.Sign() : comparator.Sign();
    }

    // Whether the level is crossed, or held once it was entered, over all sides and conditions.
    private static Truth On(Clause clause, List<Dictionary<string, decimal?>> sides, DateOnly day, string level, bool held)
    {
        var crossing = Crossing.AtLeast(
            clause.Basis == Basis.Both ? sides.Count : 1,
            sides.ConvertAll(values => clause.Condition.Evaluate(values, day).Crossing & Crossing.All(clause.Materiality?.IsMaterial(values) ?? Truth.Yes)));
        return (level, held) switch
        {
            ("red", true) => crossing.HoldsRed,
            ("red", false) => crossing.Red,
            (_, true) => crossing.HoldsAmber,
            _ => crossing.Amber,
        };
    }

    // Every value of a side that stands on the wrong side of its limit for what is wanted.
    private static IEnumerable<Distance> Moves(Clause clause, IReadOnlyDictionary<string, Reading> side, DateOnly day, string level, bool held, bool ends)
    {
        var values = SideValues.Values(side);
        foreach (var threshold in clause.Condition.Thresholds)
        {
            if (threshold.On(day) is { } limits && Limit(limits, level, held) is var (name, limit) && limit.At(values) is { } at
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

    private static (string Name, Limit Limit)? Limit(DatedLimits limits, string level, bool held) => (level, held) switch
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
