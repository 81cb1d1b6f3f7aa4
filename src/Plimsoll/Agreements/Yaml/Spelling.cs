using Plimsoll.Trade;

namespace Plimsoll.Agreements.Yaml;

/// <summary>How names in an agreement are spelt.</summary>
internal static class Spelling
{
    private const int IdLimit = 64;

    internal static bool IsId(string text) =>
        text.Length is > 0 and <= IdLimit && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    // A party need not be a country: the members of the WTO have no code.
    internal static bool IsParty(string text) => Country.Parse(text).Ok;

    internal static bool IsCountry(string text) => Country.Parse(text) is { Ok: true, Value: var code } && Geonomenclature.Knows(code);

    /// <summary>" Near: CN (China)." with a leading blank, or nothing when no code is near.</summary>
    internal static string NearCountries(string text)
    {
        var near = text.Length > IdLimit ? [] : Geonomenclature.NearMatches(text);
        return near.Count == 0 ? "" : $" Near: {string.Join(", ", near.Take(3))}.";
    }

    internal static bool IsProduct(string text) => string.Equals(text, Terms.SubjectSelector.EachCn8, StringComparison.Ordinal) || ProductCode.Parse(text).Ok;
}
