using System.Globalization;
using Plimsoll.Agreements.Yaml;
using Plimsoll.Trade;
using YamlDotNet.RepresentationModel;

namespace Plimsoll.Agreements.Cases;

/// <summary>Reads cases and holds every name in them against the agreement.</summary>
internal static class CaseReader
{
    private const string Missing = "missing";
    private const int LongestHistory = 60;
    private const int LongestPeriod = 12;

    internal static List<AgreementCase> Read(YamlMappingNode root, Agreement agreement, FaultLog faults)
    {
        var file = YamlMap.Open(root, "case_file", Keys.CaseFile, faults);
        if (!string.Equals(file.Text("agreement"), agreement.Id, StringComparison.Ordinal))
        {
            faults.Add(file.At("agreement"), "AGR-0013", $"The file's cases are not of the agreement '{agreement.Id}'.");
        }

        return [.. file.List("cases").Select(node => ReadCase(YamlMap.Open(node, "case", Keys.Case, faults), agreement, faults)).OfType<AgreementCase>()];
    }

    private static AgreementCase? ReadCase(YamlMap map, Agreement agreement, FaultLog faults)
    {
        var name = map.Text("name");
        var id = map.Word("clause", [.. agreement.Clauses.Select(one => one.Id)]);
        var clause = agreement.Clauses.First(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        var read = Period.Parse(map.Text("period"));
        if (read.Fault is { } fault)
        {
            faults.Add(map.At("period"), "AGR-0006", fault.Message, fault.Text);
        }

        IReadOnlyList<YamlNode> history = map.IsNone("history") ? [] : map.List("history");
        var inputs = history.Append(map.Node("inputs")).OfType<YamlNode>().Select(node => ReadInputs(node, clause, faults)).ToList();
        if (inputs.Count > LongestHistory || (read.Ok && read.Value.Months > LongestPeriod))
        {
            faults.Add(map.At("history"), "AGR-0006", $"A case covers at most {LongestHistory} periods of at most {LongestPeriod} months.");
            return null;
        }

        var limit = map.IsNone("limit") ? null : map.Word("limit", LimitsOf(clause));
        var expected = map.Word("expected", Words.Zones);
        var margin = map.NumberOrNone("margin");
        return read.Ok && inputs.Count > 0 ? new AgreementCase(name, clause, read.Value, inputs, expected, limit, margin) : null;
    }

    private static string[] LimitsOf(Clause clause) =>
    [
        .. from threshold in clause.Condition.Thresholds
           from named in threshold.Values.SelectMany(limits => limits.Named)
           select $"{threshold.Id}.{named.Level}",
        "materiality",
    ];

    private static Dictionary<string, decimal?> ReadInputs(YamlNode node, Clause clause, FaultLog faults)
    {
        var read = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        var needed = clause.Needs.SelectMany(need => new[] { need.Indicator, AgreementCase.Counterpart + need.Indicator }).ToHashSet(StringComparer.Ordinal);
        if (node is not YamlMappingNode map)
        {
            faults.Add(node.Start, "AGR-0005", "Inputs must be indicator ids with numbers.");
            return read;
        }

        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!needed.Contains(name))
            {
                faults.Add(key.Start, "AGR-0013", $"The clause needs no such reading.{Nearest.Hint(name, needed)} It needs {string.Join(", ", clause.Needs.Select(need => need.Indicator).Distinct(StringComparer.Ordinal))}.", name);
            }

            read[name] = ReadValue(value, faults);
        }

        return read;
    }

    private static decimal? ReadValue(YamlNode node, FaultLog faults)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (string.Equals(text, Missing, StringComparison.Ordinal))
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= 1e18m)
        {
            return number;
        }

        faults.Add(node.Start, "AGR-0006", "An input must be a number, or 'missing'.", text);
        return null;
    }
}
