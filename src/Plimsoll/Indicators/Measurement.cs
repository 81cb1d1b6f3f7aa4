using Plimsoll.Indicators.Balance;
using Plimsoll.Indicators.Concentration;
using Plimsoll.Indicators.Share;
using Plimsoll.Indicators.UnitValue;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>The first step of an indicator: one measure of one subject over one span of months.</summary>
/// <param name="subject">Whose flow counts.</param>
/// <param name="inputs">The series.</param>
/// <param name="workings">Where everything that is read is noted.</param>
internal sealed class Measurement(Subject subject, IndicatorInputs inputs, Workings workings)
{
    internal Parsed<decimal> Of(IndicatorMeasure measure, WindowSpan span) => measure switch
    {
        IndicatorMeasure.Value => Scaled(Flow(span), span),
        IndicatorMeasure.Quantity => Scaled(QuantityOfTrade(span), span),
        IndicatorMeasure.UnitValue => Both(Flow(span), Quantity(span), UnitPrice.Of),
        IndicatorMeasure.Share => Both(Flow(span), Sum("denominator", inputs.Denominator, span), MarketShare.Of),
        IndicatorMeasure.Balance => Scaled(Balance(span), span),
        IndicatorMeasure.CoverRatio => Both(Exports(span), Imports(span), TradeBalance.CoverRatio),
        IndicatorMeasure.Ratio => Both(Imports(span), Exports(span), TradeBalance.ImportRatio),
        IndicatorMeasure.Hhi => Concentration(span),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure."),
    };

    /// <summary>The share of secret partners in the denominator over the span; null when the inputs do not tell, or not completely.</summary>
    internal decimal? SecretShare(WindowSpan span) => inputs.Secret is null || inputs.Denominator is null
        ? null
        : Both(Sum("secret partners", inputs.Secret, span), Sum("denominator", inputs.Denominator, span), MarketShare.Of) is { Ok: true } share
            ? share.Value
            : null;

    private static Parsed<decimal> Both(Parsed<decimal> left, Parsed<decimal> right, Func<decimal, decimal, Parsed<decimal>> combine) =>
        (left.Fault ?? right.Fault) is { } fault ? fault : combine(left.Value, right.Value);

    private static Parsed<decimal> Scaled(Parsed<decimal> sum, WindowSpan span) => sum.Ok ? span.Scale(sum.Value) : sum;

    private Parsed<decimal> Balance(WindowSpan span) =>
        inputs.PublishedBalance is { } published && IsPublished(published, span) && !(IsPublished(inputs.Exports, span) && IsPublished(inputs.Imports, span))
            ? Sum("published balance", published, span)
            : Both(Exports(span), Imports(span), static (exports, imports) => exports - imports);

    private static bool IsPublished(Series? series, WindowSpan span) =>
        series is not null && span.Periods.All(period => period.Months % series.Step == 0 && series.Sum(period).Value is not null);

    private Parsed<decimal> Imports(WindowSpan span) => Sum("imports", inputs.Imports, span);

    private Parsed<decimal> Exports(WindowSpan span) => Sum("exports", inputs.Exports, span);

    private Parsed<decimal> Flow(WindowSpan span) => subject.Flow switch
    {
        Trade.Flow.Import => Imports(span),
        Trade.Flow.Export => Exports(span),
        _ => IndicatorFaults.NoFlow(),
    };

    private Parsed<decimal> Quantity(WindowSpan span) => workings.Sum("quantity", inputs.Quantity, span, inputs.QuantityUnit);

    // Value without quantity is a quantity that was not given, not a quantity of zero.
    private Parsed<decimal> QuantityOfTrade(WindowSpan span)
    {
        var quantity = Quantity(span);
        if (!quantity.Ok || quantity.Value != 0m || (inputs.Imports ?? inputs.Exports) is null)
        {
            return quantity;
        }

        var value = Flow(span);
        return value.Ok && value.Value > 0m ? IndicatorFaults.NoQuantity() : quantity;
    }

    private Parsed<decimal> Sum(string name, Series? series, WindowSpan span) => workings.Sum(name, series, span, inputs.Currency);

    private Parsed<decimal> Concentration(WindowSpan span)
    {
        var suppliers = new SupplierSums(inputs, span);
        if (suppliers.Read(workings) is { } fault)
        {
            return fault;
        }

        var found = SupplierConcentration.Of(suppliers.Named, suppliers.Unknown);
        if (!found.Ok)
        {
            return found.Fault!;
        }

        NoteInterval(found.Value);
        workings.SecretShare ??= found.Value.UnknownShare;
        return found.Value.Verdict;
    }

    private void NoteInterval(SupplierConcentration found)
    {
        workings.Note("hhi lowest", found.Lowest, "ratio");
        workings.Note("hhi without unknown suppliers", found.Index, "ratio");
        workings.Note("hhi highest", found.Highest, "ratio");
        workings.Note("effective suppliers", found.EffectiveSuppliers, "suppliers");
        workings.Note("largest supplier's share", found.LargestShare, "ratio");
        workings.Note("largest three suppliers' share", found.LargestThreeShare, "ratio");
        workings.Note("share without known supplier", found.UnknownShare, "ratio");
    }
}
