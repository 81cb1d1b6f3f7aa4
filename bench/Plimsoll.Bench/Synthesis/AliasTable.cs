namespace Plimsoll.Bench.Synthesis;

/// <summary>Draws an index in proportion to its weight in constant time (Walker 1977, in Vose's form).</summary>
internal sealed class AliasTable
{
    private readonly double[] keep;
    private readonly int[] other;

    public AliasTable(IReadOnlyList<double> weights)
    {
        var scale = weights.Count / weights.Sum();
        keep = [.. weights.Select(weight => weight * scale)];
        other = new int[keep.Length];
        var small = new Stack<int>(Enumerable.Range(0, keep.Length).Where(i => keep[i] < 1));
        var large = new Stack<int>(Enumerable.Range(0, keep.Length).Where(i => keep[i] >= 1));
        while (small.Count > 0 && large.Count > 0)
        {
            var (lender, borrower) = (large.Pop(), small.Pop());
            other[borrower] = lender;
            keep[lender] -= 1 - keep[borrower];
            (keep[lender] < 1 ? small : large).Push(lender);
        }

        // What is left is 1 but for rounding.
        foreach (var i in small.Concat(large))
        {
            keep[i] = 1;
        }
    }

    /// <summary>The next index.</summary>
    public int Draw(SplitMix random)
    {
        var place = random.NextUnit() * keep.Length;
        var index = (int)place;
        return place - index < keep[index] ? index : other[index];
    }
}
