using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Indicators.Balance;

/// <summary>Exports against imports. Method: docs/methods/balance.md.</summary>
public static class TradeBalance
{
    /// <summary>
    /// Exports minus imports over the <paramref name="months"/> months that end with each period of the two series, from the first
    /// period for which both reach back far enough. A point is as complete as the least complete point of its window; a missing or
    /// partial one leaves it without value, a suppressed one does not.
    /// </summary>
    /// <exception cref="ArgumentException">The series differ in step, or the window is not a whole number of steps.</exception>
    public static Series Rolling(Series exports, Series imports, int months)
    {
        if (exports.Step != imports.Step || months <= 0 || months % exports.Step != 0)
        {
            throw new ArgumentException($"A window of {months} months does not fit series in steps of {exports.Step} and {imports.Step}.", nameof(months));
        }

        var first = Later(exports.Start, imports.Start).Plus(months - exports.Step);
        var last = exports.End < imports.End ? exports.End : imports.End;
        var points = new List<SeriesPoint>();
        for (var start = first; start.Plus(exports.Step - 1) <= last; start = start.Plus(exports.Step))
        {
            var window = new Period(start.Plus(exports.Step - months), months);
            points.Add(Difference(exports.Sum(window), imports.Sum(window)));
        }

        return new Series(first, exports.Step, points);
    }

    /// <summary>Exports divided by imports; fault <c>IND-0008</c> without imports.</summary>
    public static Parsed<decimal> CoverRatio(decimal exports, decimal imports) => Quotient(exports, imports, "imports");

    /// <summary>Imports divided by exports; fault <c>IND-0008</c> without exports.</summary>
    public static Parsed<decimal> ImportRatio(decimal imports, decimal exports) => Quotient(imports, exports, "exports");

    private static Parsed<decimal> Quotient(decimal amount, decimal divisor, string divisorName) => divisor switch
    {
        0m => IndicatorFaults.NothingToDivideBy(divisorName),
        < 0m => IndicatorFaults.Negative(divisorName),
        _ => amount / divisor,
    };

    private static SeriesPoint Difference(SeriesPoint exports, SeriesPoint imports) => new(
        exports.Value - imports.Value,
        exports.State < imports.State ? exports.State : imports.State,
        exports.Flags | imports.Flags);

    private static Month Later(Month one, Month other) => one > other ? one : other;
}
