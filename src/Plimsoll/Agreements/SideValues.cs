using Plimsoll.Indicators;

namespace Plimsoll.Agreements;

/// <summary>The readings of a finding by whose figures they are made of, as the conditions of the clause are held against them.</summary>
internal static class SideValues
{
    /// <summary>For each side the readings by indicator without method version, the deciding side first. A reading below the clause's quality has no value.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, Reading>> Of(Clause clause, Finding finding)
    {
        var perSide = clause.Needs.Count / clause.Sides.Count;
        return [.. finding.Readings.Chunk(perSide).Select(side => side.ToDictionary(Name, Usable(clause), StringComparer.Ordinal))];
    }

    /// <summary>Values alone.</summary>
    internal static Dictionary<string, decimal?> Values(IReadOnlyDictionary<string, Reading> side) =>
        side.ToDictionary(r => r.Key, r => r.Value.Value, StringComparer.Ordinal);

    private static string Name(Reading reading) => reading.Indicator.Split('/')[0];

    private static Func<Reading, Reading> Usable(Clause clause) => reading => clause.Quality.Refuse(reading) is null ? reading : reading with { Value = null };
}
