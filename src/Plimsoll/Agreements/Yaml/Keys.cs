namespace Plimsoll.Agreements.Yaml;

/// <summary>The keys of every mapping in an agreement or case file, all of them required. agreements/agreement.schema.json and agreements/cases.schema.json say the same to editors.</summary>
internal static class Keys
{
    internal static readonly string[] File = ["agreement", "clauses"];
    internal static readonly string[] Agreement = ["id", "title", "parties", "status", "version", "effective_from", "note"];

    internal static readonly string[] Clause =
    [
        "id", "title", "text", "reference", "checked_on", "checked_by", "applies", "conditions", "basis", "valuation", "aggregation",
        "materiality_floor", "persistence", "min_data_quality", "vintage_rule", "effect", "consultation",
    ];

    internal static readonly string[] Reference = ["title", "article", "link", "date"];
    internal static readonly string[] Applies = ["reporters", "level", "partners", "products", "flow", "source", "regime"];
    internal static readonly string[] Threshold = ["id", "measure", "window", "baseline", "comparator", "unit", "direction", "values"];
    internal static readonly string[] Values = ["effective", "amber", "red", "hysteresis", "reference"];
    internal static readonly string[] Origin = ["text", "link"];
    internal static readonly string[] Hysteresis = ["exit_amber", "exit_red"];
    internal static readonly string[] Stairs = ["by", "stairs"];
    internal static readonly string[] By = ["measure", "window", "baseline"];
    internal static readonly string[] Stair = ["up_to", "value"];
    internal static readonly string[] Materiality = ["measure", "window", "baseline", "comparator", "value", "unit"];
    internal static readonly string[] Persistence = ["k", "n"];
    internal static readonly string[] Quality = ["max_confidential_share", "complete_months"];
    internal static readonly string[] Effect = ["amber", "red", "duty_ladder"];
    internal static readonly string[] Rung = ["above", "rate"];
    internal static readonly string[] Consultation = ["days", "calendar"];
    internal static readonly string[] All = ["all"];
    internal static readonly string[] Any = ["any"];
    internal static readonly string[] KOfN = ["k", "of"];

    internal static readonly string[] CaseFile = ["agreement", "cases"];
    internal static readonly string[] Case = ["name", "clause", "period", "history", "inputs", "expected", "limit", "margin"];

    /// <summary>By the name that the schema for editors uses.</summary>
    internal static IReadOnlyDictionary<string, string[]> ByName { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["file"] = File,
        ["agreement"] = Agreement,
        ["clause"] = Clause,
        ["reference"] = Reference,
        ["applies"] = Applies,
        ["threshold"] = Threshold,
        ["values"] = Values,
        ["origin"] = Origin,
        ["hysteresis"] = Hysteresis,
        ["stairs"] = Stairs,
        ["by"] = By,
        ["stair"] = Stair,
        ["materiality_floor"] = Materiality,
        ["persistence"] = Persistence,
        ["min_data_quality"] = Quality,
        ["effect"] = Effect,
        ["rung"] = Rung,
        ["consultation"] = Consultation,
        ["all"] = All,
        ["any"] = Any,
        ["k_of_n"] = KOfN,
        ["case_file"] = CaseFile,
        ["case"] = Case,
    };
}
