using Plimsoll.Store;

namespace Plimsoll.Indicators;

/// <summary>The series that an indicator is computed from. Each may be null; an indicator that needs it then says so (<c>IND-0002</c>).</summary>
/// <param name="Imports">Value of the reporter's imports from the partner.</param>
/// <param name="Exports">Value of the reporter's exports to the partner.</param>
public sealed record IndicatorInputs(Series? Imports, Series? Exports)
{
    /// <summary>Exports minus imports as published, for periods whose levels were not: read only where they are missing.</summary>
    public Series? PublishedBalance { get; init; }

    /// <summary>Quantity of the subject's flow.</summary>
    public Series? Quantity { get; init; }

    /// <summary>Unit of <see cref="Quantity"/>: <c>KG</c>, or the supplementary unit of the product.</summary>
    public string QuantityUnit { get; init; } = "KG";

    /// <summary>
    /// The whole that the subject is a part of, same flow: all partners (market share), or all products (share in the total). For
    /// concentration: all suppliers in scope together, so that what no supplier accounts for is known to be missing.
    /// </summary>
    public Series? Denominator { get; init; }

    /// <summary>
    /// Value with secret and unspecified partners, same product and flow, a part of <see cref="Denominator"/>: makes the coverage of a
    /// level or share known. Concentration takes the secret partners from <see cref="Suppliers"/>.
    /// </summary>
    public Series? Secret { get; init; }

    /// <summary>Imports from each supplying country. Aggregates are left out; secret partners count as unknown.</summary>
    public IReadOnlyList<SupplierSeries> Suppliers { get; init; } = [];

    /// <summary>Currency of all values.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Whose statistics they are; null when they are the reporter's own.</summary>
    public string? Statistics { get; init; }
}
