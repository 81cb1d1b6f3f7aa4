using System.Collections.Frozen;
using Plimsoll.Trade;

namespace Plimsoll.Host.Languages;

/// <summary>A language that the pages are offered in: its words, its numbers and its dates. Nothing here depends on the machine's culture.</summary>
public sealed class Language
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Countries = new(ReadCountries);
    private readonly Func<Month, IReadOnlyList<string>, string> month;
    private readonly int column;

    private Language(string code, string tag, string name, Words words, NumberText numbers, Func<Month, IReadOnlyList<string>, string> month, int column)
    {
        (Code, Tag, Name, Words, Numbers, this.month, this.column) = (code, tag, name, words, numbers, month, column);
    }

    internal static Language English { get; } = new("en", "en", "English", EnglishWords.All, NumberText.English, (m, names) => $"{names[m.Number - 1]} {m.Year}", 1);

    internal static Language German { get; } = new("de", "de", "Deutsch", GermanWords.All, NumberText.German, (m, names) => $"{names[m.Number - 1]} {m.Year}", 2);

    internal static Language French { get; } = new("fr", "fr", "Français", FrenchWords.All, NumberText.French, (m, names) => $"{names[m.Number - 1]} {m.Year}", 3);

    internal static Language Chinese { get; } = new("zh", "zh-Hans", "中文", ChineseWords.All, NumberText.Chinese, (m, _) => $"{m.Year}年{m.Number}月", 4);

    internal static IReadOnlyList<Language> All { get; } = [English, German, French, Chinese];

    /// <summary>First segment of every address: <c>en</c>, <c>de</c>, <c>fr</c> or <c>zh</c>.</summary>
    internal string Code { get; }

    /// <summary>Value of the <c>lang</c> attribute.</summary>
    internal string Tag { get; }

    /// <summary>The language's name for itself.</summary>
    internal string Name { get; }

    internal Words Words { get; }

    internal NumberText Numbers { get; }

    internal static Language? Find(string code) => All.FirstOrDefault(l => string.Equals(l.Code, code, StringComparison.Ordinal));

    /// <summary>The first offered language that an <c>Accept-Language</c> header names; English when it names none.</summary>
    internal static Language Preferred(string? header) =>
        (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(20)
            .Select(wish => wish.Split(';', '-')[0].Trim().ToLowerInvariant())
            .Select(Find)
            .FirstOrDefault(known => known is not null) ?? English;

    /// <summary>A period as people write it: <c>Dec 2025</c>, <c>Q3 2025</c>, <c>2025</c>, <c>Jan–Feb 2025</c>.</summary>
    internal string Period(Period period) => period.Months switch
    {
        12 when period.Start.Number == 1 => Words.Year(period.Start.Year),
        1 => month(period.Start, Words.Months),
        _ => $"{month(period.Start, Words.Months)} – {month(period.End, Words.Months)}",
    };

    /// <summary>A day as people write it.</summary>
    internal string Day(DateOnly day) => Words.Day(day.Day, Words.Months[day.Month - 1], day.Month, day.Year);

    /// <summary>The name of a reporter or partner; the English one of the geonomenclature, or the code, where the list has none.</summary>
    internal string Country(string code) =>
        Countries.Value.TryGetValue(code, out var names) ? names[column]
        : Trade.Country.Parse(code) is { Ok: true, Value: var country } ? CountryGroup.Find(country)?.Name ?? Geonomenclature.Entries.LastOrDefault(e => e.Country == country)?.Name ?? code
        : code;

    private static FrozenDictionary<string, string[]> ReadCountries()
    {
        using var stream = typeof(Language).Assembly.GetManifestResourceStream("languages/countries.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToFrozenDictionary(names => names[0], StringComparer.Ordinal);
    }
}
