using Plimsoll.Indicators;

namespace Plimsoll.Agreements.Yaml;

/// <summary>The unit of a limit, which has to be that of the measure: a limit in another currency than the source's would be compared with it all the same.</summary>
internal static class UnitReader
{
    /// <summary>Reads <c>unit</c>. A number from outside trade statistics may have any.</summary>
    /// <param name="map">A threshold or a floor.</param>
    /// <param name="indicator">Id of what the limit is held against.</param>
    /// <param name="source">Where its figures come from.</param>
    /// <param name="faults">Takes <c>AGR-0015</c>.</param>
    internal static string Read(YamlMap map, string indicator, string source, FaultLog faults)
    {
        var unit = map.Text("unit");
        if (Indicator.Parse(indicator) is { Ok: true, Value: var read } && CurrencyOf(source) is { } currency && read.Unit(currency) is var right && unit != right)
        {
            faults.Add(map.At("unit"), "AGR-0015", $"{indicator} on the figures of '{source}' is in {right}. Write 'unit: {right}', and the limits in it.", unit);
        }

        return unit;
    }

    private static string? CurrencyOf(string source) => source switch
    {
        "comext" or "published" or "surveillance" => "EUR",
        "gacc" => "CNY",
        "gacc-usd" or "comtrade" => "USD",
        _ => null,
    };
}
