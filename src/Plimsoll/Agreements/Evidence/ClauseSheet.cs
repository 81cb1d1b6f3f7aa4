using Plimsoll.Agreements.Terms;

namespace Plimsoll.Agreements.Evidence;

/// <summary>The clause as the agreement writes it, with the source of each number.</summary>
/// <param name="Id">Clause id.</param>
/// <param name="Title">Short name.</param>
/// <param name="Text">The words of the clause.</param>
/// <param name="Reference">Where the words come from.</param>
/// <param name="CheckedOn">Day on which the numbers were last compared with it.</param>
/// <param name="CheckedBy">Office that compared them.</param>
/// <param name="Source">Statistics that count.</param>
/// <param name="Combination">How the thresholds combine.</param>
/// <param name="Thresholds">Each number, from when it applies and where it comes from.</param>
/// <param name="Materiality">The floor below which nothing is crossed; null when there is none.</param>
/// <param name="Persistence">How long a limit must be crossed.</param>
/// <param name="Quality">What readings must be like.</param>
/// <param name="Vintage">Which vintage counts.</param>
internal sealed record ClauseSheet(
    string Id,
    string Title,
    string Text,
    LegalReference Reference,
    DateOnly CheckedOn,
    string CheckedBy,
    string Source,
    string Combination,
    IReadOnlyList<ClauseSheet.ThresholdSheet> Thresholds,
    ClauseSheet.FloorSheet? Materiality,
    Persistence Persistence,
    DataQuality Quality,
    VintageRule Vintage)
{
    internal static ClauseSheet Of(Clause clause) => new(
        clause.Id,
        clause.Title,
        clause.Text,
        clause.Reference,
        clause.CheckedOn,
        clause.CheckedBy,
        clause.Applies.Source,
        Words(clause.Condition),
        [.. clause.Condition.Thresholds.Select(t => new ThresholdSheet(
            t.Id, t.Indicator, t.Comparator.Symbol(), t.Unit, [.. t.Values.Select(v => new LimitSheet(v.Effective, v.Amber, v.Red, v.ExitAmber, v.ExitRed, v.Reference, v.Link))]))],
        clause.Materiality is { } floor ? new FloorSheet(floor.Indicator, floor.Comparator.Symbol(), floor.Value, floor.Unit) : null,
        clause.Persistence,
        clause.Quality,
        clause.Vintage);

    private static string Words(Condition condition) => condition switch
    {
        Combination { Parts: [var only] } => Words(only),
        Combination all when all.K == all.Parts.Count => $"all of ({string.Join(", ", all.Parts.Select(Words))})",
        Combination some => $"at least {some.K} of ({string.Join(", ", some.Parts.Select(Words))})",
        _ => condition.Thresholds[0].Id,
    };

    /// <summary>One indicator held against dated limits.</summary>
    internal sealed record ThresholdSheet(string Id, string Indicator, string Comparator, string Unit, IReadOnlyList<LimitSheet> Values);

    /// <summary>Limits from a day on.</summary>
    internal sealed record LimitSheet(DateOnly Effective, Limit? Amber, Limit? Red, Limit? ExitAmber, Limit? ExitRed, string Reference, Uri Link);

    /// <summary>The flow must be this large to matter.</summary>
    internal sealed record FloorSheet(string Indicator, string Comparator, decimal Value, string Unit);
}
