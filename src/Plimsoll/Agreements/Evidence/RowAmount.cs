using Plimsoll.Store;
using Plimsoll.Store.Query;

namespace Plimsoll.Agreements.Evidence;

/// <summary>What a record brings to a sum.</summary>
internal static class RowAmount
{
    internal static decimal? Of(TradeRecord record, Measure measure) => measure switch
    {
        Measure.Value => record.Value,
        Measure.Kilograms => record.QuantityKg,
        _ => record.Supplementary,
    };

    internal static string Column(Measure measure) => measure switch
    {
        Measure.Value => "value",
        Measure.Kilograms => "quantity_kg",
        _ => "quantity_suppl",
    };
}
