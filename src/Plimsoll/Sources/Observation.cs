using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>One record of an answer, as the source gave it. A source that writes value and quantity in separate records gives two observations.</summary>
/// <param name="Reporter">Whose statistics.</param>
/// <param name="Partner">Origin of imports, destination of exports.</param>
/// <param name="Product">Product as the source codes it.</param>
/// <param name="Flow">Direction.</param>
/// <param name="Period">Months covered.</param>
public readonly record struct Observation(Country Reporter, Country Partner, ProductCode Product, Flow Flow, Period Period)
{
    /// <summary>Thousandths of a currency unit (<see cref="Fixed3"/>); <see cref="Fixed3.Null"/> when not given.</summary>
    public long Value { get; init; } = Fixed3.Null;

    /// <summary>Net mass, thousandths of a kilogram; <see cref="Fixed3.Null"/> when not given.</summary>
    public long QuantityKg { get; init; } = Fixed3.Null;

    /// <summary>Thousandths of <see cref="SupplementaryUnit"/>; <see cref="Fixed3.Null"/> when not given.</summary>
    public long SupplementaryQuantity { get; init; } = Fixed3.Null;

    /// <summary>Unit of <see cref="SupplementaryQuantity"/>; empty when there is none.</summary>
    public string SupplementaryUnit { get; init; } = "";

    /// <summary>Comext's TRADE_TYPE (<c>I</c>, <c>E</c>), empty elsewhere.</summary>
    public string TradeType { get; init; } = "";

    /// <summary>Comext's STAT_PROCEDURE or STAT_REGIME, empty elsewhere.</summary>
    public string Procedure { get; init; } = "";

    /// <summary>The source's flags.</summary>
    public ObservationFlags Flags { get; init; }
}
