using Plimsoll.Agreements;

namespace Plimsoll.Consultations;

/// <summary>A finding in a case, as it came in and as it is now.</summary>
/// <param name="Id">What <c>plimsoll explain</c> takes.</param>
/// <param name="Effect">What its colour led to.</param>
/// <param name="Status">How much the parties have agreed to; stands beside every colour.</param>
/// <param name="Limits">The limits that applied, as text.</param>
/// <param name="Vintages">What it was when it came in, and whenever somebody entered that it was something else, with who; the first that came in first.</param>
/// <param name="WithdrawnBy">Origins of the logs whose last word is that a revision of the data took it back.</param>
/// <param name="Withdrawn">True when that is every party's last word. It stays in the case, with every vintage.</param>
/// <param name="Since">Day of the entry that brought it in.</param>
public sealed record CaseFinding(
    string Id, CaseEffect Effect, string Status, string Limits, IReadOnlyList<FindingVintage> Vintages, IReadOnlyList<string> WithdrawnBy, bool Withdrawn, DateOnly Since)
{
    /// <summary>What it was when it came in.</summary>
    public FindingVintage Then => Vintages[0];

    /// <summary>What was entered of it last.</summary>
    public FindingVintage Now => Vintages[^1];

    /// <summary>Clause and subject: what stays the same from one period to the next.</summary>
    public string Line => LineOf(Id);

    /// <summary>The newest entry of its colour: what a withdrawal takes back.</summary>
    internal FindingVintage Coloured => Vintages.Last(one => !one.TakesBack);

    /// <summary>What a log entered of it last; null when it entered nothing.</summary>
    internal FindingVintage? LastBy(string log) => Vintages.LastOrDefault(one => one.By == log);

    /// <summary>
    /// True when a vintage takes it back on a day: it was published by then, and after every vintage on which it had its colour. What
    /// somebody says was published only after that day does not count against it.
    /// </summary>
    internal static bool IsTakenBack(IEnumerable<FindingVintage> known, FindingVintage now, DateOnly day) =>
        now.TakesBack && now.Releases.Count > 0 && now.KnownOn <= day && known.Where(one => !one.TakesBack && one.KnownOn <= day).All(now.IsLaterThan);

    /// <summary>Agreement and clause of a finding's id.</summary>
    internal static string ClauseOf(string id) => LineOf(id).Split('@', 2)[0];

    /// <summary>The line of a finding's id.</summary>
    internal static string LineOf(string id) => FindingId.Parse(id) is { Ok: true, Value: var parts } ? $"{parts.Agreement}/{parts.Clause}@{parts.Subject}" : id;
}
