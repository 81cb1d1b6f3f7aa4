using System.Collections.Concurrent;
using Plimsoll.Indicators.Growth;
using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>
/// The front door of this stage: one indicator of one subject in one period, from its series. Pure: the same inputs give the same
/// reading, digit for digit, with every number that entered listed in order.
/// </summary>
public static class IndicatorRun
{
    /// <summary>Version of all methods; it rises when any figure would change on the same inputs.</summary>
    public const int MethodVersion = 1;

    private static readonly ConcurrentDictionary<Indicator, string> Ids = new();

    /// <summary>As the other overload, from an indicator's id; a reading with reason <c>IND-0001</c> when it is none.</summary>
    public static Reading Compute(string indicator, Subject subject, IndicatorInputs inputs, Period at)
    {
        var parsed = Indicator.Parse(indicator);
        return parsed.Ok
            ? Compute(parsed.Value, subject, inputs, at)
            : new Reading(indicator, subject, at, null, "", "", new Coverage(null, []), [], parsed.Fault);
    }

    /// <summary>The reading; with a reason and no value when the inputs do not allow one.</summary>
    /// <param name="indicator">Measure, window and baseline.</param>
    /// <param name="subject">What the series are of; its flow says which one a measure of one flow takes.</param>
    /// <param name="inputs">The series.</param>
    /// <param name="at">The window ends with the last month of this period; a calendar year with the last December not after it.</param>
    /// <param name="withInputs">False leaves <see cref="Reading.Inputs"/> empty, for sweeps that compute millions of readings; every figure is the same.</param>
    public static Reading Compute(Indicator indicator, Subject subject, IndicatorInputs inputs, Period at, bool withInputs = true)
    {
        var workings = new Workings(withInputs);
        var measurement = new Measurement(subject, inputs, workings);
        var span = WindowSpan.Of(indicator.Window, at);
        var now = measurement.Of(indicator.Measure, span);
        var coverage = CoverageOf(measurement.SecretShare(span), workings);
        var result = WindowSpan.BaselineOf(indicator, at) is { } baseline
            ? Change(indicator.Measure, now, measurement.Of(indicator.Measure, baseline), workings, indicator.LevelUnit(inputs.Currency, inputs.QuantityUnit))
            : now;
        return new Reading(
            Ids.GetOrAdd(indicator, static i => $"{i}/{MethodVersion}"),
            subject,
            indicator.Window == Window.CalendarYear ? span.Periods[0] : Period.Of(span.Periods[0].End),
            result.Ok ? result.Value : null,
            indicator.Unit(inputs.Currency, inputs.QuantityUnit),
            Valuation(indicator.Measure, subject, inputs),
            coverage with { MissingPeriods = workings.MissingPeriods },
            workings.Lines,
            result.Fault);
    }

    private static Parsed<decimal> Change(IndicatorMeasure measure, Parsed<decimal> now, Parsed<decimal> then, Workings workings, string unit)
    {
        if (workings.KeepsLines)
        {
            var name = Word<IndicatorMeasure>.Of(measure);
            workings.Note($"{name} now", Known(now), unit);
            workings.Note($"{name} in the baseline", Known(then), unit);
        }

        if ((now.Fault ?? then.Fault) is { } fault)
        {
            return fault;
        }

        workings.Note("change", now.Value - then.Value, Indicator.ChangesInPoints(measure) ? Indicator.Points : unit);
        return measure switch
        {
            IndicatorMeasure.Balance => GrowthRate.OfDeficit(now.Value, then.Value),
            _ when Indicator.ChangesInPoints(measure) => now.Value - then.Value,
            _ => GrowthRate.OfLevel(now.Value, then.Value),
        };
    }

    private static string Valuation(IndicatorMeasure measure, Subject subject, IndicatorInputs inputs)
    {
        var terms = measure switch
        {
            IndicatorMeasure.Quantity => "",
            IndicatorMeasure.Balance or IndicatorMeasure.CoverRatio or IndicatorMeasure.Ratio => " CIF/FOB",
            IndicatorMeasure.Hhi => " CIF",
            _ => subject.Flow == Flow.Export ? " FOB" : " CIF",
        };
        return (inputs.Statistics ?? subject.Reporter) + terms;
    }

    private static Coverage CoverageOf(decimal? secretShare, Workings workings) =>
        new(workings.SecretShare ?? secretShare ?? (workings.Suppressed ? null : 0m), []);

    private static decimal? Known(Parsed<decimal> amount) => amount.Ok ? amount.Value : null;
}
