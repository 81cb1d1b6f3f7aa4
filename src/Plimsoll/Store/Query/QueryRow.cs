using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>One row of an answer. A dimension that was summed over reads as the codes asked for, joined by a plus, or <c>*</c> for everything.</summary>
/// <param name="Reporter">Reporter or group.</param>
/// <param name="Partner">Partner or group.</param>
/// <param name="Product">Product code.</param>
/// <param name="Flow">Direction.</param>
/// <param name="Period">Period.</param>
/// <param name="Value">In <paramref name="Currency"/>; null when suppressed, missing or partial, which <paramref name="Flags"/> tells.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="QuantityKg">Net mass; null when not given.</param>
/// <param name="Supplementary">Supplementary quantity; null when not given or in several units.</param>
/// <param name="SupplementaryUnit">Its unit, or empty.</param>
/// <param name="Flags">
/// Letters of the source's flags; or <c>partial</c> for a sum that is not all there and so has no value; and <c>stored</c> for a sum over
/// everything (<c>*</c>) that is a sum of what the store holds, since no release published the period whole.
/// </param>
public sealed record QueryRow(
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
    string Flags)
{
    /// <summary>Reporters with records in the row.</summary>
    public long Reporters { get; init; } = 1;

    /// <summary>Partners with records in the row.</summary>
    public long Partners { get; init; } = 1;

    /// <summary>Products with records in the row.</summary>
    public long Products { get; init; } = 1;

    /// <summary>Ids of the releases that the row was read from, ascending.</summary>
    public IReadOnlyList<string> Releases { get; init; } = [];
}
