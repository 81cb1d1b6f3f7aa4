using System.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>Codes for the commodity lines of tables (5) and (6), which China Customs prints without codes.</summary>
internal static class GaccCommodity
{
    private const int LengthLimit = 64;

    /// <summary>
    /// The name as a code: <c>Rare-earth ore, metals, compounds</c> becomes <c>GACC_RARE_EARTH_ORE_METALS_COMPOUNDS</c>; cut at 64 characters.
    /// Fault <c>TRD-0001</c> for a name without letters.
    /// </summary>
    internal static Parsed<ProductCode> Code(string name)
    {
        var code = new StringBuilder("GACC");
        var gap = true;
        foreach (var c in name.Where(_ => code.Length < LengthLimit))
        {
            var letter = char.IsAsciiLetterOrDigit(c);
            if (letter && gap)
            {
                code.Append('_');
            }

            if (letter)
            {
                code.Append(char.ToUpperInvariant(c));
            }

            gap = !letter;
        }

        return name.Any(char.IsAsciiLetter)
            ? ProductCode.Parse(code.ToString(0, Math.Min(code.Length, LengthLimit)))
            : new Fault("TRD-0001", "Not a commodity: the name has no letters.", name);
    }
}
