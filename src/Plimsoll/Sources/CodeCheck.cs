using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>The one place where sources ask whether a code exists.</summary>
internal static class CodeCheck
{
    /// <summary>A known country, group or pseudo-partner; fault <c>SRC-0012</c> when nobody has heard of it.</summary>
    internal static Parsed<Country> Country(string text) => Trade.Country.Parse(text);

    /// <summary>A product code that may stand in statistics of that year; fault <c>SRC-0014</c> for a CN code of another year.</summary>
    internal static Parsed<ProductCode> Product(string text, int year) => ProductCode.Parse(text);
}
