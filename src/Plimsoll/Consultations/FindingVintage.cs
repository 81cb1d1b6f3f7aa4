using System.Globalization;

namespace Plimsoll.Consultations;

/// <summary>What a finding was on one vintage of the data.</summary>
/// <param name="Zone">As agreements write it: <c>amber</c>, <c>red</c>, <c>green</c>.</param>
/// <param name="Value">The leading reading, unrounded, in decimal digits; null when there was none.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="KnownAt">When the youngest release that entered was published, ISO 8601; null when none did.</param>
/// <param name="AsOf">Day whose vintages were used, ISO 8601; null for the newest.</param>
/// <param name="Releases">Ids of the releases that entered.</param>
public sealed record FindingVintage(string Zone, string? Value, string Unit, string? KnownAt, string? AsOf, IReadOnlyList<string> Releases)
{
    internal const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Origin of the log that entered it; empty while it stands in none.</summary>
    public string By { get; init; } = "";

    /// <summary>True when the zone takes a finding back.</summary>
    internal bool TakesBack => Zone is "green" or "pending";

    /// <summary>Day of <see cref="KnownAt"/>; null when there is none, or when it is not written as it should be.</summary>
    internal DateOnly? KnownOn =>
        DateTime.TryParseExact(KnownAt, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? DateOnly.FromDateTime(moment) : null;

    // Both are written in UTC and to the second, so that their order as text is their order in time.
    internal bool IsLaterThan(FindingVintage known) => string.CompareOrdinal(KnownAt, known.KnownAt) > 0;

    /// <summary>True when it is the same colour on the same releases, whoever says so.</summary>
    internal bool IsSameAs(FindingVintage other) => Zone == other.Zone && Releases.SequenceEqual(other.Releases, StringComparer.Ordinal);
}
