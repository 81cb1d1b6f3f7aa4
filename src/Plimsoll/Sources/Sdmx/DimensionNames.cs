namespace Plimsoll.Sources.Sdmx;

/// <summary>What a family of datasets calls the dimensions of trade.</summary>
internal sealed record DimensionNames(string Reporter, string Partner, string Product, string Flow, string Indicator)
{
    /// <summary>The detailed datasets of Comext.</summary>
    internal static DimensionNames Comext { get; } = new("reporter", "partner", "product", "flow", "indicators");

    /// <summary>The short-term aggregates (<c>ext_st_*</c>).</summary>
    internal static DimensionNames ShortTerm { get; } = new("geo", "partner", "sitc06", "stk_flow", "indic_et");

    /// <summary>Dimensions that are not among the columns.</summary>
    internal IReadOnlyList<string> MissingFrom(IReadOnlyCollection<string> columns) =>
        [.. new[] { Reporter, Partner, Product, Flow, Indicator }.Where(name => !columns.Contains(name, StringComparer.OrdinalIgnoreCase))];
}
