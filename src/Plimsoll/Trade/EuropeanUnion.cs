using System.Collections.Frozen;

namespace Plimsoll.Trade;

/// <summary>The Union of 27 that <see cref="Country.Eu27"/> stands for, kept constant back through history.</summary>
public static class EuropeanUnion
{
    private static readonly FrozenSet<string> Members = FrozenSet.Create(
        StringComparer.Ordinal,
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
        "PL", "PT", "RO", "SE", "SI", "SK");

    /// <summary>True for the 27; false for the United Kingdom in every year.</summary>
    public static bool HasMember(Country country) => Members.Contains(country.Code);
}
