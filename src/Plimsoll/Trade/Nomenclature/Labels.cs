using System.Collections.Frozen;
using System.Globalization;

namespace Plimsoll.Trade;

/// <summary>The texts of HS and CN codes; read only when somebody asks for one.</summary>
internal static class Labels
{
    private static readonly Lazy<FrozenDictionary<string, (int From, string Text)[]>> Texts = new(Read);

    /// <summary>The text of a code that stood in that year; null when none is bundled.</summary>
    internal static string? Of(ProductCode code, int year)
    {
        if (code.Kind != ProductKind.Cn8)
        {
            return Texts.Value.GetValueOrDefault(code.Text)?[0].Text;
        }

        var own = Own(code, year);
        var subheading = Texts.Value.GetValueOrDefault(code.Text[..6])?[0].Text;
        return (own, subheading, code.Text.EndsWith("00", StringComparison.Ordinal)) switch
        {
            (null, _, _) => null,
            (_, null, _) => own,
            (_, _, true) => subheading,
            _ => $"{subheading} — {own}",
        };
    }

    /// <summary>The first eight codes whose newest label holds every word.</summary>
    internal static IReadOnlyList<ProductCode> Search(IEnumerable<ProductCode> codes, string[] words) =>
        words.Length == 0 ? [] : [.. codes.Where(code => HasAll(Of(code, Nomenclature.LastListedYear) ?? "", words)).Take(8)];

    private static bool HasAll(string label, string[] words) => words.All(word => label.Contains(word, StringComparison.OrdinalIgnoreCase));

    // For a year before the first text, the code must have stood in every year between: a code that came back may mean something else.
    private static string? Own(ProductCode code, int year)
    {
        if (!Texts.Value.TryGetValue(code.Text, out var texts))
        {
            return null;
        }

        var first = texts[0].From;
        var stoodThroughout = year >= first || Enumerable.Range(year, first - year).All(between => Nomenclature.Stood(Nomenclature.Number(code), between));
        return !stoodThroughout ? null : year < first ? texts[0].Text : Array.FindLast(texts, text => text.From <= year).Text;
    }

    private static FrozenDictionary<string, (int From, string Text)[]> Read() => Packed.Rows("labels.tsv.gz")
        .GroupBy(row => row[0], row => (int.Parse(row[1], CultureInfo.InvariantCulture), row[2]), StringComparer.Ordinal)
        .ToFrozenDictionary(texts => texts.Key, texts => texts.ToArray(), StringComparer.Ordinal);
}
