namespace Plimsoll.Agreements;

/// <summary>From which vintages the readings of an assessment were made.</summary>
/// <param name="AsOf">Day whose vintages were used; null for the newest.</param>
/// <param name="KnownAt">When the youngest release that entered was published; null when none did.</param>
/// <param name="Releases">Ids of the releases that entered.</param>
public sealed record ReadVintage(DateOnly? AsOf, DateTimeOffset? KnownAt, IReadOnlyList<string> Releases)
{
    /// <summary>The newest vintages, with no release named: for cases and what-ifs.</summary>
    public static ReadVintage Newest { get; } = new(null, null, []);
}
