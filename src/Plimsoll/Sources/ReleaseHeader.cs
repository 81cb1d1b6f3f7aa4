namespace Plimsoll.Sources;

/// <summary>What an answer says of itself.</summary>
/// <param name="Source">Line of vintages, see <see cref="Release.Source"/>.</param>
/// <param name="Dataset">The source's own name.</param>
/// <param name="Currency">ISO code of its values.</param>
/// <param name="Parser">Format and version.</param>
/// <param name="WholePeriods">True when each period in it is published whole, see <see cref="ReleaseScope.Whole"/>.</param>
/// <param name="PublishedAt">Publication time when the answer states one.</param>
public sealed record ReleaseHeader(
    string Source,
    string Dataset,
    string Currency,
    string Parser,
    bool WholePeriods,
    DateTimeOffset? PublishedAt)
{
    /// <summary>True for detailed trade statistics, which list all trade there was: see <see cref="ReleaseScope.Exhaustive"/>.</summary>
    public bool Exhaustive { get; init; }
}
