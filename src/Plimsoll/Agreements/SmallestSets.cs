namespace Plimsoll.Agreements;

/// <summary>Finds the fewest of several changes that are enough together.</summary>
internal static class SmallestSets
{
    // Beyond so many tries the answer is a set of which none can be spared, be it the smallest or not: a clause of very many conditions.
    private const int Tries = 20_000;

    /// <summary>All sets of the smallest size that suffice; empty when none does.</summary>
    /// <param name="count">How many changes there are.</param>
    /// <param name="suffices">Whether the changes at these places, together, are enough.</param>
    internal static IReadOnlyList<IReadOnlyList<int>> Of(int count, Func<IReadOnlyList<int>, bool> suffices)
    {
        var enough = Spared(count, suffices);
        var tries = 0;
        for (var size = 1; size <= (enough?.Count ?? count) && tries < Tries; size++)
        {
            var found = Choose(0, count, size).TakeWhile(_ => tries++ < Tries).Where(suffices).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return enough is null ? [] : [enough];
    }

    /// <summary>In how many ways <paramref name="size"/> of <paramref name="count"/> can be chosen.</summary>
    internal static decimal Choices(int count, int size)
    {
        var ways = 1m;
        for (var i = 1; i <= size; i++)
        {
            ways = ways * (count - size + i) / i;
        }

        return ways;
    }

    // All of them less what can be spared; null when even all are not enough.
    private static List<int>? Spared(int count, Func<IReadOnlyList<int>, bool> suffices)
    {
        List<int> left = [.. Enumerable.Range(0, count)];
        if (!suffices(left))
        {
            return null;
        }

        for (var i = count - 1; i >= 0; i--)
        {
            List<int> without = [.. left.Where(one => one != i)];
            left = suffices(without) ? without : left;
        }

        return left;
    }

    private static IEnumerable<IReadOnlyList<int>> Choose(int from, int count, int size)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = from; first < count; first++)
        {
            foreach (var rest in Choose(first + 1, count, size - 1))
            {
                yield return [first, .. rest];
            }
        }
    }
}
