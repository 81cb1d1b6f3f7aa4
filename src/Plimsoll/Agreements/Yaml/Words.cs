using Plimsoll.Agreements.Terms;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Yaml;

/// <summary>The words that a term may be.</summary>
internal static class Words
{
    internal const string External = "external:";
    internal const string FixedBaseline = "fixed.";

    internal static readonly string[] Measures = ["value", "quantity", "unit_value", "share", "balance", "cover_ratio", "ratio", "hhi"];
    internal static readonly string[] Windows = ["month", "roll3", "roll12", "calendar_year", "avg_weekly", "avg3y"];
    internal static readonly string[] Baselines = ["none", "prev_year", "same_months_prev_year", "prev_window", "avg3y"];
    internal static readonly string[] Valuations = ["CIF", "FOB", "CIF/FOB", "none"];
    internal static readonly string[] Aggregations = ["as_published", "sum", "average"];
    internal static readonly string[] Sources = ["published", "comext", "gacc", "gacc-usd", "comtrade", "surveillance", "external"];
    internal static readonly string[] Regimes = ["all", "preferential"];
    internal static readonly string[] Effects = ["none", "signal", "consultation", "initiation", "measure", "suspension", "additional_duty", "listing"];

    internal static readonly Dictionary<string, Comparator> Comparators = new(StringComparer.Ordinal)
    {
        [">"] = Comparator.Above,
        [">="] = Comparator.AtLeast,
        ["<"] = Comparator.Below,
        ["<="] = Comparator.AtMost,
    };

    internal static readonly Dictionary<string, int> Directions = new(StringComparer.Ordinal) { ["higher_is_worse"] = 1, ["lower_is_worse"] = -1 };

    // A text cannot call itself agreed: only the signatures of all parties make it so.
    internal static readonly Dictionary<string, AgreementStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["illustrative"] = AgreementStatus.Illustrative,
        ["proposed"] = AgreementStatus.Proposed,
    };

    internal static readonly Dictionary<string, ReporterLevel> Levels = new(StringComparer.Ordinal) { ["group"] = ReporterLevel.Group, ["each_member"] = ReporterLevel.EachMember };

    internal static readonly Dictionary<string, Flow> Flows = new(StringComparer.Ordinal) { ["import"] = Flow.Import, ["export"] = Flow.Export, ["both"] = Flow.None };

    internal static readonly Dictionary<string, Basis> Bases = new(StringComparer.Ordinal)
    {
        ["reporter"] = Basis.Reporter,
        ["counterpart"] = Basis.Counterpart,
        ["both"] = Basis.Both,
        ["either"] = Basis.Either,
    };

    internal static readonly Dictionary<string, VintageRule> Vintages = new(StringComparer.Ordinal)
    {
        ["latest"] = VintageRule.Latest,
        ["first_release"] = VintageRule.FirstRelease,
        ["as_of"] = VintageRule.AsOf,
    };

    internal static readonly Dictionary<string, Zone> Zones = new(StringComparer.Ordinal)
    {
        ["green"] = Zone.Green,
        ["amber"] = Zone.Amber,
        ["red"] = Zone.Red,
        ["pending"] = Zone.Pending,
        ["recovering"] = Zone.Recovering,
        ["not_assessable"] = Zone.NotAssessable,
    };

    internal static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    internal static readonly Dictionary<string, bool> Calendars = new(StringComparer.Ordinal) { ["working_days"] = true, ["calendar_days"] = false };
}
