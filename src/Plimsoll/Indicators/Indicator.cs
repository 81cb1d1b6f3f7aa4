using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>
/// An indicator as three steps: a measure, over a window, compared with a baseline. Its id spells the steps:
/// <c>balance.roll12</c>, <c>value.roll12.vs_prev_window</c>, <c>quantity.calendar_year.vs_fixed.2023</c>.
/// </summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Window">Over which months.</param>
/// <param name="Baseline">Compared with what.</param>
/// <param name="FixedPeriod">The period that a fixed baseline ends with; null for every other baseline.</param>
public sealed record Indicator(IndicatorMeasure Measure, Window Window, Baseline Baseline = Baseline.None, Period? FixedPeriod = null)
{
    internal const string Points = "points";
    private const string Ratio = "ratio";
    private const string Versus = "vs_";

    // Agreements of several precedents say "the same months of the previous year"; for every window here that is the previous year.
    private const string SameMonths = "same_months_prev_year";

    /// <summary>
    /// Reads an id; <c>vs_same_months_prev_year</c> is read as <c>vs_prev_year</c>. Fault <c>IND-0001</c> when a word is unknown or
    /// a fixed baseline names no period.
    /// </summary>
    public static Parsed<Indicator> Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length is < 2 or > 4
            || Word<IndicatorMeasure>.Parse(parts[0]) is not { } measure
            || Word<Window>.Parse(parts[1]) is not { } window)
        {
            return IndicatorFaults.NotAnIndicator(text);
        }

        return parts switch
        {
            [_, _] => new Indicator(measure, window),
            [_, _, var versus] when ReadBaseline(versus) is { } baseline and not Baseline.Fixed => new Indicator(measure, window, baseline),
            [_, _, var versus, var period] when ReadBaseline(versus) is Baseline.Fixed && Period.Parse(period) is { Ok: true } read =>
                new Indicator(measure, window, Baseline.Fixed, read.Value),
            _ => IndicatorFaults.NotAnIndicator(text),
        };
    }

    /// <summary>The id.</summary>
    public override string ToString()
    {
        var level = $"{Word<IndicatorMeasure>.Of(Measure)}.{Word<Window>.Of(Window)}";
        return Baseline switch
        {
            Baseline.None => level,
            Baseline.Fixed => $"{level}.{Versus}fixed.{FixedPeriod}",
            _ => $"{level}.{Versus}{Word<Baseline>.Of(Baseline)}",
        };
    }

    /// <summary>The unit of its values on figures in a currency: that, <c>KG</c>, <c>EUR/KG</c>, <c>ratio</c> (1 = 100 %) or <c>points</c> (1 = 100 percentage points).</summary>
    public string Unit(string currency, string quantityUnit = "KG") => Baseline switch
    {
        Baseline.None => LevelUnit(currency, quantityUnit),
        _ => ChangesInPoints(Measure) ? Points : Ratio,
    };

    internal string LevelUnit(string currency, string quantityUnit) => Measure switch
    {
        IndicatorMeasure.Value or IndicatorMeasure.Balance => currency,
        IndicatorMeasure.Quantity => quantityUnit,
        IndicatorMeasure.UnitValue => $"{currency}/{quantityUnit}",
        _ => Ratio,
    };

    // A ratio's growth rate misleads ("the share rose by 100 %" from one to two per cent), so ratios move by points.
    internal static bool ChangesInPoints(IndicatorMeasure measure) =>
        measure is IndicatorMeasure.Share or IndicatorMeasure.CoverRatio or IndicatorMeasure.Ratio or IndicatorMeasure.Hhi;

    private static Baseline? ReadBaseline(string versus)
    {
        if (!versus.StartsWith(Versus, StringComparison.Ordinal))
        {
            return null;
        }

        var word = versus[Versus.Length..];
        var baseline = string.Equals(word, SameMonths, StringComparison.Ordinal) ? Baseline.PrevYear : Word<Baseline>.Parse(word);
        return baseline is Baseline.None ? null : baseline;
    }
}
