namespace Plimsoll.Trade;

/// <summary>A product as a source names it. Codes of different kinds are never summed together.</summary>
public readonly record struct ProductCode : IComparable<ProductCode>
{
    private const int LengthLimit = 64;

    private ProductCode(string text, ProductKind kind)
    {
        Text = text;
        Kind = kind;
    }

    /// <summary>All goods.</summary>
    public static ProductCode Total { get; } = new("TOTAL", ProductKind.Total);

    /// <summary>The code as written, without blanks or dots.</summary>
    public string Text { get; }

    /// <summary>Kind of code.</summary>
    public ProductKind Kind { get; }

    /// <summary>The HS chapter, or an empty string for totals and other lists.</summary>
    public string Chapter => Kind is ProductKind.Total or ProductKind.Other ? "" : Text[..2];

    /// <summary>
    /// Reads <c>39206290</c>, <c>3920 62 90</c>, <c>3920</c>, <c>39XXXXXX</c>, <c>TOTAL</c>, <c>000TOTAL</c>, <c>SITC7</c> and the like;
    /// fault <c>TRD-0001</c> otherwise. Whether a CN code exists in a year is for the nomenclature to say.
    /// </summary>
    public static Parsed<ProductCode> Parse(string text)
    {
        if (text is "TOTAL" or "000TOTAL")
        {
            return Total;
        }

        var code = char.IsAsciiDigit(text.FirstOrDefault()) ? text.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) : text;
        return KindOf(code) is { } kind
            ? new ProductCode(code, kind)
            : new Fault("TRD-0001", "Not a product code. Write 8 digits (CN), 6, 4 or 2 digits (HS), or TOTAL.", text);
    }

    /// <inheritdoc/>
    public int CompareTo(ProductCode other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static ProductKind? KindOf(string code)
    {
        if (code.Length is 0 or > LengthLimit || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            return null;
        }

        var digits = code.All(char.IsAsciiDigit);
        return (digits, code.Length) switch
        {
            (true, 2) => ProductKind.Hs2,
            (true, 4) => ProductKind.Hs4,
            (true, 6) => ProductKind.Hs6,
            (true, 8) => ProductKind.Cn8,
            (false, 8) when IsMasked(code) => ProductKind.Masked,
            (false, 4 or 6) when IsMasked(code) => ProductKind.Masked,
            (false, _) when char.IsAsciiLetter(code[0]) => ProductKind.Other,
            _ => null,
        };
    }

    private static bool IsMasked(string code) =>
        char.IsAsciiDigit(code[0]) && char.IsAsciiDigit(code[1]) && code.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));
}
