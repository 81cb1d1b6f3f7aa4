using Plimsoll.Agreements.Terms;
using YamlDotNet.RepresentationModel;

namespace Plimsoll.Agreements.Yaml;

/// <summary>One clause.</summary>
internal static class ClauseReader
{
    private const int LongestPersistence = 60;
    private const int LongestClock = 3660;

    internal static Clause Read(YamlNode node, FaultLog faults)
    {
        var map = YamlMap.Open(node, "clause", Keys.Clause, faults);
        var applies = ReadApplies(map, faults);
        var condition = ConditionReader.Read(map.Node("conditions"), applies.Source, faults);
        CheckThresholdIds(condition, map, faults);
        return new Clause
        {
            Id = map.Id("id"),
            Title = map.Text("title"),
            Text = map.Text("text"),
            Reference = ReadReference(map, faults),
            CheckedOn = map.Date("checked_on"),
            CheckedBy = map.Text("checked_by"),
            Applies = applies,
            Condition = condition,
            Basis = map.Word("basis", Words.Bases),
            Valuation = map.Word("valuation", Words.Valuations),
            Aggregation = map.Word("aggregation", Words.Aggregations),
            Materiality = map.IsNone("materiality_floor") ? null : ReadMateriality(map, applies.Source, faults),
            Persistence = ReadPersistence(map, faults),
            Quality = ReadQuality(map, faults),
            Vintage = map.Word("vintage_rule", Words.Vintages),
            Effect = ReadEffect(map, faults),
            Consultation = map.IsNone("consultation") ? null : ReadConsultation(map, faults),
        };
    }

    private static void CheckThresholdIds(Condition condition, YamlMap clause, FaultLog faults)
    {
        foreach (var twice in condition.Thresholds.GroupBy(threshold => threshold.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add(clause.At("conditions"), "AGR-0009", "Two conditions of the clause have the same id.", twice.Key);
        }
    }

    private static LegalReference ReadReference(YamlMap clause, FaultLog faults)
    {
        var map = YamlMap.Open(clause.Node("reference"), "reference", Keys.Reference, faults);
        return new LegalReference(map.Text("title"), map.Text("article"), map.Link("link"), map.Date("date"));
    }

    private static SubjectSelector ReadApplies(YamlMap clause, FaultLog faults)
    {
        const string country = "a country or group code such as CN or EU27_2020";
        var map = YamlMap.Open(clause.Node("applies"), "applies", Keys.Applies, faults);
        return new SubjectSelector(
            map.Texts("reporters", country, Spelling.IsCountry, Spelling.NearCountries),
            map.Word("level", Words.Levels),
            map.Texts("partners", country, Spelling.IsCountry, Spelling.NearCountries),
            map.Texts("products", "TOTAL, each_cn8 or a product code", Spelling.IsProduct),
            map.Word("flow", Words.Flows),
            map.Word("source", Words.Sources),
            map.Word("regime", Words.Regimes));
    }

    private static MaterialityFloor ReadMateriality(YamlMap clause, string source, FaultLog faults)
    {
        var map = YamlMap.Open(clause.Node("materiality_floor"), "materiality_floor", Keys.Materiality, faults);
        var indicator = IndicatorReader.Read(map, faults);
        return new MaterialityFloor(indicator, map.Word("comparator", Words.Comparators), map.Number("value"), UnitReader.Read(map, indicator, source, faults));
    }

    private static Persistence ReadPersistence(YamlMap clause, FaultLog faults)
    {
        var map = YamlMap.Open(clause.Node("persistence"), "persistence", Keys.Persistence, faults);
        var n = map.Whole("n", 1, LongestPersistence);
        return new Persistence(map.Whole("k", 1, n), n);
    }

    private static DataQuality ReadQuality(YamlMap clause, FaultLog faults)
    {
        var map = YamlMap.Open(clause.Node("min_data_quality"), "min_data_quality", Keys.Quality, faults);
        return new DataQuality(map.NumberOrNone("max_confidential_share"), map.Word("complete_months", Words.YesNo));
    }

    private static Effect ReadEffect(YamlMap clause, FaultLog faults)
    {
        var map = YamlMap.Open(clause.Node("effect"), "effect", Keys.Effect, faults);
        return new Effect(map.Word("amber", Words.Effects), map.Word("red", Words.Effects), map.IsNone("duty_ladder") ? null : ReadLadder(map, faults));
    }

    private static DutyLadder ReadLadder(YamlMap effect, FaultLog faults)
    {
        var rungs = effect.List("duty_ladder").Select(node => YamlMap.Open(node, "rung", Keys.Rung, faults)).Select(map => new Rung(map.Number("above"), map.Number("rate"))).ToList();
        if (rungs.Zip(rungs.Skip(1)).Any(pair => pair.First.Above >= pair.Second.Above))
        {
            faults.Add(effect.At("duty_ladder"), "AGR-0012", "Each rung of a duty ladder must start above the one before.");
        }

        return new DutyLadder(rungs);
    }

    private static ConsultationClock ReadConsultation(YamlMap clause, FaultLog faults)
    {
        var map = YamlMap.Open(clause.Node("consultation"), "consultation", Keys.Consultation, faults);
        return new ConsultationClock(map.Whole("days", 1, LongestClock), map.Word("calendar", Words.Calendars));
    }
}
