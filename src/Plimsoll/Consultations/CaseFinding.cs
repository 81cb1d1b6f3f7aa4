using Plimsoll.Agreements;

namespace Plimsoll.Consultations;

/// <summary>A finding in a case, as it came in and as it is now.</summary>
/// <param name="Id">What <c>plimsoll explain</c> takes.</param>
/// <param name="Effect">What its colour led to.</param>
/// <param name="Status">How much the parties have agreed to; stands beside every colour.</param>
/// <param name="Limits">The limits that applied, as text.</param>
/// <param name="Vintages">What it was when it came in, and whenever somebody entered that it was something else; oldest first.</param>
/// <param name="Withdrawn">True when a revision of the data took it back. It stays in the case, with both vintages.</param>
/// <param name="Since">Day of the entry that brought it in.</param>
public sealed record CaseFinding(
    string Id, CaseEffect Effect, string Status, string Limits, IReadOnlyList<FindingVintage> Vintages, bool Withdrawn, DateOnly Since)
{
    /// <summary>What it was when it came in.</summary>
    public FindingVintage Then => Vintages[0];

    /// <summary>What was entered of it last.</summary>
    public FindingVintage Now => Vintages[^1];

    /// <summary>Clause and subject: what stays the same from one period to the next.</summary>
    public string Line => LineOf(Id);

    /// <summary>True when it was entered already that it has this colour on these releases.</summary>
    internal bool Knows(FindingVintage vintage) => Vintages.Any(one => one.Zone == vintage.Zone && one.Releases.SequenceEqual(vintage.Releases, StringComparer.Ordinal));

    /// <summary>Agreement and clause of a finding's id.</summary>
    internal static string ClauseOf(string id) => LineOf(id).Split('@', 2)[0];

    /// <summary>The line of a finding's id.</summary>
    internal static string LineOf(string id) => FindingId.Parse(id) is { Ok: true, Value: var parts } ? $"{parts.Agreement}/{parts.Clause}@{parts.Subject}" : id;
}
