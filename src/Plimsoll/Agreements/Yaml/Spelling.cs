using Plimsoll.Trade;

namespace Plimsoll.Agreements.Yaml;

/// <summary>How names in an agreement are spelt.</summary>
internal static class Spelling
{
    private const int IdLimit = 64;

    internal static bool IsId(string text) =>
        text.Length is > 0 and <= IdLimit && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    internal static bool IsCountry(string text) => Country.Parse(text).Ok;

    internal static bool IsProduct(string text) => string.Equals(text, Terms.SubjectSelector.EachCn8, StringComparison.Ordinal) || ProductCode.Parse(text).Ok;
}
