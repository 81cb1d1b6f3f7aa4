using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>What a record measures and in which multiple.</summary>
/// <param name="Kind">Which column of the observation it fills.</param>
/// <param name="Scale">Single units in one unit of the source.</param>
internal readonly record struct Indicator(IndicatorKind Kind, decimal Scale)
{
    /// <summary>Reads an indicator code; fault <c>SRC-0123</c> for one that is not a level of value or quantity in euro or kilograms.</summary>
    internal static Parsed<Indicator> Parse(string code) => code switch
    {
        "VALUE_IN_EUROS" or "VALUE_EUR" => new Indicator(IndicatorKind.Value, 1),
        "TRD_VAL" => new Indicator(IndicatorKind.Value, 1_000_000),
        "QUANTITY_IN_100KG" => new Indicator(IndicatorKind.Kilograms, 100),
        "QUANTITY_KG" or "QUANTITY_IN_KG" => new Indicator(IndicatorKind.Kilograms, 1),
        "SUPPLEMENTARY_QUANTITY" => new Indicator(IndicatorKind.Supplementary, 1),
        _ => new Fault("SRC-0123", "Not an indicator that is read: values in euro, quantities in kilograms and supplementary quantities are; indices, national currency and adjusted series are not.", code),
    };
}
