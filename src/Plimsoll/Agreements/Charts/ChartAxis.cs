namespace Plimsoll.Agreements.Charts;

/// <summary>An axis with round numbers, in decimals so that every machine rounds alike.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Step">Distance of the ticks: 1, 2 or 5 times a power of ten.</param>
internal sealed record ChartAxis(decimal Low, decimal High, decimal Step)
{
    private const decimal Margin = 0.12m;
    private const int Intervals = 6;

    internal static ChartAxis Over(IReadOnlyList<decimal> values)
    {
        var (low, high) = values.Count == 0 ? (0m, 1m) : (values.Min(), values.Max());
        var spread = high > low ? high - low : Math.Max(Math.Abs(high), 1m);
        var (from, to) = (low - (spread * Margin), high + (spread * Margin));
        var step = StepFor((to - from) / Intervals);
        return new ChartAxis(from, to, step);
    }

    internal IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = decimal.Ceiling(Low / Step) * Step; tick <= High; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>Where a value lies, 0 at the lower end and 1 at the upper.</summary>
    internal decimal Part(decimal value) => (value - Low) / (High - Low);

    private static decimal StepFor(decimal atLeast)
    {
        var power = 1m;
        for (; power < atLeast; power *= 10m)
        {
        }

        for (; power / 10m >= atLeast; power /= 10m)
        {
        }

        return power / 5m >= atLeast ? power / 5m : power / 2m >= atLeast ? power / 2m : power;
    }
}
