using Plimsoll.Agreements.Terms;

namespace Plimsoll.Agreements;

/// <summary>One clause of an agreement: its words, where they come from, and the numbers that they mean.</summary>
public sealed record Clause
{
    /// <summary>Unique inside the agreement.</summary>
    public required string Id { get; init; }

    /// <summary>Short name for boards and lists.</summary>
    public required string Title { get; init; }

    /// <summary>The words of the clause.</summary>
    public required string Text { get; init; }

    /// <summary>Where the words come from.</summary>
    public required LegalReference Reference { get; init; }

    /// <summary>Day on which the numbers were last compared with the reference.</summary>
    public required DateOnly CheckedOn { get; init; }

    /// <summary>Office or role that compared them, never a person.</summary>
    public required string CheckedBy { get; init; }

    /// <summary>What it applies to.</summary>
    public required SubjectSelector Applies { get; init; }

    /// <summary>What it asks of the readings.</summary>
    public required Condition Condition { get; init; }

    /// <summary>Whose figures count.</summary>
    public required Basis Basis { get; init; }

    /// <summary><c>CIF</c>, <c>FOB</c> or <c>CIF/FOB</c>: how the figures that count are valued.</summary>
    public required string Valuation { get; init; }

    /// <summary>How figures of members or products become one: <c>as_published</c>, <c>sum</c> or <c>average</c>.</summary>
    public required string Aggregation { get; init; }

    /// <summary>Null when every flow matters.</summary>
    public required MaterialityFloor? Materiality { get; init; }

    /// <summary>How long a limit must be crossed.</summary>
    public required Persistence Persistence { get; init; }

    /// <summary>What readings must be like.</summary>
    public required DataQuality Quality { get; init; }

    /// <summary>Which vintage counts.</summary>
    public required VintageRule Vintage { get; init; }

    /// <summary>What the zones lead to.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Null when the clause knows no consultation.</summary>
    public required ConsultationClock? Consultation { get; init; }

    /// <summary>Whose figures have to be read, in the order in which findings list them.</summary>
    public IReadOnlyList<Figures> Sides => Basis switch
    {
        Basis.Reporter => [Figures.Reporter],
        Basis.Counterpart => [Figures.Counterpart],
        _ => [Figures.Reporter, Figures.Counterpart],
    };

    /// <summary>Every number that the clause needs about a subject, each once.</summary>
    public IReadOnlyList<IndicatorNeed> Needs =>
    [
        .. from side in Sides
           from indicator in Condition.Thresholds.SelectMany(threshold => threshold.Indicators).Concat(Materiality is { } floor ? [floor.Indicator] : []).Distinct(StringComparer.Ordinal)
           select new IndicatorNeed(indicator, side),
    ];
}
