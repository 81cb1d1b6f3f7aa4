using System.ComponentModel;

namespace Plimsoll.Host.Mcp;

/// <summary>A number as every tool gives it: never without the vintage, the source and an address where a person can check it.</summary>
/// <param name="Value">Unrounded; null when there is none.</param>
/// <param name="Unit">Currency, <c>ratio</c> (1 = 100 %), <c>EUR/KG</c>, <c>KG</c>.</param>
/// <param name="Vintage">What the figures were known as of.</param>
/// <param name="Source">Whose statistics.</param>
/// <param name="Permalink">Address of the page or the data.</param>
internal sealed record Figure(
    [property: Description("Unrounded; null when there is no value, which is not zero.")] decimal? Value,
    [property: Description("Currency code, ratio (1 = 100 %), EUR/KG or KG.")] string Unit,
    [property: Description("Day as of which the figures were known, or the publication time of the youngest release that entered.")] string Vintage,
    [property: Description("Whose statistics, and how they are valued.")] string Source,
    [property: Description("Address where the number can be checked.")] string Permalink);
