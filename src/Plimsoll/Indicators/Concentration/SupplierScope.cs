using System.Collections.Frozen;
using Plimsoll.Trade;

namespace Plimsoll.Indicators.Concentration;

/// <summary>Which partners count as suppliers. Aggregates never do; secret partners count as unknown ones.</summary>
public static class SupplierScope
{
    // A fixed group: the month does not matter. It has the 27 and what is secret or unspecified within the Union (QR, QV, QY).
    private static readonly FrozenSet<Country> Inside =
        CountryGroup.Parse("INT_EU27_2020").Value.MembersAt(Month.Of(2020, 1)).ToFrozenSet();

    /// <summary>Every single country, the Union's members included.</summary>
    public static bool All(Country partner) => !partner.IsAggregate;

    /// <summary>
    /// Every single country outside the Union of 27, in every year, as in Eurostat's <c>EXT_EU27_2020</c>: with the United Kingdom,
    /// without Northern Ireland (<c>XI</c>).
    /// </summary>
    public static bool OutsideUnion(Country partner) => All(partner) && !Inside.Contains(partner) && partner.Code is not "XI";
}
