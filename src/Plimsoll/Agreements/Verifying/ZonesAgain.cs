using Plimsoll.Agreements.Evidence;
using Plimsoll.Agreements.Terms;

namespace Plimsoll.Agreements.Verifying;

/// <summary>
/// Comparisons and zones decided a second time, from docs/methods/zones.md and not from the code of the assessment. Here an answer is
/// true, false or null for unknown.
/// </summary>
internal static class ZonesAgain
{
    private static readonly string[] Levels = ["amber", "red", "exit_amber", "exit_red"];

    /// <summary>Every value of a period against every limit of the clause.</summary>
    internal static IReadOnlyList<Computation.ComparisonPart> Comparisons(Clause clause, Computation.PeriodPart period)
    {
        var made = new List<Computation.ComparisonPart>();
        foreach (var side in clause.Sides)
        {
            var values = Values(clause, period, side);
            foreach (var threshold in clause.Condition.Thresholds)
            {
                made.AddRange(from level in Levels
                              let limit = LimitOn(threshold, level, period.JudgedOn)
                              where limit is not null
                              select Compare(side, threshold.Id, threshold.Indicator, threshold.Comparator, level, At(limit, values), values));
            }

            if (clause.Materiality is { } floor)
            {
                made.Add(Compare(side, "materiality", floor.Indicator, floor.Comparator, "floor", floor.Value, values));
            }
        }

        return made;
    }

    /// <summary>The zone of each period.</summary>
    internal static IReadOnlyList<Zone> Of(Clause clause, IReadOnlyList<Computation.PeriodPart> periods)
    {
        var (k, n) = clause.Persistence;
        var crossed = periods.Select(p => Levels.ToDictionary(l => l, l => Crossed(clause, p, l), StringComparer.Ordinal)).ToList();
        var zones = new List<Zone>();
        var entered = Zone.Green;
        for (var i = 0; i < periods.Count; i++)
        {
            var recent = crossed.Skip(Math.Max(0, i - n + 1)).Take(Math.Min(n, i + 1)).ToList();
            int Say(string level, bool answer) => recent.Count(c => c[level] == answer);
            if (Say("red", true) >= k)
            {
                entered = Zone.Red;
            }
            else
            {
                entered = entered == Zone.Red && Say("exit_red", false) >= k ? Zone.Amber : entered;
                entered = entered == Zone.Amber && Say("exit_amber", false) >= k ? Zone.Green : entered;
                entered = entered == Zone.Green && Say("amber", true) >= k ? Zone.Amber : entered;
            }

            zones.Add((crossed[i]["amber"], entered) switch
            {
                (null, _) => Zone.NotAssessable,
                (true, Zone.Green) => Zone.Pending,
                (false, Zone.Amber or Zone.Red) => Zone.Recovering,
                _ => entered,
            });
        }

        return zones;
    }

    private static bool? Crossed(Clause clause, Computation.PeriodPart period, string level)
    {
        var sides = clause.Sides.Select(side =>
        {
            var values = Values(clause, period, side);
            var condition = Crossed(clause.Condition, level, values, period.JudgedOn);
            var floor = clause.Materiality is { } f ? Holds(f.Comparator, values.GetValueOrDefault(f.Indicator), f.Value) : true;
            return AtLeast(2, [condition, floor]);
        }).ToList();
        return AtLeast(clause.Basis == Basis.Both ? sides.Count : 1, sides);
    }

    private static bool? Crossed(Condition condition, string level, Dictionary<string, decimal?> values, DateOnly day)
    {
        if (condition is Combination combination)
        {
            return AtLeast(combination.K, [.. combination.Parts.Select(p => Crossed(p, level, values, day))]);
        }

        var threshold = (Threshold)condition;
        if (values.GetValueOrDefault(threshold.Indicator) is not { } value || threshold.On(day) is null)
        {
            return null;
        }

        // Red is also amber; who is beyond a limit is also beyond its exit.
        string[] decide = level switch
        {
            "red" => ["red"],
            "amber" => ["amber", "red"],
            "exit_red" => ["exit_red", "red"],
            _ => Levels,
        };
        return AtLeast(1, [.. from one in decide
                              let limit = LimitOn(threshold, one, day)
                              select limit is null ? false : Holds(threshold.Comparator, value, At(limit, values))]);
    }

    private static bool? AtLeast(int k, IReadOnlyList<bool?> answers)
    {
        var yes = answers.Count(a => a is true);
        return yes >= k ? true : yes + answers.Count(a => a is null) >= k ? null : false;
    }

    private static Computation.ComparisonPart Compare(
        Figures side, string threshold, string indicator, Comparator comparator, string level, decimal? limit, Dictionary<string, decimal?> values)
    {
        var value = values.GetValueOrDefault(indicator);
        return new Computation.ComparisonPart(side, threshold, indicator, value, comparator.Symbol(), level, limit, Holds(comparator, value, limit));
    }

    private static bool? Holds(Comparator comparator, decimal? value, decimal? limit) => (value, limit) is not ({ } number, { } at) ? null : comparator.Symbol() switch
    {
        ">" => number > at,
        ">=" => number >= at,
        "<" => number < at,
        _ => number <= at,
    };

    private static Limit? LimitOn(Threshold threshold, string level, DateOnly day)
    {
        var limits = threshold.Values.LastOrDefault(v => v.Effective <= day);
        return level switch
        {
            "amber" => limits?.Amber,
            "red" => limits?.Red,
            "exit_amber" => limits?.ExitAmber,
            _ => limits?.ExitRed,
        };
    }

    private static decimal? At(Limit limit, Dictionary<string, decimal?> values)
    {
        var position = limit.By is null ? 0m : values.GetValueOrDefault(limit.By);
        return position is null ? null : limit.Stairs.FirstOrDefault(s => limit.By is null || s.UpTo is null || position <= s.UpTo)?.Value;
    }

    // A reading counts when it has a value, is not too secret, and lacks no month where none may be lacking.
    private static Dictionary<string, decimal?> Values(Clause clause, Computation.PeriodPart period, Figures side)
    {
        var most = clause.Quality.MaxConfidentialShare;
        var values = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var reading in period.Readings.Where(r => r.Figures == side))
        {
            var secret = most is not null && (reading.ConfidentialShare is null || reading.ConfidentialShare > most);
            var lacking = clause.Quality.CompleteMonths && reading.MissingPeriods.Count > 0;
            values[reading.Indicator.Split('/')[0]] = secret || lacking ? null : reading.Value;
        }

        return values;
    }
}
