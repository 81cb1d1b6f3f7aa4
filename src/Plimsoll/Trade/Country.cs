namespace Plimsoll.Trade;

/// <summary>
/// A reporter or partner: a country by its two-letter code, a group, the world, or one of the pseudo-partners that stand for
/// secret and unspecified trade. Greece is <c>EL</c> (Comext's <c>GR</c> is read as the same), the United Kingdom <c>GB</c>,
/// Serbia <c>RS</c> (Comext's <c>XS</c>).
/// </summary>
public readonly record struct Country : IComparable<Country>
{
    private Country(string code) => Code = code;

    /// <summary>All partners together, as published by the source.</summary>
    public static Country World { get; } = new("WORLD");

    /// <summary>China without Hong Kong and Macao.</summary>
    public static Country China { get; } = new("CN");

    /// <summary>The Union of 27, kept constant back through history.</summary>
    public static Country Eu27 { get; } = new("EU27_2020");

    /// <summary>Canonical code.</summary>
    public string Code { get; }

    /// <summary>
    /// True for codes that stand for trade that no country can be named for: high seas (<c>QP</c>), stores and provisions (<c>QQ</c>,
    /// <c>QR</c>, <c>QS</c>), not determined (<c>QU</c>, <c>QV</c>, <c>QW</c>, <c>ZZ</c>), withheld (<c>QX</c>, <c>QY</c>, <c>QZ</c>).
    /// Kept, reported as a share, never counted as a partner. <c>QA</c> is Qatar and <c>QT</c> the West Indies until 1986.
    /// </summary>
    public bool IsSecret => Code is ['Q', 'P' or 'Q' or 'R' or 'S' or (>= 'U' and <= 'Z')] or "ZZ";

    /// <summary>True for a sum over countries, published as such: never added to its members.</summary>
    public bool IsAggregate => Code.Length > 2;

    /// <summary>Reads a code in the shape of a country or group; fault <c>TRD-0002</c> otherwise. Whether it exists is for the geonomenclature to say.</summary>
    public static Parsed<Country> Parse(string text)
    {
        var shaped = text.Length is >= 2 and <= 32 && char.IsAsciiLetterUpper(text[0]) && text.All(IsCodeCharacter);
        return shaped ? new Country(Canonical(text)) : new Fault("TRD-0002", "Not a country or group code. Write CN, DE, EL or EU27_2020.", text);
    }

    /// <inheritdoc/>
    public int CompareTo(Country other) => string.CompareOrdinal(Code, other.Code);

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static bool IsCodeCharacter(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_';

    private static string Canonical(string code) => code switch
    {
        "GR" => "EL",
        "UK" => "GB",
        "XS" => "RS",
        _ => code,
    };
}
