using Plimsoll.Indicators;
using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>Reads the series of one subject after another and computes the readings that a clause asks for. For one thread.</summary>
internal sealed class SubjectReader(ClauseContext context)
{
    private readonly Dictionary<Figures, SideReader> sides = context.Snapshots.ToDictionary(s => s.Key, s => new SideReader(s.Value, s.Key));
    private readonly Dictionary<Figures, IndicatorInputs> inputs = [];
    private Subject subject = new("", "", "", Flow.None);

    /// <summary>Releases that the subject's series were read from.</summary>
    internal IReadOnlyList<Release> Releases => [.. sides.Values.SelectMany(s => s.Releases).DistinctBy(r => r.Id, StringComparer.Ordinal)];

    internal void Open(Subject next)
    {
        subject = next;
        inputs.Clear();
        foreach (var (figures, side) in sides)
        {
            inputs[figures] = side.Read(next, context.LastMonth.Year);
        }
    }

    internal Reading Read(IndicatorNeed need, Period period)
    {
        if (need.IsExternal)
        {
            return Absent(need, period, new Fault("AGR-0105", "The number does not come from trade statistics and has to be given.", need.Indicator));
        }

        return inputs.TryGetValue(need.Figures, out var found)
            ? IndicatorRun.Compute(need.Indicator, subject, found, period)
            : Absent(need, period, new Fault("AGR-0106", "The store has no figures of the source that the clause names.", context.Clause.Applies.Source));
    }

    private Reading Absent(IndicatorNeed need, Period period, Fault reason) =>
        new(need.Indicator, subject, period, null, "", "", new Coverage(null, []), [], reason);
}
