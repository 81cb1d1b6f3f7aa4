using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>
/// The months of a window, and the factor that turns their sum into the window's amount: a week's, a year's, or an average's.
/// The factor is a fraction so that nothing is rounded before the last division.
/// </summary>
/// <param name="Periods">Months that enter; several runs when a baseline averages several windows.</param>
/// <param name="Times">Numerator of the factor.</param>
/// <param name="Over">Denominator of the factor.</param>
internal sealed record WindowSpan(IReadOnlyList<Period> Periods, int Times, int Over)
{
    private const int DaysInWeek = 7;

    /// <summary>The window that ends with a period.</summary>
    internal static WindowSpan Of(Window window, Period at)
    {
        var end = window == Window.CalendarYear ? LastDecember(at.End) : at.End;
        var months = MonthsIn(window);
        return Scaled(window, [new Period(end.Plus(1 - months), months)]);
    }

    /// <summary>The window that <paramref name="indicator"/> compares the window at <paramref name="at"/> with; null when with none.</summary>
    internal static WindowSpan? BaselineOf(Indicator indicator, Period at)
    {
        var now = Of(indicator.Window, at).Periods[0];
        return indicator.Baseline switch
        {
            Baseline.PrevYear => Scaled(indicator.Window, [Earlier(now, 12)]),
            Baseline.PrevWindow => Scaled(indicator.Window, [Earlier(now, now.Months)]),
            Baseline.Avg3y => Scaled(indicator.Window, [Earlier(now, 36), Earlier(now, 24), Earlier(now, 12)]),
            Baseline.Fixed => Of(indicator.Window, indicator.FixedPeriod ?? throw new ArgumentException("A fixed baseline names its period.", nameof(indicator))),
            _ => null,
        };
    }

    /// <summary>The window's amount from the sum over its months.</summary>
    internal decimal Scale(decimal sum) => sum * Times / Over;

    private static WindowSpan Scaled(Window window, IReadOnlyList<Period> periods) => window switch
    {
        Window.AvgWeekly => new WindowSpan(periods, DaysInWeek, periods.Sum(Days)),
        Window.Avg3y => new WindowSpan(periods, 1, 3 * periods.Count),
        _ => new WindowSpan(periods, 1, periods.Count),
    };

    private static int MonthsIn(Window window) => window switch
    {
        Window.Month => 1,
        Window.Roll3 => 3,
        Window.Avg3y => 36,
        _ => 12,
    };

    private static Month LastDecember(Month month) => Month.Of(month.Plus(1).Year - 1, 12);

    private static Period Earlier(Period period, int months) => period with { Start = period.Start.Plus(-months) };

    private static int Days(Period period) => period.End.Plus(1).FirstDay.DayNumber - period.Start.FirstDay.DayNumber;
}
