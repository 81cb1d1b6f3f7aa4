using Plimsoll.Agreements.Terms;

namespace Plimsoll.Agreements;

/// <summary>
/// The smallest changes of the leading value that would change which limits are crossed, all other readings as they are. A colour
/// that takes several periods to enter or leave follows only when the change lasts.
/// </summary>
public static class WhatWouldChange
{
    /// <summary>Distances to every limit that a change of the leading value would cross or clear, the nearest first; empty without a value or a limit.</summary>
    public static IReadOnlyList<Distance> Of(Finding finding)
    {
        if (finding.Readings is not [{ Value: { } value }, ..])
        {
            return [];
        }

        var limits = finding.Thresholds;
        var comparator = ComparatorOf(limits.Comparator);
        var entered = finding.Zone is Zone.Amber or Zone.Red or Zone.Recovering;
        (string Name, decimal? At)[] all =
        [
            ("amber", entered && limits.ExitAmber is not null ? null : limits.Amber),
            ("exit_amber", entered ? limits.ExitAmber : null),
            ("red", finding.Zone == Zone.Red && limits.ExitRed is not null ? null : limits.Red),
            ("exit_red", finding.Zone == Zone.Red ? limits.ExitRed : null),
        ];
        return
        [
            .. from limit in all
               where limit.At is not null
               let distance = To(limit.Name, limit.At ?? 0m, value, comparator)
               orderby Math.Abs(distance.Change)
               select distance,
        ];
    }

    private static Distance To(string name, decimal limit, decimal value, Comparator comparator)
    {
        var change = limit - value;
        var crossed = comparator.IsCrossed(value, limit);
        return new Distance(name, limit, change, value == 0 ? null : change / Math.Abs(value), crossed != comparator.IsStrict());
    }

    private static Comparator ComparatorOf(string symbol) => Enum.GetValues<Comparator>().First(comparator => string.Equals(comparator.Symbol(), symbol, StringComparison.Ordinal));
}
