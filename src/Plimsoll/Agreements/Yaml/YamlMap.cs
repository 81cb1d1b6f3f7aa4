using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Plimsoll.Agreements.Yaml;

/// <summary>
/// One mapping with the keys that it must have. A value that is not what it should be goes to the log and reads as an empty one, so
/// that one pass finds every fault; what was read counts only while the log is empty.
/// </summary>
internal sealed class YamlMap
{
    private const string Nothing = "none";
    private const decimal LargestNumber = 1e18m;
    private readonly Dictionary<string, YamlNode> values = new(StringComparer.Ordinal);
    private readonly FaultLog faults;

    private YamlMap(Mark place, FaultLog faults)
    {
        Place = place;
        this.faults = faults;
    }

    /// <summary>Stands in for a link that could not be read.</summary>
    internal static Uri NoLink { get; } = new("https://invalid.example");

    internal Mark Place { get; }

    /// <summary>Opens a mapping; every key in <paramref name="keys"/> must be there and no other.</summary>
    internal static YamlMap Open(YamlNode? node, string what, string[] keys, FaultLog faults)
    {
        var map = new YamlMap(node?.Start ?? Mark.Empty, faults);
        if (node is not YamlMappingNode mapping)
        {
            if (node is not null)
            {
                faults.Add(node.Start, "AGR-0005", $"'{what}' must have the keys {string.Join(", ", keys)}.", node is YamlScalarNode scalar ? scalar.Value ?? "" : "");
            }

            return map;
        }

        foreach (var (key, value) in mapping.Children)
        {
            map.Take(what, keys, key, value);
        }

        foreach (var missing in keys.Where(key => !map.values.ContainsKey(key)))
        {
            faults.Add(map.Place, "AGR-0004", $"'{what}' lacks the key '{missing}'. Every key must be written; 'none' says that a term does not exist.");
        }

        return map;
    }

    /// <summary>Where a value stands, or the mapping when it is missing.</summary>
    internal Mark At(string key) => Node(key)?.Start ?? Place;

    internal YamlNode? Node(string key) => values.GetValueOrDefault(key);

    internal YamlNode? NodeOrNone(string key) => IsNone(key) ? null : Node(key);

    internal bool IsNone(string key) => Node(key) is YamlScalarNode { Value: Nothing };

    internal string Text(string key) => Scalar(key, "AGR-0005", "must be text that is not empty", text => string.IsNullOrWhiteSpace(text) ? null : text.Trim()) ?? "";

    internal string Id(string key) => Scalar(key, "AGR-0006", "must be lower-case letters, digits and hyphens, at most 64", text => Spelling.IsId(text) ? text : null) ?? "";

    internal decimal Number(string key) => Scalar(key, "AGR-0006", "must be a number such as 0.05 or -300000000000", ReadNumber) ?? 0m;

    internal decimal? NumberOrNone(string key) => IsNone(key) ? null : Number(key);

    internal int Whole(string key, int least, int most) =>
        Scalar(key, "AGR-0006", $"must be a whole number from {least} to {most}", text => ReadWhole(text) is { } number && number >= least && number <= most ? number : (int?)null) ?? least;

    internal DateOnly Date(string key) => Scalar(key, "AGR-0006", "must be a date such as 2026-07-01", ReadDate) ?? default;

    internal Uri Link(string key) =>
        Scalar(key, "AGR-0006", "must be an https address", text => Uri.TryCreate(text, UriKind.Absolute, out var link) && string.Equals(link.Scheme, "https", StringComparison.Ordinal) ? link : null)
        ?? NoLink;

    internal string Word(string key, IReadOnlyCollection<string> words)
    {
        if (Node(key) is YamlScalarNode { Value: { } text } && !words.Contains(text, StringComparer.Ordinal))
        {
            faults.Add(At(key), "AGR-0007", $"'{key}' must be one of {string.Join(", ", words)}.{Nearest.Hint(text, words)}", text);
            return words.First();
        }

        return Text(key) is { Length: > 0 } word ? word : words.First();
    }

    internal T Word<T>(string key, IReadOnlyDictionary<string, T> words) => words[Word(key, [.. words.Keys])];

    internal IReadOnlyList<YamlNode> List(string key)
    {
        if (Node(key) is YamlSequenceNode { Children: [_, ..] children })
        {
            return [.. children];
        }

        if (values.ContainsKey(key))
        {
            faults.Add(At(key), "AGR-0005", $"'{key}' must be a list with at least one entry.");
        }

        return [];
    }

    internal IReadOnlyList<string> Texts(string key, string shouldBe, Func<string, bool> isRight, Func<string, string>? hint = null)
    {
        var list = List(key);
        foreach (var wrong in list.Where(node => node is not YamlScalarNode { Value: { } text } || !isRight(text)))
        {
            var text = (wrong as YamlScalarNode)?.Value ?? "";
            faults.Add(wrong.Start, "AGR-0006", $"An entry of '{key}' must be {shouldBe}.{hint?.Invoke(text)}", text);
        }

        return [.. list.OfType<YamlScalarNode>().Select(node => node.Value ?? "")];
    }

    private static decimal? ReadNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= LargestNumber
            ? number
            : null;

    private static int? ReadWhole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private void Take(string what, string[] keys, YamlNode key, YamlNode value)
    {
        var name = (key as YamlScalarNode)?.Value ?? "";
        if (keys.Contains(name, StringComparer.Ordinal))
        {
            values[name] = value;
            return;
        }

        faults.Add(key.Start, "AGR-0003", $"'{what}' has no such key.{Nearest.Hint(name, keys)} It has {string.Join(", ", keys)}.", name);
    }

    private T? Scalar<T>(string key, string code, string shouldBe, Func<string, T?> read)
    {
        var node = Node(key);
        if (node is YamlScalarNode { Value: { } text } && read(text) is { } value)
        {
            return value;
        }

        if (node is not null)
        {
            faults.Add(node.Start, code, $"'{key}' {shouldBe}.", (node as YamlScalarNode)?.Value ?? "");
        }

        return default;
    }
}
