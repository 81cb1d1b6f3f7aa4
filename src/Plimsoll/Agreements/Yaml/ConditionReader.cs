using Plimsoll.Agreements.Terms;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Plimsoll.Agreements.Yaml;

/// <summary>A condition: a threshold, or <c>all</c>, <c>any</c> or <c>k</c> <c>of</c> several.</summary>
internal static class ConditionReader
{
    private static readonly Threshold Unread = new("", "", Comparator.Above, "", [new DatedLimits(default, null, null, null, null, "", YamlMap.NoLink)]);

    internal static Condition Read(YamlNode? node, string source, FaultLog faults)
    {
        if (Has(node, "all"))
        {
            var map = YamlMap.Open(node, "all", Keys.All, faults);
            return Combine(map, "all", parts => parts.Count, source, faults);
        }

        if (Has(node, "any"))
        {
            return Combine(YamlMap.Open(node, "any", Keys.Any, faults), "any", _ => 1, source, faults);
        }

        if (Has(node, "of"))
        {
            var map = YamlMap.Open(node, "k_of_n", Keys.KOfN, faults);
            return Combine(map, "of", parts => map.Whole("k", 1, Math.Max(1, parts.Count)), source, faults);
        }

        return ReadThreshold(YamlMap.Open(node, "threshold", Keys.Threshold, faults), source, faults);
    }

    private static bool Has(YamlNode? node, string key) => node is YamlMappingNode map && map.Children.Keys.Any(name => name is YamlScalarNode scalar && string.Equals(scalar.Value, key, StringComparison.Ordinal));

    private static Condition Combine(YamlMap map, string key, Func<List<Condition>, int> k, string source, FaultLog faults)
    {
        var parts = map.List(key).Select(part => Read(part, source, faults)).ToList();
        return parts.Count == 0 ? Unread : new Combination(k(parts), parts);
    }

    private static Threshold ReadThreshold(YamlMap map, string source, FaultLog faults)
    {
        var comparator = map.Word("comparator", Words.Comparators);
        if (map.Word("direction", Words.Directions) != comparator.Sign())
        {
            faults.Add(map.At("direction"), "AGR-0008", "The direction contradicts the comparator: > and >= go with higher_is_worse, < and <= with lower_is_worse.");
        }

        var values = map.List("values").Select(node => ReadLimits(node, comparator, faults)).ToList();
        if (values.Zip(values.Skip(1)).Any(pair => pair.First.Effective >= pair.Second.Effective))
        {
            faults.Add(map.At("values"), "AGR-0009", "Each entry of 'values' must be effective later than the one before.");
        }

        var indicator = IndicatorReader.Read(map, faults);
        return new Threshold(map.Id("id"), indicator, comparator, UnitReader.Read(map, indicator, source, faults), values.Count == 0 ? Unread.Values : values);
    }

    private static DatedLimits ReadLimits(YamlNode node, Comparator comparator, FaultLog faults)
    {
        var map = YamlMap.Open(node, "values", Keys.Values, faults);
        var exits = map.IsNone("hysteresis") ? null : YamlMap.Open(map.Node("hysteresis"), "hysteresis", Keys.Hysteresis, faults);
        var origin = YamlMap.Open(map.Node("reference"), "reference", Keys.Origin, faults);
        var limits = new DatedLimits(
            map.Date("effective"),
            LimitReader.Read(map, "amber", faults),
            LimitReader.Read(map, "red", faults),
            exits is null ? null : LimitReader.Read(exits, "exit_amber", faults),
            exits is null ? null : LimitReader.Read(exits, "exit_red", faults),
            origin.Text("text"),
            origin.Link("link"));
        CheckOrder(limits, comparator, map.Place, faults);
        return limits;
    }

    private static void CheckOrder(DatedLimits limits, Comparator comparator, Mark place, FaultLog faults)
    {
        if (limits.Amber is null && limits.Red is null)
        {
            faults.Add(place, "AGR-0008", "A condition needs an amber or a red limit.");
        }

        if (LimitReader.IsMoreSevere(limits.Amber, limits.Red, comparator))
        {
            faults.Add(place, "AGR-0008", "Amber would be crossed later than red. Exchange the limits.");
        }

        if (LimitReader.IsMoreSevere(limits.ExitAmber, limits.Amber, comparator) || LimitReader.IsMoreSevere(limits.ExitRed, limits.Red, comparator))
        {
            faults.Add(place, "AGR-0008", "An exit limit lies beyond the limit that it ends: the zone would be left before it is entered.");
        }

        if ((limits.ExitAmber is not null && limits.Amber is null) || (limits.ExitRed is not null && limits.Red is null))
        {
            faults.Add(place, "AGR-0008", "An exit limit needs the limit that it ends. Write none.");
        }
    }
}
