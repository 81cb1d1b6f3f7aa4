using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>
/// Reads the series of one product after another, and computes the readings that a clause asks for about each of its subjects. For
/// one thread.
/// </summary>
/// <param name="context">The clause.</param>
/// <param name="withInputs">Whether readings list what entered them.</param>
internal sealed class SubjectReader(ClauseContext context, bool withInputs)
{
    private readonly Dictionary<Figures, SideReader> sides = context.Sides.ToDictionary(s => s.Figures, s => new SideReader(s));
    private readonly Dictionary<Figures, IndicatorInputs> inputs = [];
    private readonly Dictionary<string, Parsed<Indicator>> indicators =
        context.Clause.Needs.Select(n => n.Indicator).Distinct(StringComparer.Ordinal).ToDictionary(i => i, Indicator.Parse, StringComparer.Ordinal);

    private Subject subject = new("", "", "", Flow.None);

    /// <summary>What the product's series were read from.</summary>
    internal ReadVintage Vintage { get; private set; } = ReadVintage.Newest;

    /// <summary>Day whose vintages are read; null for the newest.</summary>
    internal DateOnly? Day => context.Day;

    /// <summary>The cells behind the readings of the subject.</summary>
    internal IReadOnlyList<SideCells> Cells =>
        [.. sides.Values.Select(side => side.Cells(subject, ClauseContext.SourceOf(context.Clause, side.Figures), context.LastMonth.Year))];

    internal void Open(string product)
    {
        foreach (var side in sides.Values)
        {
            side.Open(product, context.LastMonth.Year);
        }

        var releases = sides.Values.SelectMany(s => s.Releases).DistinctBy(r => r.Id, StringComparer.Ordinal).ToList();
        Vintage = new ReadVintage(null, releases.Count == 0 ? null : releases.Max(r => r.PublishedAt), releases.ConvertAll(r => r.Id));
    }

    /// <summary>Turns to a subject of the open product.</summary>
    internal void Turn(Subject next)
    {
        subject = next;
        foreach (var (figures, side) in sides)
        {
            inputs[figures] = side.Read(next);
        }
    }

    internal Reading Read(IndicatorNeed need, Period period)
    {
        if (need.IsExternal)
        {
            return Absent(need, period, new Fault("AGR-0105", "The number does not come from trade statistics and has to be given.", need.Indicator));
        }

        if (!inputs.TryGetValue(need.Figures, out var found))
        {
            return Absent(need, period, new Fault("AGR-0106", "The store has no figures of a source that the clause names, or none of a period that all of them have.", ClauseContext.SourceOf(context.Clause, need.Figures)));
        }

        var indicator = indicators[need.Indicator];
        return indicator.Ok
            ? IndicatorRun.Compute(indicator.Value, subject, found, period, withInputs)
            : Absent(need, period, indicator.Fault!);
    }

    private Reading Absent(IndicatorNeed need, Period period, Fault reason) =>
        new(need.Indicator, subject, period, null, "", "", new Coverage(null, []), [], reason);
}
