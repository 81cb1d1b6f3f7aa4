using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>Reads each period of a subject from the vintage that counts for it. For one thread.</summary>
internal sealed class PeriodReader(ClauseVintages vintages, IReadOnlyDictionary<ClauseContext, SubjectReader> readers)
{
    private readonly Dictionary<Period, SubjectReader> chosen = [];

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

    internal Reading Read(IndicatorNeed need, Period period) => Of(period).Read(need, period);

    /// <summary>What the readings of a period were made from.</summary>
    internal PeriodTrace Trace(Period period, IReadOnlyDictionary<IndicatorNeed, Reading> readings) =>
        new(period, Of(period).Day, readings, Of(period).Cells);

    /// <summary>What the product's series were read from in the vintage of the period.</summary>
    internal ReadVintage VintageOf(Period period, DateOnly? asOf) => Of(period).Vintage with { AsOf = asOf };

    private SubjectReader Of(Period period)
    {
        if (chosen.TryGetValue(period, out var reader))
        {
            return reader;
        }

        var candidates = vintages.Of(period);
        var needs = vintages.Newest.Clause.Needs;
        var found = candidates.Count == 1
            ? candidates[0]
            : candidates.FirstOrDefault(c => needs.All(need => readers[c].Read(need, period).Value is not null)) ?? candidates[^1];
        chosen.Add(period, reader = readers[found]);
        return reader;
    }
}
