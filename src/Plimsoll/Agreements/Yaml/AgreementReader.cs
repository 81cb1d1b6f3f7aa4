using YamlDotNet.RepresentationModel;

namespace Plimsoll.Agreements.Yaml;

/// <summary>The whole file: the agreement's own terms, then its clauses.</summary>
internal static class AgreementReader
{
    private const string IllustrativeNote = "illustrative – not agreed by the parties";

    internal static Agreement Read(YamlMappingNode root, FaultLog faults)
    {
        var file = YamlMap.Open(root, "file", Keys.File, faults);
        var terms = YamlMap.Open(file.Node("agreement"), "agreement", Keys.Agreement, faults);
        var agreement = new Agreement(
            terms.Id("id"),
            terms.Text("title"),
            terms.Texts("parties", "a country or group code such as CN or EU27_2020", Spelling.IsParty),
            terms.Word("status", Words.Statuses),
            terms.Whole("version", 1, 9999),
            terms.Date("effective_from"),
            terms.Text("note"),
            [.. file.List("clauses").Select(clause => ClauseReader.Read(clause, faults))]);
        CheckLabel(agreement, terms, faults);
        CheckClauseIds(agreement, file, faults);
        return agreement;
    }

    private static void CheckLabel(Agreement agreement, YamlMap terms, FaultLog faults)
    {
        if (agreement.Status == AgreementStatus.Illustrative && !agreement.Note.Contains(IllustrativeNote, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(terms.At("note"), "AGR-0010", $"The note of an illustrative agreement must contain the words '{IllustrativeNote}'.", agreement.Note);
        }
    }

    private static void CheckClauseIds(Agreement agreement, YamlMap file, FaultLog faults)
    {
        foreach (var twice in agreement.Clauses.GroupBy(clause => clause.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add(file.At("clauses"), "AGR-0009", "Two clauses have the same id. Findings could not be told apart.", twice.Key);
        }
    }
}
