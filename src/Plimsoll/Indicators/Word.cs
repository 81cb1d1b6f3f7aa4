using System.Text.Json;

namespace Plimsoll.Indicators;

/// <summary>The snake-case words of an enumeration, as agreements and permalinks write them.</summary>
internal static class Word<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Written =
        Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly Dictionary<string, T> Read = Written.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    internal static IEnumerable<string> All => Read.Keys;

    internal static string Of(T value) => Written[value];

    internal static T? Parse(string word) => Read.TryGetValue(word, out var value) ? value : null;
}
