using System.Globalization;
using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;

namespace Plimsoll.Agreements.Adoption;

/// <summary>An agreement as a list of named terms, in the order in which a person reads it: what two versions are compared by.</summary>
internal static class AgreementTerms
{
    internal const string Whole = "the clause";

    /// <summary>Terms of the agreement and of each clause; the clause is null for the agreement's own.</summary>
    internal static IEnumerable<Term> Of(Agreement agreement) =>
        Own(agreement).Concat(agreement.Clauses.SelectMany(clause => Of(clause).Select(term => term with { Clause = clause.Id })));

    private static IEnumerable<Term> Own(Agreement agreement) =>
    [
        new("title", agreement.Title),
        new("parties", string.Join(", ", agreement.Parties)),
        new("version", Text(agreement.Version)),
        new("first day", Text(agreement.EffectiveFrom)),
        new("status in the text", Word<AgreementStatus>.Of(agreement.Status)),
        new("note", agreement.Note),
    ];

    private static IEnumerable<Term> Of(Clause clause) =>
    [
        new(Whole, clause.Title),
        new("wording", clause.Text),
        new("reference", $"{clause.Reference.Title}, {clause.Reference.Article}, {Text(clause.Reference.Date)}, {clause.Reference.Link}"),
        new("date of comparison with the reference", $"{Text(clause.CheckedOn)} by {clause.CheckedBy}"),
        .. Subjects(clause.Applies),
        new("way of joining its conditions", Joined(clause.Condition)),
        .. clause.Condition.Thresholds.SelectMany(Of),
        new("basis", Word<Basis>.Of(clause.Basis)),
        new("valuation", clause.Valuation),
        new("aggregation", clause.Aggregation),
        new("materiality floor", clause.Materiality is { } floor ? $"{floor.Indicator} {floor.Comparator.Symbol()} {Text(floor.Value)} {floor.Unit}" : "none"),
        new("persistence", $"{Text(clause.Persistence.K)} of {Text(clause.Persistence.N)} periods"),
        new("data quality", $"confidential share up to {(clause.Quality.MaxConfidentialShare is { } most ? Text(most) : "any")}, {(clause.Quality.CompleteMonths ? "complete months" : "incomplete months allowed")}"),
        new("vintage rule", Word<VintageRule>.Of(clause.Vintage)),
        new("effect of amber", clause.Effect.Amber),
        new("effect of red", clause.Effect.Red),
        new("duty ladder", clause.Effect.Ladder is { } ladder ? string.Join(", ", ladder.Rungs.Select(rung => $"{Text(rung.Rate)} above {Text(rung.Above)}")) : "none"),
        new("consultation", clause.Consultation is { } clock ? $"{Text(clock.Days)} {(clock.WorkingDays ? "working days" : "days")}" : "none"),
    ];

    private static IEnumerable<Term> Subjects(SubjectSelector applies) =>
    [
        new("reporters", string.Join(", ", applies.Reporters)),
        new("level", Word<ReporterLevel>.Of(applies.Level)),
        new("partners", string.Join(", ", applies.Partners)),
        new("products", string.Join(", ", applies.Products)),
        new("flow", applies.Flow.ToString().ToLowerInvariant()),
        new("source", applies.Source),
        new("customs regime", applies.Regime),
    ];

    private static IEnumerable<Term> Of(Threshold threshold)
    {
        yield return new Term($"measure of '{threshold.Id}'", $"{threshold.Indicator} in {threshold.Unit}");
        yield return new Term($"comparator of '{threshold.Id}'", threshold.Comparator.Symbol());
        foreach (var limits in threshold.Values)
        {
            foreach (var (level, limit) in limits.Named)
            {
                yield return new Term($"{level.Replace('_', ' ')} limit of '{threshold.Id}' from {Text(limits.Effective)}", Text(limit)) { Limit = limit, Sign = threshold.Comparator.Sign() };
            }

            yield return new Term($"source of the limits of '{threshold.Id}' from {Text(limits.Effective)}", $"{limits.Reference} {limits.Link}");
        }
    }

    private static string Joined(Condition condition) => condition switch
    {
        Combination joined => $"{Text(joined.K)} of ({string.Join("; ", joined.Parts.Select(Joined))})",
        _ => condition.Thresholds[0].Id,
    };

    private static string Text(Limit limit) => limit.By is null
        ? Text(limit.Stairs[0].Value)
        : $"by {limit.By}: {string.Join(", ", limit.Stairs.Select(stair => $"{Text(stair.Value)}{(stair.UpTo is { } end ? $" up to {Text(end)}" : " beyond")}"))}";

    private static string Text(decimal number) => number.ToString("#,0.############", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One named term.</summary>
    internal sealed record Term(string Name, string Value)
    {
        internal string? Clause { get; init; }

        /// <summary>Null unless the term is a limit.</summary>
        internal Limit? Limit { get; init; }

        /// <summary>1 when larger values are worse, −1 when smaller ones are.</summary>
        internal int Sign { get; init; }
    }
}
