namespace Plimsoll.Trade;

/// <summary>How far two spellings are apart.</summary>
internal static class Spelling
{
    /// <summary>Least number of inserted, deleted, replaced or swapped neighbouring characters (optimal string alignment).</summary>
    internal static int Distance(string left, string right)
    {
        var rows = new int[3, right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var (now, last, before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
            rows[now, 0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = rows[last, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var least = Math.Min(replaced, Math.Min(rows[last, j], rows[now, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                rows[now, j] = swapped ? Math.Min(least, rows[before, j - 2] + 1) : least;
            }
        }

        return rows[left.Length % 3, right.Length];
    }
}
