namespace Plimsoll.Consultations.Notices;

/// <summary>On which figures a notice rests.</summary>
/// <param name="AsOf">Day whose vintages were used; null for the newest.</param>
/// <param name="KnownAt">When the youngest release that entered was published; null when none did.</param>
/// <param name="Releases">Ids of the releases that entered; empty for cases, which stand in the parties' logs.</param>
public sealed record NoticeVintage(DateOnly? AsOf, DateTimeOffset? KnownAt, IReadOnlyList<string> Releases)
{
    /// <summary>No figures: what the parties entered.</summary>
    public static NoticeVintage None { get; } = new(null, null, []);
}
