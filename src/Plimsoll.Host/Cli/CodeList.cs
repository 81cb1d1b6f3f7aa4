using Plimsoll.Trade;

namespace Plimsoll.Host.Cli;

/// <summary>Codes as a person types them, several in one option separated by commas.</summary>
internal static class CodeList
{
    /// <summary>Canonical country and group codes; a sum such as CN+HK+MO is the group of that name.</summary>
    internal static Parsed<IReadOnlyList<string>> Countries(IEnumerable<string> texts)
    {
        var codes = new List<string>();
        foreach (var text in Split(texts))
        {
            var upper = text.ToUpperInvariant();
            if (upper.Contains('+', StringComparison.Ordinal))
            {
                var group = CountryGroup.Parse(upper);
                if (!group.Ok)
                {
                    return group.Fault!;
                }

                codes.Add(group.Value.Code.Code);
                continue;
            }

            var country = Country.Parse(upper);
            if (!country.Ok || !Geonomenclature.Knows(country.Value))
            {
                return country.Fault ?? Geonomenclature.Unknown(upper);
            }

            codes.Add(country.Value.Code);
        }

        return codes;
    }

    /// <summary>Product codes.</summary>
    internal static Parsed<IReadOnlyList<string>> Products(IEnumerable<string> texts)
    {
        var codes = new List<string>();
        foreach (var text in Split(texts))
        {
            var product = ProductCode.Parse(text);
            if (!product.Ok)
            {
                return product.Fault!;
            }

            codes.Add(product.Value.Text);
        }

        return codes;
    }

    private static IEnumerable<string> Split(IEnumerable<string> texts) =>
        texts.SelectMany(t => t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
