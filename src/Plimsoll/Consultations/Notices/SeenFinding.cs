using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Notices;

/// <summary>A finding as it was when somebody looked last: what the next look is compared with.</summary>
/// <param name="Line">Finding's id without the period: what stays the same from one period to the next.</param>
/// <param name="Period">Period assessed, as its id writes it.</param>
/// <param name="Zone">Zone, as agreements write it.</param>
/// <param name="Limits">The limits that applied.</param>
/// <param name="Releases">Ids of the releases that entered.</param>
public sealed record SeenFinding(string Line, string Period, string Zone, string Limits, IReadOnlyList<string> Releases)
{
    /// <summary>What is kept of a finding.</summary>
    public static SeenFinding Of(Finding finding) =>
        new(LineOf(finding.Id), finding.Period.ToString(), Spelt.Of(finding.Zone), LimitsOf(finding.Thresholds), finding.Releases);

    /// <summary>A finding's id without its period, which may itself hold a slash.</summary>
    internal static string LineOf(string id) => FindingId.Parse(id) is { Ok: true, Value: var parts } ? $"{parts.Agreement}/{parts.Clause}@{parts.Subject}" : id;

    /// <summary>Null when the period cannot be read, in a file that somebody changed.</summary>
    internal Period? ReadPeriod() => Trade.Period.Parse(Period) is { Ok: true, Value: var read } ? read : null;

    // Exact, with the limits at which a zone ends: two that read the same are the same.
    private static string LimitsOf(AppliedThresholds limits) =>
        string.Create(CultureInfo.InvariantCulture, $"{limits.Comparator} {limits.Amber} {limits.Red} {limits.ExitAmber} {limits.ExitRed}");
}
