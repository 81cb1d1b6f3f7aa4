namespace Plimsoll.Sources.Sdmx;

/// <summary>Places of the dimensions of trade among the dimensions of an answer.</summary>
internal readonly record struct SeriesKey
{
    internal SeriesKey(DimensionNames names, IReadOnlyList<string> dimensions)
    {
        Count = dimensions.Count;
        Reporter = Find(names.Reporter);
        Partner = Find(names.Partner);
        Product = Find(names.Product);
        Flow = Find(names.Flow);
        Indicator = Find(names.Indicator);
        Frequency = Find("freq");

        int Find(string name) => dimensions.Index().Where(d => string.Equals(d.Item, name, StringComparison.OrdinalIgnoreCase)).Select(d => d.Index).FirstOrDefault(-1);
    }

    internal int Count { get; }

    internal int Reporter { get; }

    internal int Partner { get; }

    internal int Product { get; }

    internal int Flow { get; }

    internal int Indicator { get; }

    /// <summary>−1 when the answer does not state frequencies.</summary>
    internal int Frequency { get; }
}
