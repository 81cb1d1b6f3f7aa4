using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Cases;

/// <summary>An example that a clause must decide as written: the test of an agreement by those who wrote it.</summary>
/// <param name="Name">What it shows, as a sentence.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Period">Period judged.</param>
/// <param name="Inputs">Readings by indicator id for every period, oldest first, the last for <paramref name="Period"/>; null where missing. A key that starts with <c>counterpart:</c> holds for the counterpart's figures only.</param>
/// <param name="Expected">The zone.</param>
/// <param name="Limit">The limit that the case tries: <c>threshold.amber</c>, <c>threshold.exit_red</c>, <c>materiality</c>; null for a story.</param>
/// <param name="Margin">How far the value is beyond that limit, in its unit; negative inside; null for a story.</param>
public sealed record AgreementCase(
    string Name,
    Clause Clause,
    Period Period,
    IReadOnlyList<IReadOnlyDictionary<string, decimal?>> Inputs,
    Zone Expected,
    string? Limit,
    decimal? Margin)
{
    internal const string Counterpart = "counterpart:";

    private DateOnly Day => Period.End.Plus(1).FirstDay.AddDays(-1);

    /// <summary>The finding of the engine for the last period.</summary>
    public Finding Run(Agreement agreement)
    {
        var periods = Enumerable.Range(0, Inputs.Count).Select(i => Period with { Start = Period.Start.Plus((i + 1 - Inputs.Count) * Period.Months) }).ToList();
        var applies = Clause.Applies;
        var subject = new Subject(applies.Reporters[0], applies.Partners[0], applies.Products[0], applies.Flow);
        return Assessment.Assess(agreement, Clause, subject, periods, (need, period) => Read(need, Inputs[periods.IndexOf(period)], subject, period), ReadVintage.Newest)[^1];
    }

    /// <summary>How far the value is beyond the limit, computed from the inputs; null when the case tries none or the limit is not in force.</summary>
    public decimal? ComputeMargin() => Tried() is var (_, _, value, limit, sign) ? (value - limit) * sign : null;

    /// <summary>Which limit the case tries, exactly: the limit's name, the day from which it applies and its stair, from 0. Null when it tries none.</summary>
    public (string Limit, DateOnly Effective, int Stair)? Place => Tried() is var (effective, stair, _, _, _) ? (Limit!, effective, stair) : null;

    private (DateOnly Effective, int Stair, decimal Value, decimal Limit, int Sign)? Tried()
    {
        var values = Inputs[^1];
        if (Limit is null)
        {
            return null;
        }

        if (string.Equals(Limit, "materiality", StringComparison.Ordinal))
        {
            return Clause.Materiality is { } floor && values.GetValueOrDefault(floor.Indicator) is { } size
                ? (default, 0, size, floor.Value, floor.Comparator.Sign())
                : null;
        }

        var threshold = Clause.Condition.Thresholds.First(one => Limit.StartsWith($"{one.Id}.", StringComparison.Ordinal));
        return threshold.On(Day) is { } limits
               && limits.Named.FirstOrDefault(named => Limit.EndsWith($".{named.Level}", StringComparison.Ordinal)).Limit is { } tried
               && tried.StairAt(values) is { } stair
               && values.GetValueOrDefault(threshold.Indicator) is { } value
            ? (limits.Effective, tried.Stairs.ToList().IndexOf(stair), value, stair.Value, threshold.Comparator.Sign())
            : null;
    }

    private static Reading Read(IndicatorNeed need, IReadOnlyDictionary<string, decimal?> inputs, Subject subject, Period period)
    {
        var own = need.Figures == Figures.Counterpart && inputs.ContainsKey(Counterpart + need.Indicator) ? Counterpart + need.Indicator : need.Indicator;
        var value = inputs.GetValueOrDefault(own);
        var reason = value is null ? new Fault("AGR-0105", "The case gives no value for it.", need.Indicator) : null;
        return new Reading(need.Indicator, subject, period, value, "", "", Coverage.Full, [], reason);
    }
}
