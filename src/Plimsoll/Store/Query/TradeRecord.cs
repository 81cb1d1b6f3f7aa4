using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>One record as a source gave it, with the release that says so. Several records may share a cell; they add.</summary>
/// <param name="Release">Id of the release.</param>
/// <param name="Reporter">Whose statistics.</param>
/// <param name="Partner">Origin of imports, destination of exports.</param>
/// <param name="Product">Product as the source codes it.</param>
/// <param name="Flow">Direction.</param>
/// <param name="Period">Months covered.</param>
/// <param name="Value">In <paramref name="Currency"/>; null when not given.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="QuantityKg">Net mass; null when not given.</param>
/// <param name="Supplementary">Supplementary quantity; null when not given.</param>
/// <param name="SupplementaryUnit">Its unit, or empty.</param>
/// <param name="TradeType">Comext's TRADE_TYPE, empty elsewhere.</param>
/// <param name="Procedure">Comext's STAT_PROCEDURE or STAT_REGIME, empty elsewhere.</param>
/// <param name="Flags">Letters of the source's flags.</param>
public sealed record TradeRecord(
    string Release,
    string Reporter,
    string Partner,
    string Product,
    Flow Flow,
    Period Period,
    decimal? Value,
    string Currency,
    decimal? QuantityKg,
    decimal? Supplementary,
    string SupplementaryUnit,
    string TradeType,
    string Procedure,
    string Flags);
