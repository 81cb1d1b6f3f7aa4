using Plimsoll.Trade;

namespace Plimsoll.Agreements.Yaml;

/// <summary>Measure, window and baseline, as the id that the Indicators stage reads.</summary>
internal static class IndicatorReader
{
    internal static string Read(YamlMap map, FaultLog faults)
    {
        var measure = map.Text("measure");
        var named = measure.StartsWith(Words.External, StringComparison.Ordinal) && Spelling.IsId(measure[Words.External.Length..]);
        var level = $"{(named ? measure : map.Word("measure", Words.Measures))}.{map.Word("window", Words.Windows)}";
        var baseline = map.Text("baseline");
        if (baseline.StartsWith(Words.FixedBaseline, StringComparison.Ordinal))
        {
            return ReadFixed(map, baseline, faults, level);
        }

        return map.Word("baseline", Words.Baselines) switch
        {
            "none" => level,
            // For windows of whole months the two are the same comparison, and one comparison has one id.
            "same_months_prev_year" => $"{level}.vs_prev_year",
            var other => $"{level}.vs_{other}",
        };
    }

    private static string ReadFixed(YamlMap map, string baseline, FaultLog faults, string level)
    {
        if (Period.Parse(baseline[Words.FixedBaseline.Length..]) is { Fault: { } fault })
        {
            faults.Add(map.At("baseline"), "AGR-0006", $"A fixed baseline names its period, such as fixed.2023. {fault.Message}", baseline);
        }

        return $"{level}.vs_{baseline}";
    }
}
