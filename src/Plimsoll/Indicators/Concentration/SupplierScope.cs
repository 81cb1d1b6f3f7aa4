using Plimsoll.Trade;

namespace Plimsoll.Indicators.Concentration;

/// <summary>Which partners count as suppliers. Aggregates never do; secret partners count as unknown ones.</summary>
public static class SupplierScope
{
    /// <summary>Every single country, the Union's members included.</summary>
    public static bool All(Country partner) => !partner.IsAggregate;

    /// <summary>Every single country outside the Union of 27, the United Kingdom and Northern Ireland's <c>XI</c> included.</summary>
    public static bool OutsideUnion(Country partner) => All(partner) && !EuropeanUnion.HasMember(partner) && !IsUnknownInside(partner);

    // Comext codes what is not known by the side of the border: QR, QV and QY are within the Union, their counterparts outside it.
    private static bool IsUnknownInside(Country partner) => partner.Code is "QR" or "QV" or "QY";
}
