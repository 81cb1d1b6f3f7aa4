using System.Collections.Frozen;
using Plimsoll.Trade;

namespace Plimsoll.Indicators.Concentration;

/// <summary>Which partners count as suppliers. Aggregates never do; secret partners count as unknown ones.</summary>
public static class SupplierScope
{
    private static readonly FrozenSet<string> Members = FrozenSet.Create(
        StringComparer.Ordinal,
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
        "PL", "PT", "RO", "SE", "SI", "SK");

    /// <summary>Every single country, the Union's members included.</summary>
    public static bool All(Country partner) => !partner.IsAggregate;

    /// <summary>Every single country outside the Union of 27, the United Kingdom and Northern Ireland's <c>XI</c> included.</summary>
    public static bool OutsideUnion(Country partner) => All(partner) && !Members.Contains(partner.Code) && !IsSecretInside(partner);

    // Of the secret and unspecified partners, Comext codes those inside the Union apart: QR (stores), QV (not specified), QY (secret).
    private static bool IsSecretInside(Country partner) => partner.Code is "QR" or "QV" or "QY";
}
