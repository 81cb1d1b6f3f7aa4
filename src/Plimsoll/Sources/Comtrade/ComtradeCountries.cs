using System.Collections.Frozen;
using System.Globalization;
using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comtrade;

/// <summary>Countries as UN Comtrade and BACI write them, remembered while one answer is read. Unknown ones are fault <c>TRD-0004</c>.</summary>
internal sealed class ComtradeCountries
{
    private static readonly Lazy<FrozenDictionary<string, Country>> Names = new(() => Packed.Rows("comtrade_names.tsv")
        .ToFrozenDictionary(row => row[0], row => Country.Parse(row[1]).Value, StringComparer.OrdinalIgnoreCase));

    private readonly CodeCache<Country> numbers = new(ReadNumber);
    private readonly CodeCache<Country> letters = new(Geonomenclature.FromIso3);

    /// <summary>By numeric code, with or without leading zeros.</summary>
    internal Parsed<Country> FromNumeric(string code) => numbers.Get(code);

    /// <summary>By three-letter code; <c>S19</c> is CEPII's for "Other Asia", read as Taiwan like the UN's 490.</summary>
    internal Parsed<Country> FromIso3(string code) => code is "S19" ? Geonomenclature.FromNumeric(490) : letters.Get(code);

    /// <summary>By English name.</summary>
    internal static Parsed<Country> FromName(string name) => Names.Value.TryGetValue(name, out var country) ? country : Geonomenclature.Unknown(name);

    private static Parsed<Country> ReadNumber(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Geonomenclature.FromNumeric(number)
            : Geonomenclature.Unknown(code);
}
