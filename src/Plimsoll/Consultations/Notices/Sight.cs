namespace Plimsoll.Consultations.Notices;

/// <summary>What a watch-list saw last.</summary>
/// <param name="Findings">Each line once.</param>
/// <param name="Logs">How many entries of each log were read, by its origin.</param>
/// <param name="Day">Day of the last look, in UTC; null before the first.</param>
public sealed record Sight(IReadOnlyList<SeenFinding> Findings, IReadOnlyDictionary<string, long> Logs, DateOnly? Day)
{
    /// <summary>Nobody has looked yet.</summary>
    public static Sight None { get; } = new([], new Dictionary<string, long>(StringComparer.Ordinal), null);
}
