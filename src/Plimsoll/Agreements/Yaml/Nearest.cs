namespace Plimsoll.Agreements.Yaml;

/// <summary>Finds the word that somebody probably meant.</summary>
internal static class Nearest
{
    private const int LengthLimit = 40;

    /// <summary>" Did you mean 'x'?" with a leading blank, or nothing when no word is near.</summary>
    internal static string Hint(string written, IEnumerable<string> words)
    {
        if (written.Length is 0 or > LengthLimit)
        {
            return "";
        }

        var (word, distance) = words.Select(candidate => (candidate, Edits(written, candidate))).MinBy(pair => pair.Item2);
        return distance <= Math.Max(1, word.Length / 3) ? $" Did you mean '{word}'?" : "";
    }

    // Levenshtein's distance, one row at a time.
    private static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
