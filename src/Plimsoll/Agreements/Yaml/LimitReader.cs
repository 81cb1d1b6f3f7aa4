using Plimsoll.Agreements.Terms;
using YamlDotNet.RepresentationModel;

namespace Plimsoll.Agreements.Yaml;

/// <summary>A limit: a number, stairs, or <c>none</c>.</summary>
internal static class LimitReader
{
    internal static Limit? Read(YamlMap map, string key, FaultLog faults) => map.Node(key) switch
    {
        null => null,
        YamlMappingNode node => ReadStairs(YamlMap.Open(node, "stairs", Keys.Stairs, faults), faults),
        _ when map.IsNone(key) => null,
        _ => Limit.Of(map.Number(key)),
    };

    /// <summary>True when some reading crosses <paramref name="later"/> and has not crossed <paramref name="earlier"/>; compared where both stand on the same stairs.</summary>
    internal static bool IsMoreSevere(Limit? earlier, Limit? later, Comparator comparator) =>
        earlier is not null && later is not null && earlier.Stairs.Count == later.Stairs.Count
        && earlier.Stairs.Zip(later.Stairs).Any(pair => (pair.First.Value - pair.Second.Value) * comparator.Sign() > 0);

    private static Limit ReadStairs(YamlMap map, FaultLog faults)
    {
        var by = IndicatorReader.Read(YamlMap.Open(map.Node("by"), "by", Keys.By, faults), faults);
        var stairs = map.List("stairs")
            .Select(node => YamlMap.Open(node, "stair", Keys.Stair, faults))
            .Select(stair => new Stair(stair.NumberOrNone("up_to"), stair.Number("value")))
            .ToList();
        var ends = stairs.ConvertAll(stair => stair.UpTo);
        if (stairs.Count == 0 || ends[^1] is not null || ends.SkipLast(1).Any(end => end is null) || ends.Zip(ends.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            faults.Add(map.At("stairs"), "AGR-0012", "Stairs must rise, each with a larger 'up_to', and only the last says 'up_to: none'.");
        }

        return new Limit(by, stairs);
    }
}
