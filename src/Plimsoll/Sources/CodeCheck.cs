using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>The one place where sources ask whether a code exists.</summary>
internal static class CodeCheck
{
    /// <summary>A known country, group or pseudo-partner; fault <c>TRD-0004</c> with near matches when nobody has heard of it.</summary>
    internal static Parsed<Country> Country(string text)
    {
        var country = Trade.Country.Parse(text);
        return !country.Ok || Geonomenclature.Knows(country.Value) ? country : Geonomenclature.Unknown(text);
    }

    /// <summary>
    /// A product code that may stand in statistics of that year; fault <c>SRC-0014</c> for a CN code of another year, <c>SRC-0013</c> for
    /// one of no year. Years without a list are not judged.
    /// </summary>
    internal static Parsed<ProductCode> Product(string text, int year)
    {
        var product = ProductCode.Parse(text);
        if (!product.Ok || product.Value.Kind != ProductKind.Cn8)
        {
            return product;
        }

        return Nomenclature.Valid(product.Value.Text, year) switch
        {
            CodeStanding.OtherYear => new Fault("SRC-0014", $"The code is not in the Combined Nomenclature of {year}; it stood in another year.", text),
            CodeStanding.Unknown => new Fault("SRC-0013", $"The code is in no Combined Nomenclature from {Nomenclature.FirstListedYear} to {Nomenclature.LastListedYear}.", text),
            _ => product,
        };
    }
}
