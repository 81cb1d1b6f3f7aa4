namespace Plimsoll.Trade;

/// <summary>Collects everything that the relations connect with a code, forwards and backwards, within a span of years.</summary>
internal sealed class FamilyWalk(int fromYear, int toYear)
{
    private readonly SortedSet<int>[] reached = [.. Enumerable.Range(fromYear, toYear - fromYear + 1).Select(_ => new SortedSet<int>())];
    private readonly Queue<(int Code, int Year)> open = new();

    /// <summary>The first code found that ends or begins without a published relation; null when the family is closed.</summary>
    internal Fault? Gap { get; private set; }

    /// <summary>The codes by year, ascending.</summary>
    internal IReadOnlyList<ProductCode>[] Codes() => [.. reached.Select(year => (IReadOnlyList<ProductCode>)[.. year.Select(Nomenclature.ToCode)])];

    /// <summary>Starts from a code in every year in which it stood, and follows all relations.</summary>
    internal void Reach(int code)
    {
        for (var year = fromYear; year <= toYear; year++)
        {
            if (Nomenclature.Stood(code, year))
            {
                Add(code, year);
            }
        }

        while (Gap is null && open.TryDequeue(out var next))
        {
            Follow(next.Code, next.Year);
        }
    }

    private void Follow(int code, int year)
    {
        if (year < toYear)
        {
            AddAll(CnRelations.After(code, year), code, year, year + 1);
        }

        if (year > fromYear)
        {
            AddAll(CnRelations.Before(code, year), code, year, year - 1);
        }
    }

    private void AddAll(IEnumerable<int> codes, int from, int year, int toward)
    {
        var any = false;
        foreach (var code in codes)
        {
            any = true;
            Add(code, toward);
        }

        Gap ??= any ? null : Missing(from, year, toward);
    }

    private void Add(int code, int year)
    {
        if (reached[year - fromYear].Add(code))
        {
            open.Enqueue((code, year));
        }
    }

    private static Fault Missing(int code, int year, int toward) => new(
        "TRD-0011",
        $"The code stood in {year} and not in {toward}, and no relation says what it {(toward > year ? "became" : "came from")}: no series crosses that step.",
        Nomenclature.ToCode(code).Text);
}
