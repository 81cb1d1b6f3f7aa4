using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>What a record measures and in which multiple.</summary>
/// <param name="Fills">Which column of the observation it fills.</param>
/// <param name="Scale">Single units in one unit of the source.</param>
internal readonly record struct Indicator(Indicator.Column Fills, decimal Scale)
{
    /// <summary>The columns of an observation that hold amounts.</summary>
    internal enum Column
    {
        Value,
        Kilograms,
        Supplementary,
    }

    /// <summary>Reads an indicator code; fault <c>SRC-0123</c> for one that is not a level of value or quantity in euro or kilograms.</summary>
    internal static Parsed<Indicator> Parse(string code) => code switch
    {
        "VALUE_IN_EUROS" or "VALUE_EUR" => new Indicator(Column.Value, 1),
        "TRD_VAL" => new Indicator(Column.Value, 1_000_000),
        "QUANTITY_IN_100KG" => new Indicator(Column.Kilograms, 100),
        "QUANTITY_KG" or "QUANTITY_IN_KG" => new Indicator(Column.Kilograms, 1),
        "SUPPLEMENTARY_QUANTITY" => new Indicator(Column.Supplementary, 1),
        _ => new Fault("SRC-0123", "Not an indicator that is read: values in euro, quantities in kilograms and supplementary quantities are; indices, national currency and adjusted series are not.", code),
    };
}
