using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>Reads each period of a subject from the vintage that counts for it. For one thread.</summary>
internal sealed class PeriodReader(ClauseVintages vintages, IReadOnlyDictionary<ClauseContext, SubjectReader> readers)
{
    private readonly Dictionary<Period, (SubjectReader Reader, Fault? Incomplete)> chosen = [];

    internal void Open(string product)
    {
        foreach (var reader in readers.Values)
        {
            reader.Open(product);
        }
    }

    internal void Turn(Subject subject)
    {
        chosen.Clear();
        foreach (var reader in readers.Values)
        {
            reader.Turn(subject);
        }
    }

    internal Reading Read(IndicatorNeed need, Period period)
    {
        var (reader, incomplete) = Of(period);
        var reading = reader.Read(need, period);
        return incomplete is null || reading.Value is null ? reading : reading with { Value = null, Reason = incomplete };
    }

    /// <summary>What the readings of a period were made from.</summary>
    internal PeriodTrace Trace(Period period, IReadOnlyDictionary<IndicatorNeed, Reading> readings) =>
        new(period, Of(period).Reader.Day, readings, Of(period).Reader.Cells);

    /// <summary>What the product's series were read from in the vintage of the period.</summary>
    internal ReadVintage VintageOf(Period period, DateOnly? asOf) => Of(period).Reader.Vintage with { AsOf = asOf };

    private (SubjectReader Reader, Fault? Incomplete) Of(Period period)
    {
        if (!chosen.TryGetValue(period, out var reader))
        {
            chosen.Add(period, reader = Choose(period));
        }

        return reader;
    }

    // Under first_release the first that has every value. Where none has, no later figures stand in for them: a revision would decide.
    private (SubjectReader Reader, Fault? Incomplete) Choose(Period period)
    {
        var candidates = vintages.Of(period);
        if (vintages.Newest.Clause.Vintage != VintageRule.FirstRelease)
        {
            return (readers[candidates[0]], null);
        }

        var needs = vintages.Newest.Clause.Needs;
        if (candidates.FirstOrDefault(c => needs.All(need => readers[c].Read(need, period).Value is not null)) is { } first)
        {
            return (readers[first], null);
        }

        var newest = readers[candidates[^1]];
        var lacking = needs.Select(need => newest.Read(need, period)).First(r => r.Value is null);
        return (newest, new Fault("AGR-0106", $"No release of the period has every value that the clause needs; the newest lacks {lacking.Indicator}: {lacking.Reason?.Message}", period.ToString()));
    }
}
